using System.Text.Json;
using System.Text.Json.Nodes;
using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Schemas;

namespace Doku.Contracts.Sandbox.Answers;

/// <summary>
/// Writes a body by its schema: what is known where it belongs, what is required and unknown invented, the rest left
/// out. So a new contract is answered without a line of code.
/// </summary>
internal sealed class AnswerWriter(SchemaSet schemas, DateTimeOffset now)
{
    private readonly SchemaShape _shape = schemas.Shape;
    private readonly Invention _invention = new(schemas.Shape, now);

    /// <summary>A body that the schema allows.</summary>
    /// <param name="schema">The body's schema; null gives an empty object.</param>
    /// <param name="facts">Who knows what, the first to know wins.</param>
    /// <exception cref="UnanswerableException">No such body was found.</exception>
    internal byte[] Write(string? schema, params IReadOnlyList<IAnswerFacts> facts)
    {
        if (schema is null)
        {
            return "{}"u8.ToArray();
        }
        var place = schemas.Files.ResolvePath(schema);
        var body = Json.Bytes(Make(place, [], true, facts) ?? new JsonObject());
        var violations = schemas.Judge(schema, body);
        return violations.Count == 0 ? body : throw new UnanswerableException(schema, violations);
    }

    private JsonNode? Make(
        SchemaPlace place,
        List<string> path,
        bool required,
        IReadOnlyList<IAnswerFacts> facts
    )
    {
        var properties = path.Count < SchemaShape.MaxDepth ? _shape.Properties(place).ToList() : [];
        if (properties.Count > 0)
        {
            if (!required && !IsKnown(place, path, facts))
            {
                return null;
            }
            var made = new JsonObject();
            foreach (var (name, child) in properties)
            {
                if (Make(child, [.. path, name], _shape.Requires(place, name), facts) is { } value)
                {
                    made.Add(name, value);
                }
            }
            return made;
        }
        if (path.Count > 0 && Known(place, path, facts) is { } known)
        {
            return known;
        }
        return required ? Invent(place, path, facts) : null;
    }

    private JsonNode? Invent(
        SchemaPlace place,
        List<string> path,
        IReadOnlyList<IAnswerFacts> facts
    )
    {
        if (_shape.Items(place) is { } items && _shape.Takes(place, "array"))
        {
            var count = _shape.Keyword(place, "minItems")?.GetInt32() ?? 0;
            return new JsonArray([
                .. Enumerable.Range(0, count).Select(_ => Make(items, [.. path, "*"], true, facts)),
            ]);
        }
        return _shape.Takes(place, "object") ? new JsonObject() : _invention.Of(place);
    }

    private bool IsKnown(SchemaPlace place, List<string> path, IReadOnlyList<IAnswerFacts> facts) =>
        path.Count < SchemaShape.MaxDepth
        && _shape
            .Properties(place)
            .Any(property =>
                Known(property.Place, [.. path, property.Name], facts) is not null
                || IsKnown(property.Place, [.. path, property.Name], facts)
            );

    /// <summary>What is known and what the schema has among its choices: an acquirer that a contract does not list is left out.</summary>
    private JsonNode? Known(SchemaPlace place, List<string> path, IReadOnlyList<IAnswerFacts> facts)
    {
        var value = facts
            .Select(one => one.Find(path, place, _shape))
            .FirstOrDefault(one => one is not null);
        return
            value is not null
            && _shape.Keyword(place, "enum") is { ValueKind: JsonValueKind.Array } choices
            && !choices
                .EnumerateArray()
                .Any(choice => JsonNode.DeepEquals(JsonValue.Create(choice), value))
            ? null
            : value;
    }
}
