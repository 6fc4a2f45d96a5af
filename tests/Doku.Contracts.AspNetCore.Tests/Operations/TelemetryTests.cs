using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Common;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;

namespace Doku.Contracts.AspNetCore.Tests.Operations;

/// <summary>What is measured and traced is what the README's table says, and holds no content.</summary>
public sealed class TelemetryTests
{
    private const string Canary = "canary-budi";

    [Fact(Timeout = 60_000)]
    public async Task Every_instrument_activity_tag_and_value_is_in_the_READMEs_table()
    {
        var seen = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        using var activities = Listen(seen);
        using var meters = Measure(seen);
        await MakeEverythingHappenAsync();

        var table = await File.ReadAllTextAsync(
            Path.Combine(Root(), "src/Doku.Contracts.AspNetCore/README.md"),
            TestContext.Current.CancellationToken
        );
        Assert.All(
            seen.Keys,
            word => Assert.Contains($"`{word}`", table, StringComparison.Ordinal)
        );
        string[] expected =
        [
            "doku.notification.received",
            "doku.notification.work.duration",
            "doku.notification.backlog",
            "DOKU notification",
            "DOKU notification work",
            "stored",
            "done",
            "duplicate",
            "refused",
            "unreadable",
            "unavailable",
            "failed",
            "ignored",
            "doku.notification.failure",
            "unknown",
            "dead",
            "mismatch",
            "doku.reconciliation.asked",
            "doku.reconciliation.outcome",
            "doku.reconciliation.given_up",
            "found",
            "unchanged",
            "not_found",
            "refused",
            "no_response",
            "too_large",
        ];
        Assert.All(expected, word => Assert.Contains(word, seen.Keys));
    }

    private static async Task MakeEverythingHappenAsync()
    {
        await using var database = new SqliteFile();
        await using var shop = await InboxShop.OpenAsync(
            database,
            ledger =>
            {
                ledger.MaxAttempts = 2;
                ledger.ClassifyFailure = failure =>
                    failure is NotSupportedException ? FailureKind.Ignored : FailureKind.Unknown;
            }
        );
        var good = new Notification { Body = $$"""{"id":"{{Canary}}"}""", RequestId = Canary };
        shop.Shop.ScopedWork = (scope, _) =>
            scope.Attempt == 1 ? throw new InvalidOperationException(Canary) : Task.CompletedTask;
        await shop.Shop.SendAsync(good);
        await shop.UntilDoneAsync();
        await shop.Shop.SendAsync(good);
        shop.Shop.ScopedWork = (_, _) => throw new NotSupportedException(Canary);
        await shop.Shop.SendAsync(good with { Body = """{"id":"ignored"}""" });
        await shop.UntilDoneAsync();
        await shop.Shop.SendAsync(good with { Body = Canary });
        await shop.Shop.SendAsync(good with { Secret = Canary });
        await shop.Shop.SendAsync(good with { Body = new string('x', 70_000) });
        shop.Source.IsDown = true;
        await shop.Shop.SendAsync(good with { Body = """{"id":"2"}""" });
        shop.Source.IsDown = false;
        // The count that the gauge shows is taken each half minute.
        for (var i = 0; i < 3; i++)
        {
            shop.Shop.Clock.Advance(TimeSpan.FromSeconds(31));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await AskAboutOrdersAsync();
        await using var inline = await Shop.OpenAsync();
        await inline.SendAsync(good);
        inline.Work = _ => throw new InvalidOperationException(Canary);
        await inline.SendAsync(good with { Body = """{"id":"3"}""" });
    }

    private static async Task AskAboutOrdersAsync()
    {
        await using var database = new SqliteFile();
        await using var shop = await ReconcilingShop.OpenAsync(
            database,
            new FakePendingOrders(Enumerable.Range(1, 6).Select(i => $"{Canary}-{i}")),
            options => options.GiveUpAfter = TimeSpan.FromMinutes(11)
        );
        shop.Doku.Answer = invoice =>
            invoice[^1] switch
            {
                '1' => FakeStatusCheck.Says(PaylaterStatus.Success),
                '2' => FakeStatusCheck.Says(PaylaterStatus.Pending),
                '3' => Refusal(404),
                '4' => Refusal(400),
                '5' => throw new InvalidOperationException(Canary),
                _ => FakeStatusCheck.Nothing,
            };
        await shop.UntilAsync(() => shop.Doku.Asked.Count >= 6);
        await shop.UntilAsync(() => shop.Shop.Log.Lines.Any(line => line.Event.Id == 2041));

        static ContractOutcome<OrderReport> Refusal(int status) =>
            new Refused<OrderReport>(Canary, new ContractRefusal { Status = status });
    }

    private static ActivityListener Listen(ConcurrentDictionary<string, byte> seen)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DokuTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (
                    !activity.OperationName.StartsWith(
                        "DOKU notification",
                        StringComparison.Ordinal
                    )
                )
                {
                    return;
                }

                seen.TryAdd(activity.OperationName, 0);
                Assert.Null(activity.StatusDescription);
                Assert.Empty(activity.Events);
                See(seen, [.. activity.TagObjects]);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Measure(ConcurrentDictionary<string, byte> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (
                    instrument.Name.StartsWith("doku.notification", StringComparison.Ordinal)
                    || instrument.Name.StartsWith("doku.reconciliation", StringComparison.Ordinal)
                )
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, _, tags, _) => Note(instrument, tags)
        );
        listener.SetMeasurementEventCallback<double>(
            (instrument, _, tags, _) => Note(instrument, tags)
        );
        listener.Start();
        return listener;

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            seen.TryAdd(instrument.Name, 0);
            See(seen, tags);
        }
    }

    private static void See(
        ConcurrentDictionary<string, byte> seen,
        ReadOnlySpan<KeyValuePair<string, object?>> tags
    )
    {
        foreach (var (name, value) in tags)
        {
            seen.TryAdd(name, 0);
            seen.TryAdd($"{value}", 0);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Doku.Contracts.sln")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("The tests must run inside a checkout.");
        }

        return folder.FullName;
    }
}
