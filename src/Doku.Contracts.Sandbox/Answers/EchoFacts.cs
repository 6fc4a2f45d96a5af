using System.Text.Json;
using System.Text.Json.Nodes;
using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Schemas;

namespace Doku.Contracts.Sandbox.Answers;

/// <summary>What was said before: a member of the same place in a body, or of the same name in the path.</summary>
internal sealed class EchoFacts(
    IReadOnlyList<KeyValuePair<string, string>> parameters,
    params IReadOnlyList<JsonElement> bodies
) : IAnswerFacts
{
    public JsonNode? Find(IReadOnlyList<string> path, SchemaPlace place, SchemaShape shape)
    {
        foreach (var body in bodies)
        {
            if (Json.Find(body, [.. path]) is { } value && Scalar(value) is { } scalar)
            {
                return scalar;
            }
        }
        var named = parameters.FirstOrDefault(one => one.Key == path[^1]);
        return named.Key is null ? null : named.Value;
    }

    private static JsonValue? Scalar(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String
            or JsonValueKind.Number
            or JsonValueKind.True
            or JsonValueKind.False => JsonValue.Create(value.Clone()),
            _ => null,
        };
}
