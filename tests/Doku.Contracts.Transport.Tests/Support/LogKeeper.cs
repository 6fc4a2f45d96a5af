using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>Keeps every line that anything logs, at every level.</summary>
internal sealed class LogKeeper : ILoggerProvider
{
    internal ConcurrentQueue<(EventId Event, string Text)> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Keeper(this);

    public void Dispose() { }

    private sealed class Keeper(LogKeeper owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            owner.Lines.Enqueue((default, state.ToString() ?? ""));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => owner.Lines.Enqueue((eventId, $"{formatter(state, exception)} {exception}"));
    }
}
