using System.Buffers;
using System.Globalization;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <summary>A JSON text together with its table.</summary>
internal readonly ref struct JsonView
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly Span<JsonToken> _tokens;

    public JsonView(ReadOnlySpan<byte> utf8Json, Span<JsonToken> tokens)
    {
        _json = utf8Json;
        _tokens = tokens;
    }

    public int Count => _tokens.Length;

    public ref JsonToken this[int at] => ref _tokens[at];

    /// <summary>A value's text, quotes included.</summary>
    public ReadOnlySpan<byte> Raw(int at) => _json[_tokens[at].Start.._tokens[at].End];

    /// <summary>What is between a text's quotes, escapes as they are.</summary>
    public ReadOnlySpan<byte> Quoted(int at) =>
        _json[(_tokens[at].Start + 1)..(_tokens[at].End - 1)];

    /// <summary>The exact value of a number.</summary>
    public ExactNumber Number(int at) => new(Raw(at));

    /// <summary>Makes the text of a string or name.</summary>
    public string Text(int at)
    {
        var raw = Quoted(at);
        var buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        try
        {
            return new string(buffer, 0, JsonStrings.Decode(raw, buffer));
        }
        finally
        {
            // It may hold personal data.
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>The JSON Pointer of a value; a name has the pointer of its member.</summary>
    public string Pointer(int at)
    {
        if (_tokens[at].IsName)
        {
            at++;
        }

        var steps = new Stack<string>();
        for (; _tokens[at].Parent >= 0; at = _tokens[at].Parent)
        {
            steps.Push(
                _tokens[at - 1].IsName
                    ? ContractErrorSink.Pointer(Text(at - 1))
                    : string.Create(CultureInfo.InvariantCulture, $"/{IndexOf(at)}")
            );
        }

        return string.Concat(steps);
    }

    private int IndexOf(int item)
    {
        var index = 0;
        for (var at = _tokens[item].Parent + 1; at != item; at = _tokens[at].Next)
        {
            index++;
        }

        return index;
    }
}
