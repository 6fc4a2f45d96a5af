namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>One rule that a body broke.</summary>
/// <param name="Pointer">JSON Pointer of the place.</param>
/// <param name="Code">Stable name of the rule, such as <c>max_length</c>.</param>
/// <param name="Rule">The rule in words with its limit; never the value, which may be personal data.</param>
internal readonly record struct Violation(string Pointer, string Code, string Rule)
{
    public override string ToString() => $"{Pointer}: {Rule}";
}
