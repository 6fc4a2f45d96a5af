namespace Doku.Contracts.Schemas.Tests;

/// <summary>What a schema is, told by where it stands.</summary>
internal static class SchemaPlaceExtensions
{
    public static bool IsProperty(this SchemaPlace place) => place.Holder() == "properties";

    public static bool IsDefinition(this SchemaPlace place) => place.Holder() == "$defs";

    /// <summary>Whether it stands in a condition, which repeats properties that are described elsewhere.</summary>
    public static bool IsInCondition(this SchemaPlace place) =>
        $"{place.Pointer}/".Contains("/if/", StringComparison.Ordinal)
        || $"{place.Pointer}/".Contains("/then/", StringComparison.Ordinal)
        || $"{place.Pointer}/".Contains("/else/", StringComparison.Ordinal);

    /// <summary>The member's name of a property.</summary>
    public static string MemberName(this SchemaPlace place) => place.Pointer.Split('/')[^1];

    /// <summary>A keyword together with its place, for a message.</summary>
    public static string Name(this SchemaPlace place, string keyword) => $"{place}: {keyword}";

    private static string? Holder(this SchemaPlace place)
    {
        var steps = place.Pointer.Split('/');
        return steps.Length >= 3 ? steps[^2] : null;
    }
}
