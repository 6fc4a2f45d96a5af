namespace Doku.Contracts.Fuzz.Loop;

/// <summary>Makes new inputs out of the corpus: by bits and bytes, by words of the field, and by lines.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, int seed)
{
    private const int MaxLength = 100_000;
    private readonly Random _random = new(seed);

    internal byte[] Next()
    {
        List<byte> input = [.. corpus[_random.Next(corpus.Count)]];
        // Mostly few changes, so that much of what was right stays right.
        var changes = _random.Next(2) == 0 ? 1 : 1 << _random.Next(4);
        for (var i = 0; i < changes; i++)
        {
            Change(input);
        }

        return [.. input.Take(MaxLength)];
    }

    private void Change(List<byte> input)
    {
        if (input.Count == 0)
        {
            input.AddRange(Word());
            return;
        }

        switch (_random.Next(10))
        {
            case 0:
            case 1:
                input[Place(input)] ^= (byte)(1 << _random.Next(8));
                break;
            case 2:
                input[Place(input)] = (byte)_random.Next(256);
                break;
            case 3:
                input.InsertRange(_random.Next(input.Count + 1), Word());
                break;
            case 4:
                Remove(input);
                break;
            case 5:
                Repeat(input);
                break;
            case 6:
                Splice(input);
                break;
            case 7:
                ReplaceValue(input);
                break;
            case 8:
                RepeatLine(input);
                break;
            default:
                input.Insert(_random.Next(input.Count + 1), (byte)_random.Next(256));
                break;
        }
    }

    private int Place(List<byte> input) => _random.Next(input.Count);

    private ReadOnlySpan<byte> Word() => FuzzWords.All[_random.Next(FuzzWords.All.Count)];

    private (int Start, int Count) Piece(List<byte> input)
    {
        var start = Place(input);
        var longest = Math.Min(input.Count - start, 1 << _random.Next(1, 10));
        return (start, 1 + _random.Next(longest));
    }

    private void Remove(List<byte> input)
    {
        var (start, count) = Piece(input);
        input.RemoveRange(start, count);
    }

    private void Repeat(List<byte> input)
    {
        var (start, count) = Piece(input);
        var piece = input.GetRange(start, count);
        // Rarely many times: deep nesting and long texts.
        var times = _random.Next(20) == 0 ? _random.Next(2, 500) : 1;
        for (var i = 0; i < times && input.Count < MaxLength; i++)
        {
            input.InsertRange(start, piece);
        }
    }

    private void Splice(List<byte> input)
    {
        var other = corpus[_random.Next(corpus.Count)];
        var start = _random.Next(other.Length + 1);
        var count = _random.Next(Math.Min(other.Length - start, 256) + 1);
        input.InsertRange(_random.Next(input.Count + 1), other.AsSpan(start, count));
    }

    /// <summary>Puts another value where a JSON or header value stands: after a colon.</summary>
    private void ReplaceValue(List<byte> input)
    {
        var colon = input.IndexOf((byte)':', Place(input));
        if (colon < 0)
        {
            return;
        }

        var end = input.FindIndex(colon + 1, each => each is (byte)',' or (byte)'}' or (byte)'\n');
        input.RemoveRange(colon + 1, (end < 0 ? input.Count : end) - colon - 1);
        input.InsertRange(colon + 1, Word());
    }

    private void RepeatLine(List<byte> input)
    {
        var place = Place(input);
        var start = place == 0 ? 0 : input.LastIndexOf((byte)'\n', place - 1) + 1;
        var end = input.IndexOf((byte)'\n', place);
        if (end < 0)
        {
            return;
        }

        var line = input.GetRange(start, end + 1 - start);
        if (_random.Next(2) == 0)
        {
            input.RemoveRange(start, line.Count);
        }

        // Behind another line, or beside itself.
        var next = input.IndexOf(
            (byte)'\n',
            _random.Next(input.Count + 1) is var p && p < input.Count ? p : 0
        );
        input.InsertRange(next + 1, line);
    }
}
