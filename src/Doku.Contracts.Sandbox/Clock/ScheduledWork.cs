namespace Doku.Contracts.Sandbox.Clock;

/// <summary>Something that the clock will do at a moment, unless it is disposed before.</summary>
internal sealed class ScheduledWork(DateTimeOffset due, Func<Task> work) : IDisposable
{
    private volatile bool _cancelled;

    internal DateTimeOffset Due => due;

    internal bool IsCancelled => _cancelled;

    public void Dispose() => _cancelled = true;

    internal Task RunAsync() => _cancelled ? Task.CompletedTask : work();
}
