using System.Buffers;

namespace Doku.Contracts.Runtime.Assertions;

/// <content>Texts and names.</content>
internal ref partial struct Judgement
{
    /// <summary>The characters of a string or name; the memory is used again for the next one.</summary>
    public ReadOnlySpan<char> Text(int at)
    {
        var raw = View.Quoted(at);
        if (_text is null || _text.Length < raw.Length)
        {
            ReturnText();
            _text = ArrayPool<char>.Shared.Rent(raw.Length);
        }

        return _text.AsSpan(0, JsonStrings.Decode(raw, _text));
    }

    /// <summary>A text's length as JSON Schema counts it.</summary>
    public int CodePoints(int at)
    {
        if (View[at].IsEscaped)
        {
            return ContractChecks.CodePoints(Text(at));
        }

        var count = 0;
        foreach (var unit in View.Quoted(at))
        {
            // All but the first byte of a character begin with the bits 10.
            count += (unit & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }

    /// <summary>Whether an object has a member.</summary>
    public bool HasMember(int at, string name)
    {
        for (var member = at + 1; member < View[at].Next; member = View[member + 1].Next)
        {
            if (Text(member).SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private readonly void ReturnText()
    {
        if (_text is not null)
        {
            // It may hold personal data.
            ArrayPool<char>.Shared.Return(_text, clearArray: true);
        }
    }
}
