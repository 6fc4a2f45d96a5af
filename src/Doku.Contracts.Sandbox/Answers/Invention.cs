using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Doku.Contracts.Sandbox.Schemas;
using Doku.Contracts.Sandbox.Signing;

namespace Doku.Contracts.Sandbox.Answers;

/// <summary>Values for members that an answer must have and nobody knows: the simplest that their schema allows.</summary>
internal sealed class Invention(SchemaShape shape, DateTimeOffset now)
{
    // Tried in turn against a pattern; what fits none is refused by the judge, with the place named.
    private static readonly string[] Letters = ["A", "a", "0", "1", "A1", "a-1"];

    internal JsonNode? Of(SchemaPlace place)
    {
        if (Given(place) is { } given)
        {
            return JsonValue.Create(given.Clone());
        }
        if (shape.Takes(place, "string"))
        {
            return Text(place);
        }
        if (shape.Takes(place, "integer") || shape.Takes(place, "number"))
        {
            return Number(place);
        }
        return shape.Takes(place, "boolean") ? JsonValue.Create(true) : null;
    }

    private JsonElement? Given(SchemaPlace place)
    {
        if ((shape.Keyword(place, "const") ?? shape.Keyword(place, "default")) is { } one)
        {
            return one;
        }
        var list = shape.Keyword(place, "enum") ?? shape.Keyword(place, "examples");
        return list is { ValueKind: JsonValueKind.Array } several && several.GetArrayLength() > 0
            ? several[0]
            : null;
    }

    private string Text(SchemaPlace place)
    {
        switch (shape.Keyword(place, "format")?.GetString())
        {
            case "date-time":
                return WireTime.Header(now);
            case "date":
                return now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case "doku-jakarta":
                return WireTime.CompactJakarta(now);
            case "doku-utc":
                return WireTime.CompactUtc(now);
            case "uri":
                return "https://sandbox.invalid/";
            case "email":
                return "someone@sandbox.invalid";
            case "uuid":
                return Guid.CreateVersion7(now).ToString();
        }

        var least = Math.Max(Length(place, "minLength") ?? 1, 1);
        var most = Math.Max(Length(place, "maxLength") ?? 512, least);
        if (shape.Keyword(place, "pattern")?.GetString() is { } pattern)
        {
            // One candidate a length is enough for a character class with a repeat.
            var fit =
                from length in Enumerable.Range(least, Math.Min(most - least + 1, 64))
                from letter in Letters
                let text = Repeat(letter, length)
                where Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))
                select text;
            return fit.FirstOrDefault() ?? Repeat("A", least);
        }
        return Repeat("A", least);
    }

    private JsonValue Number(SchemaPlace place)
    {
        var least = Decimal(place, "minimum") ?? Decimal(place, "exclusiveMinimum") + Step(place);
        return JsonValue.Create(least ?? Math.Min(Step(place), Decimal(place, "maximum") ?? 1));
    }

    private decimal Step(SchemaPlace place) => Decimal(place, "multipleOf") ?? 1;

    private decimal? Decimal(SchemaPlace place, string keyword) =>
        shape.Keyword(place, keyword)?.GetDecimal();

    private int? Length(SchemaPlace place, string keyword) =>
        shape.Keyword(place, keyword)?.GetInt32();

    private static string Repeat(string text, int length) =>
        string.Concat(Enumerable.Repeat(text, (length / text.Length) + 1))[..length];
}
