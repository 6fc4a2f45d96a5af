namespace Doku.Contracts.Runtime.Assertions;

/// <summary>Which items or members of one value were evaluated: a bit for each, in the judgement's memory.</summary>
internal readonly record struct Marks(int Start, int Length)
{
    /// <summary>No one asks which were evaluated.</summary>
    public static Marks None => new(-1, 0);

    public bool IsNone => Start < 0;
}
