using System.Data.Common;
using System.Runtime.CompilerServices;
using Doku.Contracts.Common;

namespace Doku.Contracts.AspNetCore;

/// <summary>Order progress beside the ledger, in its database.</summary>
internal sealed class DatabaseOrderProgress(LedgerDatabase database, TimeProvider timeProvider)
    : IOrderProgress,
        IPendingOrders
{
    private const int Page = 100;
    private const string OneOrder = "client_id = @client AND invoice_number = @invoice";

    public async ValueTask<OrderAdvance> AdvanceAsync(
        DbTransaction? transaction,
        string clientId,
        string invoiceNumber,
        PaylaterStatus reported,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(clientId);
        ArgumentNullException.ThrowIfNull(invoiceNumber);
        ArgumentException.ThrowIfNullOrEmpty(reported.Value, nameof(reported));
        if (transaction is not null)
        {
            return await AdvanceInAsync(
                transaction,
                clientId,
                invoiceNumber,
                reported,
                cancellationToken
            );
        }

        await using var own = await database.BeginAsync(
            completing: null,
            released: null,
            cancellationToken
        );
        var advance = await AdvanceInAsync(
            own.Transaction,
            clientId,
            invoiceNumber,
            reported,
            cancellationToken
        );
        await own.CommitAsync(cancellationToken);
        return advance;
    }

    public async ValueTask<PaylaterStatus?> FindAsync(
        string clientId,
        string invoiceNumber,
        CancellationToken cancellationToken
    )
    {
        var found = await database.QueryAsync(
            $"SELECT status FROM doku_orders WHERE {OneOrder}",
            [("client", clientId), ("invoice", invoiceNumber)],
            reader => new PaylaterStatus(reader.GetString(0)),
            changes: false,
            cancellationToken
        );
        return found.Count > 0 ? found[0] : null;
    }

    public async IAsyncEnumerable<PendingOrder> ListAsync(
        string clientId,
        DateTimeOffset from,
        DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var final = string.Join(
            ", ",
            PaylaterStatus.Known.Where(status => status.IsFinal).Select(status => $"'{status}'")
        );
        // In pages, so that no statement holds many rows.
        var last = new PendingOrder("", from);
        List<PendingOrder> page;
        do
        {
            page = await database.QueryAsync(
                $"""
                SELECT invoice_number, changed_at FROM doku_orders
                WHERE client_id = @client AND (changed_at, invoice_number) > (@since, @invoice)
                  AND changed_at <= @until AND status NOT IN ({final})
                ORDER BY changed_at, invoice_number LIMIT {Page}
                """,
                [
                    ("client", clientId),
                    ("since", last.Since),
                    ("invoice", last.InvoiceNumber),
                    ("until", until),
                ],
                reader => new PendingOrder(reader.GetString(0), reader.GetMoment(1)),
                changes: false,
                cancellationToken
            );
            foreach (var order in page)
            {
                yield return last = order;
            }
        } while (page.Count == Page);
    }

    public ValueTask<int> PruneAsync(
        DateTimeOffset changedBefore,
        CancellationToken cancellationToken
    ) =>
        database.DeleteAsync(
            "doku_orders",
            "client_id, invoice_number",
            "changed_at < @before",
            changedBefore,
            cancellationToken
        );

    private async ValueTask<OrderAdvance> AdvanceInAsync(
        DbTransaction transaction,
        string clientId,
        string invoiceNumber,
        PaylaterStatus reported,
        CancellationToken cancellationToken
    )
    {
        var connection =
            transaction.Connection
            ?? throw new ArgumentException("The transaction is over.", nameof(transaction));
        (string, object?)[] parameters =
        [
            ("client", clientId),
            ("invoice", invoiceNumber),
            ("now", timeProvider.GetUtcNow()),
        ];
        // Another transaction that puts the same order in makes this one wait, and then find the order there.
        await using var insert = connection.Command(
            """
            INSERT INTO doku_orders (client_id, invoice_number, status, changed_at)
            VALUES (@client, @invoice, @status, @now) ON CONFLICT (client_id, invoice_number) DO NOTHING
            """,
            transaction,
            [.. parameters, ("status", reported.Value)]
        );
        if (await insert.ExecuteNonQueryAsync(cancellationToken) == 1)
        {
            return new OrderAdvance(null, reported);
        }

        await using var select = connection.Command(
            $"SELECT status FROM doku_orders WHERE {OneOrder}{database.Dialect.ForUpdate}",
            transaction,
            parameters
        );
        var before = new PaylaterStatus(
            (string)(await select.ExecuteScalarAsync(cancellationToken))!
        );
        var after = before.After(reported);
        if (after != before)
        {
            await using var update = connection.Command(
                $"UPDATE doku_orders SET status = @status, changed_at = @now WHERE {OneOrder}",
                transaction,
                [.. parameters, ("status", after.Value)]
            );
            await update.ExecuteNonQueryAsync(cancellationToken);
        }

        return new OrderAdvance(before, after);
    }
}
