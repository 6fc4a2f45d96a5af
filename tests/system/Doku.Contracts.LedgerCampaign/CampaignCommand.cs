using System.CommandLine;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.LedgerCampaign.Planning;

namespace Doku.Contracts.LedgerCampaign;

/// <summary>The command line.</summary>
internal static class CampaignCommand
{
    private static readonly Argument<NotificationDatabase> Database = new("database")
    {
        Description = "Which database the processes share.",
    };

    private static readonly Option<int> Notifications = new("--notifications")
    {
        Description = "How many notifications.",
        DefaultValueFactory = _ => 10_000,
    };

    private static readonly Option<int> Kills = new("--kills")
    {
        Description = "How often a process is killed from outside.",
        DefaultValueFactory = _ => 40,
    };

    private static readonly Option<int> Processes = new("--processes")
    {
        Description = "How many processes share the database.",
        DefaultValueFactory = _ => 4,
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "The same seed gives the same notifications, handlers' faults and moments.",
        DefaultValueFactory = _ => 1,
    };

    internal static RootCommand Build()
    {
        var command = new RootCommand(
            "Sends notifications to processes that share a ledger while handlers, processes, database, network and clocks "
                + "fail, and judges what is in the database afterwards."
        )
        {
            Database,
            Notifications,
            Kills,
            Processes,
            Seed,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var output = line.InvocationConfiguration.Output;
        var campaign = new Campaign(
            new CampaignSettings(
                line.GetValue(Database),
                line.GetValue(Notifications),
                line.GetValue(Kills),
                line.GetValue(Processes),
                line.GetValue(Seed)
            ),
            output.WriteLine
        );
        var result = await campaign.RunAsync(cancellationToken);
        output.Write(result.ToString());
        return result.Violations.Count == 0 ? 0 : 1;
    }
}
