using System.Text;
using System.Text.Json;
using Doku.Contracts.Schema.Diagnostics;

namespace Doku.Contracts.Schema.Json;

/// <summary>JSON text to a tree that knows where each value and name stands.</summary>
internal sealed class SchemaJsonParser
{
    private const int MaxDepth = 64;

    private readonly string _text;
    private readonly byte[] _utf8;
    private readonly Action<Rule, TextRange, string> _report;

    // The tokenizer counts bytes, editors count UTF-16 units. Tokens come in order, so one step forward is enough.
    private int _knownByte;
    private int _knownChar;

    private SchemaJsonParser(string text, Action<Rule, TextRange, string> report)
    {
        _text = text;
        _utf8 = Encoding.UTF8.GetBytes(text);
        _report = report;
    }

    public static SchemaNode? Parse(string text, Action<Rule, TextRange, string> report)
    {
        // What wasn't UTF-8 has become the replacement character by now, and a rule or a name would have it instead.
        var replaced = text.IndexOf('\uFFFD');
        var unpaired = IndexOfUnpaired(text);
        if (replaced >= 0 || unpaired >= 0)
        {
            report(
                Rule.MalformedJson,
                new TextRange(replaced >= 0 ? replaced : unpaired, 1),
                replaced >= 0
                    ? "it is not UTF-8 (or has the character U+FFFD, which stands for what isn't)"
                    : "half of a surrogate pair"
            );
            return null;
        }

        var parser = new SchemaJsonParser(text, report);
        try
        {
            var reader = new Utf8JsonReader(
                parser._utf8,
                new JsonReaderOptions
                {
                    MaxDepth = MaxDepth,
                    CommentHandling = JsonCommentHandling.Disallow,
                }
            );
            reader.Read();
            var root = parser.ReadValue(ref reader);
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            var at = parser.PositionOf(exception);
            report(
                Rule.MalformedJson,
                new TextRange(at, at < text.Length ? 1 : 0),
                Reason(exception)
            );
            return null;
        }
        catch (InvalidOperationException)
        {
            // The tokenizer passes an escape that is half of a surrogate pair; decoding it is what fails.
            report(
                Rule.MalformedJson,
                new TextRange(parser._knownChar, 1),
                "half of a surrogate pair"
            );
            return null;
        }
    }

    private static int IndexOfUnpaired(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Reason(JsonException exception)
    {
        var message = exception.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message.Substring(0, end)).TrimEnd('.');
    }

    private int PositionOf(JsonException exception)
    {
        var line = exception.LineNumber ?? 0;
        var offset = 0;
        while (line > 0)
        {
            offset = Array.IndexOf(_utf8, (byte)'\n', offset) + 1;
            line--;
        }

        offset = Math.Min(_utf8.Length, offset + (int)(exception.BytePositionInLine ?? 0));
        return Encoding.UTF8.GetCharCount(_utf8, 0, offset);
    }

    private SchemaNode ReadValue(ref Utf8JsonReader reader)
    {
        var start = CharAt(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, start);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, start);
            case JsonTokenType.String:
                return new SchemaNode(
                    SchemaNodeKind.String,
                    reader.GetString()!,
                    From(start, reader)
                );
            case JsonTokenType.Number:
                return Literal(SchemaNodeKind.Number, start, reader);
            case JsonTokenType.Null:
                return Literal(SchemaNodeKind.Null, start, reader);
            default:
                return Literal(SchemaNodeKind.Boolean, start, reader);
        }
    }

    private SchemaNode ReadObject(ref Utf8JsonReader reader, int start)
    {
        var node = new SchemaNode(SchemaNodeKind.Object, "", default);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var nameStart = CharAt(reader.TokenStartIndex);
            var name = reader.GetString()!;
            // What the tokenizer calls consumed takes the colon along; the name ends with its quote.
            var nameEnd = CharAt(reader.TokenStartIndex + reader.ValueSpan.Length + 2);
            var nameRange = new TextRange(nameStart, nameEnd - nameStart);
            if (!names.Add(name))
            {
                _report(Rule.DuplicateKey, nameRange, name);
            }

            reader.Read();
            node.Add(new SchemaMember(name, nameRange, ReadValue(ref reader)));
        }

        node.Range = From(start, reader);
        return node;
    }

    private SchemaNode ReadArray(ref Utf8JsonReader reader, int start)
    {
        var node = new SchemaNode(SchemaNodeKind.Array, "", default);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            node.Add(ReadValue(ref reader));
        }

        node.Range = From(start, reader);
        return node;
    }

    private SchemaNode Literal(SchemaNodeKind kind, int start, Utf8JsonReader reader)
    {
        var range = From(start, reader);
        return new SchemaNode(kind, _text.Substring(range.Start, range.Length), range);
    }

    private TextRange From(int start, Utf8JsonReader reader) =>
        new(start, CharAt(reader.BytesConsumed) - start);

    private int CharAt(long offset)
    {
        var bytes = (int)offset - _knownByte;
        _knownChar += Encoding.UTF8.GetCharCount(_utf8, _knownByte, bytes);
        _knownByte = (int)offset;
        return _knownChar;
    }
}
