using System.Text.Json;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>A rule that an instance breaks, as <see cref="SchemaEvaluator"/> finds it.</summary>
/// <param name="Keyword">The keyword that is broken; <c>malformed</c>, <c>duplicate</c> and <c>surrogate</c> for what no keyword says.</param>
/// <param name="Pointer">Where in the instance.</param>
/// <param name="Value">The value there.</param>
/// <param name="Limit">What the keyword says.</param>
internal sealed record Fault(string Keyword, string Pointer, JsonElement Value, JsonElement Limit)
{
    public override string ToString() => $"{Pointer} {Keyword}";
}
