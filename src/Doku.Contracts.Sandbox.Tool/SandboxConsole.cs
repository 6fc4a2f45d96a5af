namespace Doku.Contracts.Sandbox.Tool;

/// <summary>What the program tells on the console: where it is, who may call, and each thing that happens.</summary>
internal static class SandboxConsole
{
    internal static async Task ShowAsync(
        DokuSandbox sandbox,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        await output.WriteLineAsync($"DOKU's sandbox is at {sandbox.BaseAddress}");
        await output.WriteLineAsync($"Watch and steer it at {sandbox.DashboardUrl}");
        foreach (var merchant in sandbox.Merchants)
        {
            // These keys open nothing but this sandbox, and its user needs them.
            await output.WriteLineAsync(
                $"Merchant {merchant.Name}: Client-Id {merchant.ClientId}, secret key {merchant.SecretKey}, "
                    + $"notifications to {merchant.NotificationUrl?.AbsoluteUri ?? "nobody"}"
            );
        }
        await output.WriteLineAsync("Ctrl+C ends it.");
        await output.FlushAsync(cancellationToken);

        await foreach (var one in sandbox.Events.ReadAsync(0, cancellationToken))
        {
            if (Describe(one) is { } line)
            {
                await output.WriteLineAsync($"{one.At:HH:mm:ss}Z {line}");
                await output.FlushAsync(cancellationToken);
            }
        }
    }

    private static string? Describe(SandboxEvent one) =>
        one.Kind switch
        {
            SandboxEventKind.Answered when one.Exchange!.Operation is not null =>
                $"{one.Call} {one.Exchange.Status}{Reasons(one.Exchange)}",
            SandboxEventKind.FaultInjected => $"fault: {one.Fault}",
            SandboxEventKind.OrderChanged => $"order {one.InvoiceNumber}: {one.OrderEvent!.Kind}",
            SandboxEventKind.NotificationAttempted =>
                $"notification of {one.InvoiceNumber}, {one.Notification!.Status}: {one.Delivery!.Outcome} {one.Delivery.Status}",
            SandboxEventKind.ClockAdvanced => $"clock put forward by {one.Advanced}",
            _ => null,
        };

    private static string Reasons(SandboxExchange exchange)
    {
        var wrong = exchange
            .Signature?.Components.Where(part =>
                part.Note is { } note && !exchange.Errors.Contains(note)
            )
            .Select(part => $"{part.Name}: {part.Note}");
        var reasons = exchange.Errors.Concat(wrong ?? []).ToList();
        return reasons.Count == 0 ? "" : " – " + string.Join("; ", reasons);
    }
}
