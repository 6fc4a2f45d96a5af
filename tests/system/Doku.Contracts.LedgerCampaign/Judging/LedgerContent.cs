using Doku.Contracts.AspNetCore;
using Doku.Contracts.LedgerCampaign.Hosts;

namespace Doku.Contracts.LedgerCampaign.Judging;

/// <summary>What is in the database when all is over.</summary>
/// <param name="Effects">How many effects each notification has, by its body's hash.</param>
/// <param name="States">How each stands in the ledger: 0 waiting, 1 being worked on, 2 done, 3 dead.</param>
/// <param name="Dead">The dead letters as the library lists them, with their reasons.</param>
/// <param name="Orders">How each order stands, by its invoice number.</param>
internal sealed record LedgerContent(
    IReadOnlyDictionary<string, int> Effects,
    IReadOnlyDictionary<string, int> States,
    IReadOnlyDictionary<string, string> Dead,
    IReadOnlyDictionary<string, string> Orders
)
{
    private const int Page = 500;

    internal static async Task<LedgerContent> ReadAsync(
        HostDatabase database,
        CancellationToken cancellationToken
    )
    {
        var effects = (await database.RowsAsync("effects", cancellationToken))
            .CountBy(effect => effect.Hash)
            .ToDictionary(StringComparer.Ordinal);
        var states = await database.QueryAsync(
            "SELECT body_hash, state FROM doku_notifications",
            row => KeyValuePair.Create(row.GetString(0), row.GetInt32(1)),
            cancellationToken
        );
        return new(
            effects,
            states.ToDictionary(StringComparer.Ordinal),
            await ListDeadAsync(database, cancellationToken),
            await database.OrdersAsync(cancellationToken)
        );
    }

    private static async Task<Dictionary<string, string>> ListDeadAsync(
        HostDatabase database,
        CancellationToken cancellationToken
    )
    {
        var inbox = new DatabaseNotificationInbox(
            database.Kind,
            database.Source,
            new NotificationLedgerOptions { CreatesTables = false },
            TimeProvider.System
        );
        var dead = new Dictionary<string, string>(StringComparer.Ordinal);
        DeadNotification? last = null;
        do
        {
            var page = await inbox.ListDeadAsync(Page, last, cancellationToken);
            foreach (var letter in page)
            {
                dead.Add(letter.Notification.Key.BodyHash, letter.Failure);
            }

            last = page.Count == Page ? page[^1] : null;
        } while (last is not null);

        return dead;
    }
}
