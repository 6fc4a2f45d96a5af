using System.Collections.Concurrent;

namespace Doku.Contracts.Schema.Documents;

/// <summary>The meta-schemas of JSON Schema 2020-12, which a schema may refer to like any other file.</summary>
internal static class MetaSchemas
{
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private const string Root = "https://json-schema.org/draft/2020-12/";

    private static readonly string[] Names =
    [
        "schema",
        "meta/core",
        "meta/applicator",
        "meta/unevaluated",
        "meta/validation",
        "meta/meta-data",
        "meta/format-annotation",
        "meta/format-assertion",
        "meta/content",
    ];

    private static readonly ConcurrentDictionary<string, SchemaDocument> Loaded = new(
        StringComparer.Ordinal
    );

    /// <summary>The meta-schema of a URI; null when it is none.</summary>
    public static SchemaDocument? Find(string uri)
    {
        if (!uri.StartsWith(Root, StringComparison.Ordinal))
        {
            return null;
        }

        var name = uri.Substring(Root.Length);
        return Names.Contains(name) ? Loaded.GetOrAdd(name, Load) : null;
    }

    private static SchemaDocument Load(string name)
    {
        var file = name.Substring(name.LastIndexOf('/') + 1) + ".json";
        using var stream = typeof(MetaSchemas).Assembly.GetManifestResourceStream(
            "Doku.Contracts.Schema.MetaSchemas." + file
        )!;
        using var reader = new StreamReader(stream);
        return SchemaDocument.BuiltIn(
            new SchemaFile(
                file,
                "json-schema-2020-12/" + file,
                "JsonSchema",
                reader.ReadToEnd(),
                name,
                SchemaSettings.Default with
                {
                    Uri = Root + name,
                }
            )
        );
    }
}
