using System.CommandLine;

namespace Doku.Contracts.Sandbox.Tool;

/// <summary>The command line of <c>doku-sandbox</c>.</summary>
internal static class SandboxCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "Port on 127.0.0.1; 0 takes a free one.",
    };

    private static readonly Option<string[]> Merchant = new("--merchant")
    {
        Description =
            "A merchant: NAME makes credentials, NAME=CLIENT_ID:SECRET_KEY keeps yours. May be given several times.",
        DefaultValueFactory = _ => ["merchant"],
    };

    private static readonly Option<Uri?> NotifyUrl = new("--notify-url")
    {
        Description = "Where the merchants' notifications go; must be on this machine.",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[^1].Value, UriKind.Absolute, out var url))
            {
                return url;
            }
            result.AddError(
                "--notify-url takes a whole address, such as http://127.0.0.1:5000/payments/notifications."
            );
            return null;
        },
    };

    private static readonly Option<string?> Store = new("--store")
    {
        Description = "SQLite file that keeps everything across restarts.",
    };

    private static readonly Option<string?> Schemas = new("--schemas")
    {
        Description = "Folder with further contracts, laid out as schemas/.",
    };

    private static readonly Option<string?> Record = new("--record")
    {
        Description = "File into which the session is recorded, masked.",
    };

    private static readonly Option<int?> Seed = new("--seed")
    {
        Description = "Seed of the faults by chance; the same seed gives the same story.",
    };

    private static readonly Option<double> FaultRate = new("--fault-rate")
    {
        Description =
            "Share of calls and notifications that meet a fault, 0 to 1; counts with --seed.",
        DefaultValueFactory = _ => 0.1,
    };

    internal static RootCommand Build()
    {
        var command = new RootCommand(
            "DOKU on this machine: a sandbox to order, pay and be notified against."
        )
        {
            Port,
            Merchant,
            NotifyUrl,
            Store,
            Schemas,
            Record,
            Seed,
            FaultRate,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var output = line.InvocationConfiguration.Output;
        try
        {
            await using var sandbox = await DokuSandbox
                .StartAsync(options => Apply(line, options), cancellationToken)
                .ConfigureAwait(false);
            if (line.GetValue(Seed) is { } seed)
            {
                sandbox.Faults.Seeded(seed, line.GetValue(FaultRate));
            }
            await SandboxConsole
                .ShowAsync(sandbox, output, cancellationToken)
                .ConfigureAwait(false);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C is how the sandbox is ended.
            return 0;
        }
        catch (Exception fault)
            when (fault is ArgumentException or IOException or InvalidDataException)
        {
            await line
                .InvocationConfiguration.Error.WriteLineAsync(fault.Message)
                .ConfigureAwait(false);
            return 1;
        }
    }

    private static void Apply(ParseResult line, DokuSandboxOptions options)
    {
        var merchants = line.GetValue(Merchant)!.Select(MerchantArgument.Parse).ToList();
        var url = line.GetValue(NotifyUrl);
        options.MerchantName = merchants[0].Name;
        options.ClientId = merchants[0].ClientId;
        options.SecretKey = merchants[0].SecretKey;
        options.NotificationUrl = url;
        foreach (var merchant in merchants.Skip(1))
        {
            merchant.NotificationUrl = url;
            options.Merchants.Add(merchant);
        }
        options.Port = line.GetValue(Port);
        options.StorePath = line.GetValue(Store);
        options.SchemaFolder = line.GetValue(Schemas);
        options.RecordTo = line.GetValue(Record);
    }
}
