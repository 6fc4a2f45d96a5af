namespace Doku.Contracts.Fuzz.Wire;

/// <summary>What the endpoint answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers, one a line.</param>
/// <param name="BodyLength">How long the body is.</param>
internal sealed record WireAnswer(int Status, string Headers, long BodyLength)
{
    /// <summary>The one answer to everything that isn't genuine.</summary>
    internal static WireAnswer Refusal { get; } = new(401, "", 0);
}
