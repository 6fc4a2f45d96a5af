using System.Data.Common;
using System.Runtime.CompilerServices;
using Doku.Contracts.Runtime;

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
        ContractStatus reported,
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

    public async ValueTask<ContractStatus?> FindAsync(
        string clientId,
        string invoiceNumber,
        CancellationToken cancellationToken
    )
    {
        var found = await database.QueryAsync(
            $"SELECT {StoredStatus.Columns} FROM doku_orders WHERE {OneOrder}",
            [("client", clientId), ("invoice", invoiceNumber)],
            StoredStatus.Read,
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
        // In pages, so that no statement holds many rows.
        var last = new PendingOrder("", from);
        List<PendingOrder> page;
        do
        {
            page = await database.QueryAsync(
                $"""
                SELECT invoice_number, changed_at FROM doku_orders
                WHERE client_id = @client AND (changed_at, invoice_number) > (@since, @invoice)
                  AND changed_at <= @until AND {StoredStatus.IsOpen}
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
        ContractStatus reported,
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
            INSERT INTO doku_orders (client_id, invoice_number, changed_at, status, ranked_status, status_rank, is_paid)
            VALUES (@client, @invoice, @now, @status, @status, @rank, @paid) ON CONFLICT (client_id, invoice_number) DO NOTHING
            """,
            transaction,
            [.. parameters, .. StoredStatus.Parameters(reported)]
        );
        if (await insert.ExecuteNonQueryAsync(cancellationToken) == 1)
        {
            return new OrderAdvance(null, reported);
        }

        var before = await FindInAsync(connection, transaction, parameters, cancellationToken);
        var after = before.After(reported);
        if (after != before)
        {
            await using var update = connection.Command(
                $"""
                UPDATE doku_orders SET status = @status, ranked_status = @status, status_rank = @rank, is_paid = @paid,
                  changed_at = @now WHERE {OneOrder}
                """,
                transaction,
                [.. parameters, .. StoredStatus.Parameters(after)]
            );
            await update.ExecuteNonQueryAsync(cancellationToken);
        }

        return new OrderAdvance(before, after);
    }

    private async Task<ContractStatus> FindInAsync(
        DbConnection connection,
        DbTransaction transaction,
        (string, object?)[] parameters,
        CancellationToken cancellationToken
    )
    {
        await using var select = connection.Command(
            $"SELECT {StoredStatus.Columns} FROM doku_orders WHERE {OneOrder}{database.Dialect.ForUpdate}",
            transaction,
            parameters
        );
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return StoredStatus.Read(reader);
    }
}
