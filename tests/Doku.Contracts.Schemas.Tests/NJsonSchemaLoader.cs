using System.Text.Json.Nodes;
using NJsonSchema;

namespace Doku.Contracts.Schemas.Tests;

/// <summary>
/// Gives NJsonSchema a schema file with everything that it refers to. JsonSchema.FromFileAsync will not do: it
/// takes a $ref inside a referenced file as relative to the first file. So each schema that is referred to is put,
/// unchanged but for its own references, under "definitions" of one document.
/// </summary>
internal sealed class NJsonSchemaLoader
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly JsonObject _definitions = [];

    private NJsonSchemaLoader() { }

    public static Task<JsonSchema> LoadAsync(string file, CancellationToken cancellation)
    {
        var loader = new NJsonSchemaLoader();
        var root = (JsonObject)loader.Copy(file, ToNode(SchemaFiles.Open(file)))!;
        root["definitions"] = loader._definitions;
        return JsonSchema.FromJsonAsync(root.ToJsonString(), cancellation);
    }

    private string Define(SchemaPlace place)
    {
        var key = place.ToString();
        if (!_names.TryGetValue(key, out var name))
        {
            name = $"schema{_names.Count}";
            _names.Add(key, name);
            _definitions[name] = Copy(place.File, ToNode(place));
        }
        return name;
    }

    private JsonNode? Copy(string file, JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members
                    // What is in $defs comes in where it is referred to.
                    .Where(member => member.Key is not ("$defs" or "$schema"))
                    .Select(member =>
                        KeyValuePair.Create(member.Key, CopyMember(file, member.Key, member.Value))
                    )
            ),
            JsonArray elements => new JsonArray(
                elements.Select(element => Copy(file, element)).ToArray()
            ),
            _ => node?.DeepClone(),
        };

    private JsonNode? CopyMember(string file, string name, JsonNode? value) =>
        name == "$ref"
            ? $"#/definitions/{Define(SchemaFiles.Resolve(file, value!.GetValue<string>()))}"
            : Copy(file, value);

    private static JsonNode? ToNode(SchemaPlace place) => JsonNode.Parse(place.Node.GetRawText());
}
