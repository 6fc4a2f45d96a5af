using System.Globalization;
using Doku.Contracts.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>Tells an open page what happens, and what time it is. The page then fetches itself anew.</summary>
internal static class DashboardStream
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    internal static Task RunAsync(HttpContext context, SandboxContext sandbox)
    {
        // A browser that comes back says what it saw last; after a restart that may be a number yet to come.
        var after = Math.Min(
            Number(context.Request.Headers["Last-Event-ID"].ToString())
                ?? Number(context.Request.Query["after"].ToString())
                ?? long.MaxValue,
            sandbox.Events.LatestSequence
        );
        return EventStream.RunAsync(
            context,
            stream =>
                Task.WhenAll(
                    TellEventsAsync(stream, sandbox, after),
                    TellTimeAsync(stream, sandbox)
                )
        );
    }

    internal static string ClockWords(DateTimeOffset now) =>
        now.UtcDateTime.ToString("dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    private static async Task TellEventsAsync(
        EventStream stream,
        SandboxContext sandbox,
        long after
    )
    {
        await foreach (var one in sandbox.Events.ReadAsync(after, stream.Ended))
        {
            await stream.SendAsync($"event {Describe(one)}", one.Sequence);
        }
    }

    private static async Task TellTimeAsync(EventStream stream, SandboxContext sandbox)
    {
        using var beat = new PeriodicTimer(Beat);
        do
        {
            await stream.SendAsync($"clock {ClockWords(sandbox.Now)}");
        } while (await beat.WaitForNextTickAsync(stream.Ended));
    }

    /// <summary>In words for a screen reader; empty for what is told again by the event that follows.</summary>
    private static string Describe(SandboxEvent one) =>
        one.Kind switch
        {
            SandboxEventKind.OrderChanged =>
                $"Order {one.InvoiceNumber}: {Words.Of(one.OrderEvent!.Kind)}",
            SandboxEventKind.NotificationAttempted =>
                $"Notification of {one.InvoiceNumber}: {Words.Of(one.Delivery!.Outcome)}",
            SandboxEventKind.FaultInjected => $"Fault: {Words.Of(one.Fault!.Value)}",
            SandboxEventKind.Answered when one.Exchange!.Operation is not null =>
                $"Call answered with {one.Exchange.Status.ToString(CultureInfo.InvariantCulture)}",
            _ => "",
        };

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
