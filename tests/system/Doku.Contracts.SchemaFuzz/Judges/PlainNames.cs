namespace Doku.Contracts.SchemaFuzz.Judges;

/// <summary>
/// Names that every JavaScript object inherits confuse both judges, though they are names like any other to JSON
/// Schema. The judges get others instead, in schemas and instances alike, of the same length and the same characters
/// to every pattern that cases use.
/// </summary>
internal static class PlainNames
{
    private static readonly (string Inherited, string Plain)[] Names =
    [
        ("__proto__", "__brota__"),
        ("constructor", "construktor"),
        ("toString", "toSdring"),
        ("hasOwnProperty", "hasOwnBroperty"),
    ];

    public static string Replace(string json)
    {
        foreach (var (inherited, plain) in Names)
        {
            json = json.Replace(inherited, plain, StringComparison.Ordinal);
        }

        return json;
    }
}
