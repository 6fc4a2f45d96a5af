namespace Doku.Contracts.Crash.Host;

/// <summary>Lives as long as an attempt's services: the worker disposes them when the transaction is over.</summary>
internal sealed class Attempt(CrashSwitch crash) : IDisposable
{
    /// <summary>Whether the handler returned, so that what follows is the commit.</summary>
    internal bool HasSucceeded { get; set; }

    public void Dispose()
    {
        if (HasSucceeded)
        {
            crash.Pass(CrashPoint.Committed);
        }
    }
}
