namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>A way in which NJsonSchema's verdict is known to differ from JSON Schema's.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Why">Why it does so.</param>
internal sealed record Deviation(string Name, string Why)
{
    /// <summary>Whether this is why it overlooks a fault.</summary>
    public Func<Fault, Comparison, bool> Overlooks { get; init; } = (_, _) => false;

    /// <summary>Whether this is why it reports an error that is none.</summary>
    public Func<NJsonSchemaError, Comparison, bool> Invents { get; init; } = (_, _) => false;

    /// <summary>Whether this is why it throws on what is right.</summary>
    public Func<Exception, Comparison, bool> Throws { get; init; } = (_, _) => false;
}
