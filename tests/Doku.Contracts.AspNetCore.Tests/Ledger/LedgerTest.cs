using System.Globalization;
using System.Text;
using Doku.Contracts.AspNetCore.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.AspNetCore.Tests.Ledger;

/// <summary>A ledger with a clock that stands still, and what tests do to its database beside it.</summary>
public abstract class LedgerTest(TestDatabase? database) : IAsyncLifetime
{
    private protected static readonly string[] Endpoint = ["/notify"];
    private protected static readonly NotificationKey Key = NotificationKey.Of(
        "MCH-1",
        "/notify",
        "{}"u8
    );
    private protected static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);

    private protected FakeTimeProvider Clock { get; } = new(Shop.Start);

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected TestDatabase Database =>
        database ?? throw new InvalidOperationException("This test has no database.");

    public ValueTask InitializeAsync() => database?.InitializeAsync() ?? default;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>Opens the ledger as another process would.</summary>
    private protected DatabaseNotificationInbox OpenInbox(bool createsTables = true) =>
        new(
            Database.Kind,
            Database.NewSource(),
            new NotificationLedgerOptions { CreatesTables = createsTables },
            Clock
        );

    private protected StoredNotification Stored(int number, string endpoint = "/notify")
    {
        var body = Encoding.UTF8.GetBytes($$"""{"id":"INV-{{number}}"}""");
        return new StoredNotification
        {
            Key = NotificationKey.Of("MCH-1", endpoint, body),
            Contract = "Parcel",
            Body = body,
            RequestId = $"notification-{number}",
            KeyId = "default",
            SignedAt = Clock.GetUtcNow().AddSeconds(-3),
            ReceivedAt = Clock.GetUtcNow(),
        };
    }

    private protected async Task RunAsync(string sql)
    {
        await using var source = Database.NewSource();
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }

    private protected async Task<string?> AskAsync(string sql)
    {
        await using var source = Database.NewSource();
        await using var command = source.CreateCommand(sql);
        var answer = await command.ExecuteScalarAsync(Token);
        return answer is null or DBNull
            ? null
            : Convert.ToString(answer, CultureInfo.InvariantCulture);
    }
}
