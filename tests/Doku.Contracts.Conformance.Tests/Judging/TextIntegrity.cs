using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>
/// What generated code demands of JSON beyond any schema: a value that is a text or an object and nothing else has no
/// half of a surrogate pair, for UTF-8 can't hold it; a value of which the schema says nothing is held as it is
/// written, and so has no member twice anywhere inside, for its meaning would be open.
/// </summary>
internal static class TextIntegrity
{
    private static readonly string[] Describing =
    [
        "properties",
        "additionalProperties",
        "items",
        "oneOf",
        "if",
    ];

    private static readonly Dictionary<char, char> Escapes = new()
    {
        ['b'] = '\b',
        ['f'] = '\f',
        ['n'] = '\n',
        ['r'] = '\r',
        ['t'] = '\t',
    };

    public static void Judge(
        IReadOnlyList<SchemaPart> parts,
        JsonElement value,
        string at,
        List<Fault> faults
    )
    {
        var types = parts.Select(p => p.Find("type")?.Node).OfType<JsonElement>().ToList();
        if (
            value.ValueKind == JsonValueKind.String
            && types.Exists(t => IsOnly(t, "string"))
            && HasLoneSurrogate(value)
        )
        {
            faults.Add(new Fault("surrogate", at, value, default));
        }

        if (value.ValueKind == JsonValueKind.Object && types.Exists(t => IsOnly(t, "object")))
        {
            foreach (var member in value.EnumerateObject().Where(m => !TryName(m, out _)))
            {
                faults.Add(new Fault("surrogate", at, member.Value, default));
            }
        }

        if (
            !parts.Any(p =>
                Describing.Any(k => p.Find(k) is { Node.ValueKind: not JsonValueKind.True })
            )
        )
        {
            FindDuplicates(value, at, faults, isInner: parts.All(p => p.Find("type") is null));
        }
    }

    /// <summary>A text as it is, even where it has half of a surrogate pair.</summary>
    public static string TextOf(JsonElement value)
    {
        var json = value.GetRawText().AsSpan()[1..^1];
        var text = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }

            i++;
            if (json[i] == 'u')
            {
                var unit = json.Slice(i + 1, 4);
                text.Append(
                    (char)int.Parse(unit, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                );
                i += 4;
            }
            else
            {
                text.Append(Escapes.GetValueOrDefault(json[i], json[i]));
            }
        }

        return text.ToString();
    }

    /// <summary>Reads a name; the framework says only by throwing that there is half of a surrogate pair in it.</summary>
    public static bool TryName(JsonProperty member, out string name)
    {
        try
        {
            name = member.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "\uFFFD";
            return false;
        }
    }

    /// <summary>A name, even where it has half of a surrogate pair.</summary>
    public static string NameOf(JsonProperty member) =>
        TryName(member, out var name) ? name : member.ToString();

    /// <summary>Whether two values are one. The framework throws where a text has half of a surrogate pair.</summary>
    public static bool AreEqual(JsonElement one, JsonElement other)
    {
        try
        {
            return JsonElement.DeepEquals(one, other);
        }
        catch (InvalidOperationException)
        {
            return one.GetRawText() == other.GetRawText();
        }
    }

    /// <summary>Whether a member is twice in an object, or in one inside it.</summary>
    public static bool HasDuplicates(JsonElement value)
    {
        var faults = new List<Fault>();
        FindDuplicates(value, "", faults, isInner: true);
        return faults.Count > 0;
    }

    /// <summary>Whether a text, or one inside a value, has half of a surrogate pair.</summary>
    public static bool HasLoneSurrogate(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => IsBroken(TextOf(value)),
            JsonValueKind.Array => value.EnumerateArray().Any(HasLoneSurrogate),
            JsonValueKind.Object => value
                .EnumerateObject()
                .Any(m => !TryName(m, out _) || HasLoneSurrogate(m.Value)),
            _ => false,
        };

    private static bool IsBroken(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOnly(JsonElement type, string name) =>
        type.ValueKind == JsonValueKind.String
            ? type.GetString() == name
            : type.EnumerateArray().All(t => t.GetString() == name || t.GetString() == "null");

    // Those of a typed value's own members are found where its members are judged.
    private static void FindDuplicates(
        JsonElement value,
        string at,
        List<Fault> faults,
        bool isInner
    )
    {
        var index = 0;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var (name, inner) in value.ValueKind switch
            {
                JsonValueKind.Array => value.EnumerateArray().Select(i => ($"{index++}", i)),
                JsonValueKind.Object => value
                    .EnumerateObject()
                    .Select(m => (TryName(m, out var n) ? n : "\uFFFD", m.Value)),
                _ => [],
            }
        )
        {
            var place = $"{at}/{name.Replace("~", "~0").Replace("/", "~1")}";
            if (isInner && value.ValueKind == JsonValueKind.Object && !names.Add(name))
            {
                faults.Add(new Fault("duplicate", place, inner, default));
            }

            FindDuplicates(inner, place, faults, isInner: true);
        }
    }
}
