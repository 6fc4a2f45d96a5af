using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.Robustness.Tests.Canaries;

/// <summary>Tells what it was told, in each way in which a program can.</summary>
internal static class Chatterbox
{
    internal static async Task TellAsync(string kind, string text, CanaryWatch watch)
    {
        switch (kind)
        {
            case "log":
                using (
                    var factory = LoggerFactory.Create(logs =>
                        logs.AddProvider(new WatchedLogs(watch)).SetMinimumLevel(LogLevel.Trace)
                    )
                )
                {
                    factory
                        .CreateLogger("shop")
                        .Log(LogLevel.Trace, default, text, null, (_, _) => "");
                }

                break;
            case "activity":
                using (var source = new ActivitySource("chatterbox"))
                using (var activity = source.StartActivity("telling"))
                {
                    activity?.AddEvent(new ActivityEvent("told", tags: new() { ["phone"] = text }));
                }

                break;
            case "metric":
                using (var meter = new Meter("chatterbox"))
                {
                    meter
                        .CreateCounter<int>("told")
                        .Add(1, KeyValuePair.Create("phone", (object?)text));
                }

                break;
            case "exception":
                await Assert.ThrowsAsync<InvalidOperationException>(() => ThrowAsync(text));
                break;
            default:
                await Console.Error.WriteLineAsync(text);
                break;
        }
    }

    // Caught and forgotten by whoever called.
    private static async Task ThrowAsync(string text)
    {
        await Task.CompletedTask;
        var exception = new InvalidOperationException("It failed.");
        exception.Data["phone"] = text;
        throw exception;
    }
}
