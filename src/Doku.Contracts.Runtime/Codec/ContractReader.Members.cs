using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Doku.Contracts.Runtime;

/// <content>Members that come twice, or that no schema declares.</content>
public ref partial struct ContractReader
{
    /// <summary>Notes that a declared member was met; reports and skips it the second time.</summary>
    /// <param name="seen">One bit a member.</param>
    /// <param name="member">The member's number.</param>
    public bool IsFirst(ref ulong seen, int member)
    {
        var bit = 1UL << member;
        if ((seen & bit) == 0)
        {
            seen |= bit;
            return true;
        }

        PassOverSecond();
        return false;
    }

    /// <summary>Notes that a member without a name in the schema was met; reports and skips it the second time.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="seen">The names met so far; made at the first.</param>
    /// <param name="text">The name as a text.</param>
    public bool IsFirst(ReadOnlySpan<byte> name, ref HashSet<string>? seen, out string text)
    {
        text = Encoding.UTF8.GetString(name);
        if ((seen ??= new HashSet<string>(StringComparer.Ordinal)).Add(text))
        {
            return true;
        }

        Errors.AddAt(
            ContractErrorSink.Pointer(text),
            ContractErrorCodes.DuplicateMember,
            ContractWords.Duplicate
        );
        Skip();
        return false;
    }

    /// <summary>Passes over a member that the schema doesn't declare; reports one that comes twice, or at all when the object is closed.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="seen">The names met so far; made at the first.</param>
    /// <param name="isClosed">Whether the schema says <c>additionalProperties: false</c>.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Unknown(ReadOnlySpan<byte> name, ref HashSet<string>? seen, bool isClosed)
    {
        if (!IsFirst(name, ref seen, out var text))
        {
            return;
        }

        if (isClosed && IsStrict)
        {
            Errors.AddAt(
                ContractErrorSink.Pointer(text),
                ContractErrorCodes.UnknownMember,
                ContractWords.UnknownMember
            );
        }

        Skip();
    }

    /// <summary>Passes over an item that the schema has no place for; reports it when reading strictly.</summary>
    public void UnknownItem()
    {
        if (IsStrict)
        {
            Errors.Add(ContractErrorCodes.NotAllowed, "must not be there");
        }

        Skip();
    }

    /// <summary>
    /// Looks ahead for a text member of the object at which the reader stands, without moving: what tells the
    /// branches of a <c>oneOf</c> apart may come last.
    /// </summary>
    /// <param name="member">The member's name.</param>
    /// <returns>Its text; null when there is no such member, or it isn't a text, or this isn't an object.</returns>
    public readonly string? FindText(scoped ReadOnlySpan<byte> member)
    {
        var left = _maxDepth - _depth;
        if (First != '{' || left <= 0)
        {
            return null;
        }

        var ahead = new Utf8JsonReader(_json[_start..], new JsonReaderOptions { MaxDepth = left });
        try
        {
            ahead.Read();
            return FindText(ref ahead, member);
        }
        catch (JsonException)
        {
            // What isn't JSON is reported, with its place, when the value is read or passed over.
            return null;
        }
    }

    private static string? FindText(ref Utf8JsonReader ahead, scoped ReadOnlySpan<byte> member)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isMember = ahead.ValueTextEquals(member);
            ahead.Read();
            if (isMember)
            {
                return ahead.TokenType == JsonTokenType.String ? TextOrNull(ref ahead) : null;
            }

            ahead.Skip();
        }

        return null;
    }

    private static string? TextOrNull(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is no branch's text; reading the value reports it at its place.
            return null;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PassOverSecond()
    {
        Errors.Add(ContractErrorCodes.DuplicateMember, ContractWords.Duplicate);
        Skip();
    }
}
