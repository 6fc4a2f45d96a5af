using System.Text;
using System.Text.Json;

namespace Doku.Contracts.Fuzz.Loop;

/// <summary>
/// Writes JSON documents in the shape of the corpus, with other values in them: numbers above all, of any length and
/// exponent. Members come twice, are left out or are of the wrong kind; some documents end early or aren't UTF-8.
/// </summary>
internal sealed class DocumentMaker(IReadOnlyList<byte[]> corpus, int seed)
{
    private const int MaxDepth = 300;
    private readonly Random _random = new(seed);
    private readonly JsonElement[] _shapes = [.. corpus.SelectMany(Parse)];
    private readonly StringBuilder _text = new();

    internal byte[] Next()
    {
        _text.Clear();
        Write(_shapes[_random.Next(_shapes.Length)]);
        var bytes = Encoding.UTF8.GetBytes(_text.ToString());
        return _random.Next(24) switch
        {
            0 or 1 => bytes[.._random.Next(bytes.Length)],
            2 => Broken(bytes),
            _ => bytes,
        };
    }

    private static IEnumerable<JsonElement> Parse(byte[] example)
    {
        try
        {
            using var document = JsonDocument.Parse(example);
            return [document.RootElement.Clone()];
        }
        catch (JsonException)
        {
            // Not every example of the corpus is one.
            return [];
        }
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private byte[] Broken(byte[] bytes)
    {
        bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        return bytes;
    }

    private void Write(JsonElement shape)
    {
        if (Chance(60))
        {
            WriteOther();
            return;
        }

        switch (shape.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(shape);
                break;
            case JsonValueKind.Array:
                WriteArray(shape);
                break;
            case JsonValueKind.Number when Chance(2):
                _text.Append(JsonWords.Number(_random));
                break;
            case JsonValueKind.String when Chance(12):
                _text.Append(JsonWords.Text(_random));
                break;
            default:
                _text.Append(shape.GetRawText());
                break;
        }
    }

    private void WriteObject(JsonElement shape)
    {
        _text.Append('{');
        var isFirst = true;
        foreach (var member in shape.EnumerateObject())
        {
            // None, one, or the same again.
            for (
                var times =
                    Chance(80) ? 0
                    : Chance(60) ? 2
                    : 1;
                times > 0;
                times--
            )
            {
                Separate(ref isFirst);
                _text.Append(JsonWords.Name(member.Name, _random)).Append(':');
                Write(member.Value);
            }
        }

        if (Chance(20))
        {
            Separate(ref isFirst);
            _text.Append(JsonWords.Text(_random)).Append(':');
            WriteOther();
        }

        _text.Append('}');
    }

    private void WriteArray(JsonElement shape)
    {
        _text.Append('[');
        var isFirst = true;
        foreach (var item in shape.EnumerateArray())
        {
            for (var times = Chance(30) ? _random.Next(40) : 1; times > 0; times--)
            {
                Separate(ref isFirst);
                Write(item);
            }
        }

        _text.Append(']');
    }

    private void Separate(ref bool isFirst)
    {
        _text.Append(
            isFirst ? ""
            : Chance(200) ? ",,"
            : ","
        );
        isFirst = false;
    }

    /// <summary>Something of another kind, as likely as not.</summary>
    private void WriteOther()
    {
        switch (_random.Next(8))
        {
            case 0:
                _text.Append("null");
                break;
            case 1:
                _text.Append(Chance(2) ? "true" : "{}");
                break;
            case 2:
                _text.Append(JsonWords.Text(_random));
                break;
            case 3:
                WriteNested();
                break;
            case 4:
                Write(_shapes[_random.Next(_shapes.Length)]);
                break;
            default:
                _text.Append(JsonWords.Number(_random));
                break;
        }
    }

    private void WriteNested()
    {
        // Mostly below the depth at which readers stop, sometimes beyond.
        var depth = 1 + _random.Next(Chance(4) ? MaxDepth : 70);
        var isArray = Chance(2);
        _text.Insert(_text.Length, isArray ? "[" : "{\"a\":", depth);
        _text.Append(JsonWords.Number(_random));
        _text.Append(isArray ? ']' : '}', Chance(10) ? depth - 1 : depth);
    }
}
