namespace Doku.Contracts.Schema.Diagnostics;

/// <summary>A stretch of a file, in UTF-16 units from its beginning.</summary>
public readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;
}
