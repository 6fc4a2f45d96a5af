namespace Doku.Contracts.AspNetCore;

/// <summary>Wakes the worker when this process has stored something.</summary>
internal sealed class NotificationSignal
{
    private volatile TaskCompletionSource _next = Fresh();

    /// <summary>Completes at the next pulse. Get it before looking for work, and no pulse goes by unseen.</summary>
    internal Task Next => _next.Task;

    internal void Pulse() => Interlocked.Exchange(ref _next, Fresh()).SetResult();

    private static TaskCompletionSource Fresh() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
