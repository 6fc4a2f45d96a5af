namespace Doku.Contracts.Schema.Naming;

/// <summary>C# names of enumeration members.</summary>
internal static class EnumerationNames
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Equals",
        "GetHashCode",
        "GetType",
        "IsKnown",
        "Known",
        "ReferenceEquals",
        "ToString",
        "Value",
    };

    public static string Member(string text)
    {
        var name = CSharpNames.Pascal(text);
        return Taken.Contains(name) ? name + "Value" : name;
    }
}
