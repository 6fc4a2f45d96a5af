using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Doku.Contracts.Transport;

/// <summary>
/// What the libraries report to OpenTelemetry and the like: one source of activities, one meter, both of the same name.
/// No tag holds an invoice number, a path or anything else of a call's content, and no instrument's tag a Request-Id, so
/// the number of time series stays small.
/// </summary>
public static class DokuTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and the <see cref="Meter"/>: <c>Doku.Contracts</c>.</summary>
    public static string Name => "Doku.Contracts";

    internal static ActivitySource Activities { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);
}
