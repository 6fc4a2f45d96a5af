namespace Doku.Contracts.Generators.Printing;

/// <summary>Conditions of several operands: on one line where they fit, otherwise each on its own.</summary>
internal static class Operands
{
    private const int LongestLine = 100;

    /// <summary>Joins operands; those after a first line are indented by one level.</summary>
    public static string Join(string @operator, IEnumerable<string> operands)
    {
        var all = operands.ToList();
        var line = string.Join($" {@operator} ", all);
        return line.Length <= LongestLine ? line : string.Join($"\n    {@operator} ", all);
    }

    /// <summary>A pattern that matches when none of some patterns does.</summary>
    public static string Not(IReadOnlyCollection<string> patterns) =>
        patterns.Count == 1 ? "not " + patterns.First() : $"not ({string.Join(" or ", patterns)})";
}
