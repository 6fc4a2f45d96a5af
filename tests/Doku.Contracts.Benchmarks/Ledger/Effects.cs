using System.Data.Common;
using Doku.Contracts.Common;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Benchmarks.Ledger;

/// <summary>What the handler does in every engine: one row, which a second try doesn't write again.</summary>
internal sealed class Effects(DbDataSource source)
{
    /// <summary>The table, for both databases.</summary>
    public const string Table =
        "CREATE TABLE effects (invoice_number text PRIMARY KEY, process_id integer NOT NULL)";

    private const string Insert =
        "INSERT INTO effects (invoice_number, process_id) VALUES (@invoice, @process) ON CONFLICT DO NOTHING";

    private volatile TaskCompletionSource _gate = Opened();

    /// <summary>Lets handlers go on.</summary>
    public void Open() => _gate.TrySetResult();

    /// <summary>Holds up handlers that begin, so that a backlog can be stored before it is worked off.</summary>
    public void Close() => _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits while the gate is closed.</summary>
    public Task PassAsync() => _gate.Task;

    /// <summary>Writes the row in the caller's transaction.</summary>
    public static async Task ApplyAsync(string invoice, DbTransaction transaction)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        Prepare(command, invoice);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads the notification and writes the row by itself, as a handler outside of the ledger must.</summary>
    public async Task ApplyAsync(string body)
    {
        await PassAsync();
        var notification = Read(System.Text.Encoding.UTF8.GetBytes(body));
        await using var command = source.CreateCommand();
        Prepare(command, notification.Order.InvoiceNumber);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads a notification by its contract.</summary>
    /// <exception cref="InvalidOperationException">It can't be read.</exception>
    public static PaylaterNotification Read(ReadOnlySpan<byte> body) =>
        PaylaterNotification.TryRead(body, out var notification, out ContractErrors errors)
            ? notification
            : throw new InvalidOperationException(errors.ToString());

    private static void Prepare(DbCommand command, string invoice)
    {
        command.CommandText = Insert;
        Add(command, "@invoice", invoice);
        Add(command, "@process", Environment.ProcessId);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
