using System.Buffers;
using System.Text.Json;

namespace Doku.Contracts.Runtime;

/// <summary>Makes the table of a JSON text. Nesting costs no stack, however deep it is.</summary>
internal static class JsonTokenizer
{
    private const int FewTokens = 64;

    /// <summary>Makes a table in an array that goes back to the pool by <see cref="Return"/>.</summary>
    /// <param name="utf8Json">One value that is known to be JSON.</param>
    /// <param name="count">How many tokens there are.</param>
    public static JsonToken[] Rent(ReadOnlySpan<byte> utf8Json, out int count)
    {
        var reader = new Utf8JsonReader(
            utf8Json,
            new JsonReaderOptions { MaxDepth = int.MaxValue }
        );
        var tokens = ArrayPool<JsonToken>.Shared.Rent(FewTokens);
        count = 0;
        var parent = -1;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                ref var ended = ref tokens[parent];
                ended.End = (int)reader.BytesConsumed;
                ended.Next = count;
                parent = ended.Parent;
                continue;
            }

            if (count == tokens.Length)
            {
                tokens = Grow(tokens);
            }

            tokens[count] = Begin(ref reader, count, parent);
            if (parent >= 0 && !(tokens[count].IsName))
            {
                tokens[parent].Count++;
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                parent = count;
            }

            count++;
        }

        return tokens;
    }

    /// <summary>Makes a table that is kept.</summary>
    public static JsonToken[] Tokenize(ReadOnlySpan<byte> utf8Json)
    {
        var tokens = Rent(utf8Json, out var count);
        var kept = tokens[..count];
        Return(tokens);
        return kept;
    }

    /// <summary>Gives the array back.</summary>
    // A table holds places and hash codes, no text.
    public static void Return(JsonToken[] tokens) => ArrayPool<JsonToken>.Shared.Return(tokens);

    private static JsonToken Begin(ref Utf8JsonReader reader, int index, int parent)
    {
        var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        return new JsonToken
        {
            Kind = KindOf(reader.TokenType),
            IsName = reader.TokenType == JsonTokenType.PropertyName,
            IsEscaped = isText && reader.ValueIsEscaped,
            Start = (int)reader.TokenStartIndex,
            End = (int)reader.TokenStartIndex + reader.ValueSpan.Length + (isText ? 2 : 0),
            Next = index + 1,
            Parent = parent,
        };
    }

    private static JsonKind KindOf(JsonTokenType type) =>
        type switch
        {
            JsonTokenType.StartObject => JsonKind.Object,
            JsonTokenType.StartArray => JsonKind.Array,
            JsonTokenType.Number => JsonKind.Number,
            JsonTokenType.True => JsonKind.True,
            JsonTokenType.False => JsonKind.False,
            JsonTokenType.Null => JsonKind.Null,
            _ => JsonKind.String,
        };

    private static JsonToken[] Grow(JsonToken[] tokens)
    {
        var larger = ArrayPool<JsonToken>.Shared.Rent(tokens.Length * 2);
        tokens.CopyTo(larger, 0);
        Return(tokens);
        return larger;
    }
}
