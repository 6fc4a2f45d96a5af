using System.Text.Json.Nodes;

namespace Doku.Contracts.SchemaFuzz.Making;

/// <summary>How a definition is referred to.</summary>
internal enum DefinitionKind
{
    Pointer,
    Anchor,
    Identifier,
    Dynamic,
}

/// <summary>A definition, known by name before it is made.</summary>
internal sealed record Definition(int Index, string File, string Name, DefinitionKind Kind)
{
    public string Anchor => $"anchor{Index}";

    public string Identifier => $"res{Index}.json";

    public bool HasIdentifier => Kind is DefinitionKind.Identifier or DefinitionKind.Dynamic;
}

/// <summary>The definitions of a case, and references to them that never go round without taking data.</summary>
internal sealed class Definitions(Dice dice)
{
    private static readonly string[] NamesOfDefinitions =
    [
        "node",
        "text",
        "money",
        "a/b",
        "m~n",
        "x y",
        "é",
        "%25",
        "Root",
        "class",
        "1",
    ];

    private readonly List<Definition> _all = [];
    private readonly List<(JsonObject Schema, int Target)> _references = [];
    private readonly Dictionary<int, JsonNode> _made = [];

    public IReadOnlyList<Definition> All => _all;

    /// <summary>Where references lead, once all is made.</summary>
    public ILookup<JsonObject, JsonNode> Targets =>
        _references
            .Where(r => _made.ContainsKey(r.Target))
            .ToLookup(r => r.Schema, r => _made[r.Target]);

    public void Plan(IReadOnlyList<string> files, int count)
    {
        foreach (var name in dice.Some(NamesOfDefinitions, count, count))
        {
            var kind = dice.Weighted(
                (60, DefinitionKind.Pointer),
                (15, DefinitionKind.Anchor),
                (12, DefinitionKind.Identifier),
                (13, DefinitionKind.Dynamic)
            );
            // ajv looks for anchors by pointers, and hyperjump for pointers by bytes.
            kind =
                name == "%25" ? DefinitionKind.Pointer
                : name == "é" ? DefinitionKind.Anchor
                : kind;
            // The judges know what is inside a file once they have read it, and they begin with the first. Two files of
            // one folder may not give one name to two types.
            var file =
                kind is DefinitionKind.Identifier or DefinitionKind.Dynamic || name == "Root"
                    ? files[0]
                    : dice.Of(files);
            _all.Add(new Definition(_all.Count, file, name, kind));
        }
    }

    public void Made(int index, JsonNode schema) => _made[index] = schema;

    /// <summary>Adds a reference to a schema; false when there is nothing to refer to.</summary>
    public bool Refer(JsonObject schema, Scope scope)
    {
        var targets = scope.IsInside ? _all : [.. _all.Where(d => d.Index > scope.Definition)];
        if (scope.IsInside && dice.Percent(15))
        {
            ReferToRoot(schema, scope);
            return true;
        }

        if (targets.Count == 0)
        {
            return false;
        }

        var target = dice.Of(targets);
        // A dynamic reference may lead to any definition with such an anchor.
        var isDynamic =
            target.Kind == DefinitionKind.Dynamic
            && scope.IsInside
            && dice.Percent(scope.Resource == target.Identifier ? 80 : 15);
        schema[isDynamic ? "$dynamicRef" : "$ref"] = isDynamic
            ? Here(scope, target.File, target.Identifier) + "#node"
            : Text(scope, target);
        _references.Add((schema, target.Index));
        return true;
    }

    private void ReferToRoot(JsonObject schema, Scope scope)
    {
        if (scope.Resource is null || dice.Percent(50))
        {
            schema["$ref"] = "#";
            _references.Add(
                (
                    schema,
                    scope.Definition >= 0 && scope.Resource is not null
                        ? scope.Definition
                        : RootOf(scope.File)
                )
            );
        }
        else
        {
            schema["$ref"] = scope.File;
            _references.Add((schema, RootOf(scope.File)));
        }
    }

    /// <summary>The index of a file's root among what is made.</summary>
    public static int RootOf(string file) => file == "root.json" ? -1 : -2;

    private static string Text(Scope scope, Definition target) =>
        target.HasIdentifier
            ? Here(scope, target.File, target.Identifier)
            : (scope.Resource is null && scope.File == target.File ? "" : target.File)
                + (
                    target.Kind == DefinitionKind.Anchor
                        ? "#" + target.Anchor
                        : "#/$defs/" + Escape(target.Name)
                );

    // Within the resource itself a fragment alone is enough.
    private static string Here(Scope scope, string file, string identifier) =>
        scope.Resource == identifier && scope.File == file ? "" : identifier;

    private static string Escape(string name) =>
        Uri.EscapeDataString(
            name.Replace("~", "~0", StringComparison.Ordinal)
                .Replace("/", "~1", StringComparison.Ordinal)
        );
}
