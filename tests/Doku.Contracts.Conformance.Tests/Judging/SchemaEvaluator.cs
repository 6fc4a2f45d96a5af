using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>
/// JSON Schema 2020-12 by the letter, keyword by keyword and slowly: what NJsonSchema doesn't know is judged here, and
/// nothing of it is shared with the generator. Besides, <see cref="TextIntegrity"/> holds.
/// </summary>
internal sealed class SchemaEvaluator(SchemaLibrary library)
{
    public List<Fault> Judge(SchemaPart schema, byte[] utf8)
    {
        var faults = new List<Fault>();
        if (!Utf8.IsValid(utf8))
        {
            return [new Fault("malformed", "", default, default)];
        }

        JsonElement root;
        try
        {
            root = JsonElement.Parse(utf8);
        }
        catch (JsonException)
        {
            return [new Fault("malformed", "", default, default)];
        }

        JudgeValue(schema, root, "", faults);
        return faults;
    }

    // A value of its own, to which several schemas may speak; what they all are is in 'schema'.
    private void JudgeValue(SchemaPart schema, JsonElement value, string at, List<Fault> faults)
    {
        var before = faults.Count;
        TextIntegrity.Judge(library.Flatten(schema), value, at, faults);
        if (value.ValueKind != JsonValueKind.String || faults.Count == before)
        {
            Judge(schema, value, at, faults);
        }
    }

    private bool IsValid(SchemaPart schema, JsonElement value)
    {
        var faults = new List<Fault>();
        Judge(schema, value, "", faults);
        return faults.Count == 0;
    }

    private void Judge(SchemaPart schema, JsonElement value, string at, List<Fault> faults)
    {
        if (schema.Node.ValueKind != JsonValueKind.Object)
        {
            if (schema.Node.ValueKind == JsonValueKind.False)
            {
                faults.Add(new Fault("false", at, value, schema.Node));
            }

            return;
        }

        foreach (var keyword in schema.Node.EnumerateObject())
        {
            var limit = keyword.Value;
            if (
                TextRules.Holds(keyword.Name, limit, value) == false
                || NumberRules.Holds(keyword.Name, limit, value) == false
            )
            {
                faults.Add(new Fault(keyword.Name, at, value, limit));
            }

            JudgeKeyword(schema, keyword, value, at, faults);
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            new ObjectRules(JudgeValue).Judge(schema, value, at, faults);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            JudgeArray(schema, value, at, faults);
        }
    }

    private void JudgeKeyword(
        SchemaPart schema,
        JsonProperty keyword,
        JsonElement value,
        string at,
        List<Fault> faults
    )
    {
        var limit = keyword.Value;
        switch (keyword.Name)
        {
            case "$ref":
                Judge(library.Resolve(schema.File, limit.GetString()!), value, at, faults);
                break;
            case "allOf":
                foreach (var part in limit.EnumerateArray())
                {
                    Judge(schema.At(part), value, at, faults);
                }

                break;
            case "anyOf" when !limit.EnumerateArray().Any(b => IsValid(schema.At(b), value)):
                faults.Add(new Fault(keyword.Name, at, value, limit));
                break;
            case "oneOf":
                JudgeChoice(schema, limit, value, at, faults);
                break;
            case "if":
                if (schema.Find(IsValid(schema.At(limit), value) ? "then" : "else") is { } branch)
                {
                    JudgeBranch(branch, value, at, faults);
                }

                break;
            case "type" when !Types(limit).Any(type => IsOf(value, type)):
            case "const" when !TextIntegrity.AreEqual(limit, value):
            case "enum" when !limit.EnumerateArray().Any(a => TextIntegrity.AreEqual(a, value)):
                faults.Add(new Fault(keyword.Name, at, value, limit));
                break;
        }
    }

    // What a branch finds is the condition's fault.
    private void JudgeBranch(SchemaPart branch, JsonElement value, string at, List<Fault> faults)
    {
        var found = new List<Fault>();
        Judge(branch, value, at, found);
        faults.AddRange(found.Select(fault => fault with { Keyword = "if" }));
    }

    // Of branches that all fail, the one that was meant is the one whose discriminator fits; else that of fewest faults.
    private void JudgeChoice(
        SchemaPart schema,
        JsonElement branches,
        JsonElement value,
        string at,
        List<Fault> faults
    )
    {
        var results = new List<List<Fault>>();
        foreach (var branch in branches.EnumerateArray())
        {
            var found = new List<Fault>();
            if (value.ValueKind == JsonValueKind.Object)
            {
                JudgeValue(schema.At(branch), value, at, found);
            }
            else
            {
                Judge(schema.At(branch), value, at, found);
            }

            results.Add(found);
        }

        var fitting = results.Count(found => found.Count == 0);
        if (fitting == 0)
        {
            faults.AddRange(
                results
                    .OrderBy(found => found.Exists(fault => IsDiscriminator(fault, at)))
                    .ThenBy(found => found.Count)
                    .First()
            );
        }
        else if (fitting > 1)
        {
            faults.Add(new Fault("oneOf", at, value, branches));
        }
    }

    private static bool IsDiscriminator(Fault fault, string at) =>
        fault.Keyword is "enum" or "const" && fault.Pointer.LastIndexOf('/') == at.Length;

    private void JudgeArray(SchemaPart schema, JsonElement value, string at, List<Fault> faults)
    {
        var count = value.GetArrayLength();
        void Check(string keyword, Func<JsonElement, bool> holds)
        {
            if (schema.Find(keyword) is { } limit && !holds(limit.Node))
            {
                faults.Add(new Fault(keyword, at, value, limit.Node));
            }
        }

        var before = faults.Count;
        if (schema.Find("items") is { } items)
        {
            // An array that is one of several types is held as it is written, with all that is in it.
            Action<SchemaPart, JsonElement, string, List<Fault>> judge =
                schema.Find("type") is { } type && Types(type.Node).Count(t => t != "null") > 1
                    ? Judge
                    : JudgeValue;
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                judge(items, item, $"{at}/{index++}", faults);
            }
        }

        if (
            schema.Find("contains") is { } wanted
            && !value.EnumerateArray().Any(item => IsValid(wanted, item))
        )
        {
            faults.Add(new Fault("contains", at, value, wanted.Node));
        }

        Check("minItems", limit => NumberRules.Compare(count, limit) >= 0);
        Check("maxItems", limit => NumberRules.Compare(count, limit) <= 0);
        if (faults.Count == before)
        {
            Check("uniqueItems", limit => !limit.GetBoolean() || AreUnique(value));
        }
    }

    private static bool AreUnique(JsonElement array)
    {
        var items = array.EnumerateArray().ToList();
        return !items
            .Where((item, i) => items.Take(i).Any(o => TextIntegrity.AreEqual(o, item)))
            .Any();
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(t => t.GetString()!)
            : [type.GetString()!];

    private static bool IsOf(JsonElement value, string type) =>
        type switch
        {
            "integer" => value.ValueKind == JsonValueKind.Number
                && ExactNumber.Parse(value.GetRawText()).IsWhole,
            "number" => value.ValueKind == JsonValueKind.Number,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            _ => value.ValueKind == JsonValueKind.Null,
        };
}
