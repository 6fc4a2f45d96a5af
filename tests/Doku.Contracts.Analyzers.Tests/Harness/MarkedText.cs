namespace Doku.Contracts.Analyzers.Tests.Harness;

/// <summary>Source text in which places are marked by ⟦ and ⟧.</summary>
internal static class MarkedText
{
    /// <summary>Takes the marks out.</summary>
    public static (string Text, IReadOnlyList<(int Start, int Length)> Places) Unmark(string marked)
    {
        var places = new List<(int, int)>();
        for (
            var start = marked.IndexOf('⟦', StringComparison.Ordinal);
            start >= 0;
            start = marked.IndexOf('⟦', StringComparison.Ordinal)
        )
        {
            var end = marked.IndexOf('⟧', StringComparison.Ordinal);
            marked = marked.Remove(end, 1).Remove(start, 1);
            places.Add((start, end - start - 1));
        }

        return (marked, places);
    }
}
