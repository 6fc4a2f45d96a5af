using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.Crash.Host;

/// <summary>
/// Tells the starter, a line each, which notifications the library says took effect, and how often it said what else.
/// </summary>
public sealed class HostLog : ILoggerProvider, ILogger
{
    /// <summary>Comes before the Request-Id of what took effect.</summary>
    public const string Effect = "effect ";

    /// <summary>Comes before the number of another event.</summary>
    public const string Event = "event ";

    private const int TookEffect = 2004;

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Doku.", StringComparison.Ordinal)
            ? this
            : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public void Dispose() { }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (eventId.Id == TookEffect)
        {
            var values = (IReadOnlyList<KeyValuePair<string, object?>>)state!;
            Console.WriteLine(Effect + values.First(value => value.Key == "RequestId").Value);
        }
        else if (logLevel >= LogLevel.Warning)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Event}{eventId.Id} {eventId.Name} {exception?.GetType().Name}"
                )
            );
        }
    }
}
