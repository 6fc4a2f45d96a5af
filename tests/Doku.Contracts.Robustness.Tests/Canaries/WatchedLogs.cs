using Microsoft.Extensions.Logging;

namespace Doku.Contracts.Robustness.Tests.Canaries;

/// <summary>Hears every line of every category at every level: its words, the values in it, its scopes and its exception.</summary>
internal sealed class WatchedLogs(CanaryWatch watch) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Ear(categoryName, watch);

    public void Dispose() => watch.Hear("log", "closed");

    private sealed class Ear(string category, CanaryWatch watch) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            watch.Hear("log", $"{category} scope {Words(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) =>
            watch.Hear(
                category.StartsWith("Doku.", StringComparison.Ordinal) ? "our log" : "log",
                $"{category} {logLevel} {eventId} {formatter(state, exception)} {Words(state)} {exception}"
            );

        private static string Words<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values
                ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}"))
                : $"{state}";
    }
}
