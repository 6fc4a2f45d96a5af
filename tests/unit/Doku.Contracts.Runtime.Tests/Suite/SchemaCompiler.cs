using System.Text.Json.Nodes;
using Doku.Contracts.Runtime.Assertions;

namespace Doku.Contracts.Runtime.Tests.Suite;

/// <summary>Makes assertions of a schema, to hold them against the official suite. The generator prints the same calls.</summary>
internal sealed class SchemaCompiler(SchemaRegistry registry, bool assertsFormat)
{
    private readonly Dictionary<JsonNode, Assertion> _compiled = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>The assertions of a whole schema resource.</summary>
    public Assertion Compile(SchemaResource resource) => Compile(resource, resource.Root);

    // A schema as something that leads into its resource sees it.
    private Assertion Compile(SchemaResource resource, JsonNode schema) =>
        Rules.Resource(
            [
                .. resource.DynamicAnchors.Select(a =>
                    (a.Key, (Func<Assertion>)(() => Schema(resource, a.Value)))
                ),
            ],
            Schema(resource, schema)
        );

    private Assertion Schema(SchemaResource resource, JsonNode schema)
    {
        if (!_compiled.TryGetValue(schema, out var assertion))
        {
            assertion =
                schema is JsonObject members ? Rules.Schema([.. Assertions(resource, members)])
                : schema.GetValue<bool>() ? Rules.Always
                : Rules.Never;
            _compiled[schema] = assertion;
        }

        return assertion;
    }

    private Assertion Inner(SchemaResource resource, JsonNode schema) =>
        registry.OwnerOf(schema) is { } owner && owner != resource
            ? Compile(owner, schema)
            : Schema(resource, schema);

    private Assertion[] Inner(SchemaResource resource, JsonArray schemas) =>
        [.. schemas.Select(s => Inner(resource, s!))];

    private IEnumerable<Assertion> Assertions(SchemaResource resource, JsonObject schema)
    {
        var validates = Validates(resource);
        return References(resource, schema)
            .Concat(validates ? ValueKeywords.Assertions(schema) : [])
            .Concat(Format(schema))
            .Concat(Applicators(resource, schema))
            .Concat(Arrays(resource, schema))
            .Concat(Objects(resource, schema))
            .Concat(Unevaluated(resource, schema));
    }

    // A metaschema without the validation vocabulary makes its keywords mean nothing.
    private bool Validates(SchemaResource resource) =>
        resource.Root["$schema"]?.GetValue<string>() is not { } metaschema
        || registry.Find(new Uri(metaschema))?.Root["$vocabulary"] is not JsonObject vocabularies
        || vocabularies.ContainsKey("https://json-schema.org/draft/2020-12/vocab/validation");

    private IEnumerable<Assertion> References(SchemaResource resource, JsonObject schema)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            yield return Rules.Reference(() => Target(resource, reference));
        }

        if (schema["$dynamicRef"]?.GetValue<string>() is { } dynamic)
        {
            var anchor = dynamic.Split('#')[^1];
            var (target, _) = registry.Resolve(resource, dynamic);
            yield return target.DynamicAnchors.ContainsKey(anchor)
                ? Rules.DynamicReference(anchor, () => Target(resource, dynamic))
                : Rules.Reference(() => Target(resource, dynamic));
        }
    }

    private Assertion Target(SchemaResource from, string reference)
    {
        var (resource, schema) = registry.Resolve(from, reference);
        return Compile(resource, schema);
    }

    private IEnumerable<Assertion> Format(JsonObject schema) =>
        assertsFormat && schema["format"]?.GetValue<string>() is { } format
            ? [Rules.Format(format)]
            : [];

    private IEnumerable<Assertion> Applicators(SchemaResource resource, JsonObject schema)
    {
        if (schema["allOf"] is JsonArray all)
        {
            yield return Rules.AllOf(Inner(resource, all));
        }

        if (schema["anyOf"] is JsonArray any)
        {
            yield return Rules.AnyOf(Inner(resource, any));
        }

        if (schema["oneOf"] is JsonArray one)
        {
            yield return Rules.OneOf(Inner(resource, one));
        }

        if (schema["not"] is { } not)
        {
            yield return Rules.Not(Inner(resource, not));
        }

        if (schema["if"] is { } condition)
        {
            yield return Rules.If(
                Inner(resource, condition),
                schema["then"] is { } then ? Inner(resource, then) : null,
                schema["else"] is { } otherwise ? Inner(resource, otherwise) : null
            );
        }
    }

    private IEnumerable<Assertion> Arrays(SchemaResource resource, JsonObject schema)
    {
        var prefix = schema["prefixItems"] as JsonArray;
        if (prefix is not null)
        {
            yield return Rules.PrefixItems(Inner(resource, prefix));
        }

        if (schema["items"] is { } items)
        {
            yield return Rules.Items(prefix?.Count ?? 0, Inner(resource, items));
        }

        if (schema["contains"] is { } contains)
        {
            yield return Rules.Contains(
                Inner(resource, contains),
                ValueKeywords.Count(schema, "minContains") ?? 1,
                ValueKeywords.Count(schema, "maxContains")
            );
        }
    }

    private IEnumerable<Assertion> Objects(SchemaResource resource, JsonObject schema)
    {
        var members = Named(resource, schema, "properties");
        if (members.Length > 0)
        {
            yield return Rules.Properties(members);
        }

        var patterns = Named(resource, schema, "patternProperties")
            .Select(p => (Pattern: new ContractPattern(p.Name), p.Schema))
            .ToArray();
        if (patterns.Length > 0)
        {
            yield return Rules.PatternProperties(patterns);
        }

        if (schema["additionalProperties"] is { } additional)
        {
            yield return Rules.AdditionalProperties(
                [.. members.Select(m => m.Name)],
                [.. patterns.Select(p => p.Pattern)],
                Inner(resource, additional)
            );
        }

        if (schema["propertyNames"] is { } names)
        {
            yield return Rules.PropertyNames(Inner(resource, names));
        }

        foreach (var (name, inner) in Named(resource, schema, "dependentSchemas"))
        {
            yield return Rules.DependentSchema(name, inner);
        }

        foreach (var (name, inner) in Named(resource, schema, "dependencies"))
        {
            yield return Rules.DependentSchema(name, inner);
        }
    }

    private IEnumerable<Assertion> Unevaluated(SchemaResource resource, JsonObject schema)
    {
        if (schema["unevaluatedItems"] is { } items)
        {
            yield return Rules.UnevaluatedItems(Inner(resource, items));
        }

        if (schema["unevaluatedProperties"] is { } members)
        {
            yield return Rules.UnevaluatedProperties(Inner(resource, members));
        }
    }

    private (string Name, Assertion Schema)[] Named(
        SchemaResource resource,
        JsonObject schema,
        string keyword
    ) =>
        schema[keyword] is JsonObject named
            ?
            [
                .. named
                    .Where(m => m.Value is not JsonArray)
                    .Select(m => (m.Key, Inner(resource, m.Value!))),
            ]
            : [];
}
