using System.Globalization;
using System.Runtime.CompilerServices;

namespace Doku.Contracts.AspNetCore;

/// <summary>The ledger viewer for a terminal, in the shop's own program.</summary>
public static class LedgerConsole
{
    private const int Page = 100;

    private const string Usage = """
        list            dead letters, and what has been stuck for 15 minutes
        show HASH       one of them, personal data masked
        replay HASH     make a dead letter due now
        discard HASH    give a dead letter up for ever
        erase INVOICE   erase the bodies of an order's dead letters; they stay listed
        HASH is the beginning of the body's hash, as listed.
        """;

    /// <summary>
    /// Runs one command on the registered inbox: <c>list</c>; <c>show</c>, <c>replay</c> or <c>discard</c> with the
    /// beginning of a body's hash; <c>erase</c> with an invoice number. The program need not be running; map its endpoints before, so that
    /// contents can be shown masked. Every action is logged with the name of the machine's user.
    /// </summary>
    /// <param name="services">The program's services.</param>
    /// <param name="arguments">The command.</param>
    /// <param name="output">Where the response is written.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The program's exit code: 0; 1 where there is no such notification, or several; 2 for another command.</returns>
    /// <exception cref="InvalidOperationException">There is no inbox.</exception>
    public static async Task<int> RunAsync(
        IServiceProvider services,
        IReadOnlyList<string> arguments,
        TextWriter output,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(output);
        var care = LedgerServices.Care(services);
        if (arguments is ["list"])
        {
            await foreach (var entry in ListAsync(care, cancellationToken))
            {
                await output.WriteLineAsync(Line(entry));
            }

            return 0;
        }

        if (arguments is ["erase", { Length: > 0 } invoiceNumber])
        {
            var count = await care.EraseOrderAsync(
                invoiceNumber,
                Environment.UserName,
                cancellationToken
            );
            await output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{count} erased.")
            );
            return 0;
        }

        if (
            arguments
            is not [("show" or "replay" or "discard") and var command, { Length: > 0 } hash]
        )
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }

        var found = new List<OpenNotification>();
        await foreach (var entry in ListAsync(care, cancellationToken))
        {
            if (entry.Notification.Key.BodyHash.StartsWith(hash, StringComparison.Ordinal))
            {
                found.Add(entry);
            }
        }

        if (found is [var only])
        {
            var isDone = command switch
            {
                "show" => await ShowAsync(care, only, output, cancellationToken),
                "replay" => await care.ReplayAsync(
                    only.Notification.Key,
                    Environment.UserName,
                    cancellationToken
                ),
                _ => await care.DiscardAsync(
                    only.Notification.Key,
                    Environment.UserName,
                    cancellationToken
                ),
            };
            await output.WriteLineAsync(isDone ? "Done." : "It isn't dead, or not any more.");
            return isDone ? 0 : 1;
        }

        await output.WriteLineAsync(
            found.Count == 0 ? "There is no such notification." : "Several begin like this:"
        );
        foreach (var entry in found)
        {
            await output.WriteLineAsync(Line(entry));
        }

        return 1;
    }

    private static async ValueTask<bool> ShowAsync(
        LedgerCare care,
        OpenNotification entry,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var key = entry.Notification.Key;
        if (await care.InspectAsync(key, Environment.UserName, cancellationToken) is not { } shown)
        {
            return false;
        }

        await output.WriteLineAsync(Line(shown.Entry));
        await output.WriteLineAsync(shown.Content);
        return true;
    }

    private static async IAsyncEnumerable<OpenNotification> ListAsync(
        LedgerCare care,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        NotificationKey? after = null;
        IReadOnlyList<DeadNotification> page;
        do
        {
            page = await care.ListDeadAsync(after, Page, cancellationToken);
            foreach (var dead in page)
            {
                after = dead.Notification.Key;
                yield return new OpenNotification(
                    dead.Notification,
                    OpenState.Dead,
                    dead.DeadSince,
                    dead.Attempts,
                    dead.Failure
                );
            }
        } while (page.Count == Page);

        foreach (
            var stuck in await care.ListStuckAsync(
                new LedgerViewerOptions().StuckAfter,
                Page,
                cancellationToken
            )
        )
        {
            yield return stuck;
        }
    }

    private static string Line(OpenNotification entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Short(entry.Notification.Key.BodyHash)}  {entry.State}  received {entry.Notification.ReceivedAt:yyyy-MM-dd HH:mm:ss}Z  {entry.Notification.Key.Endpoint}  {entry.Notification.Contract}  Request-Id {entry.Notification.RequestId}  attempts {entry.Attempts}  {entry.Failure}"
        );

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
