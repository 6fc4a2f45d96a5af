using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Doku.Contracts.AspNetCore;

/// <summary>Finds the order that a notification is about: a JSON Pointer through members of objects.</summary>
internal sealed class OrderPointer
{
    private readonly string[] _members;

    /// <param name="pointer">The JSON Pointer, which begins with a slash.</param>
    internal OrderPointer(string pointer) =>
        _members = [
            .. pointer[1..]
                .Split('/')
                .Select(member => member.Replace("~1", "/").Replace("~0", "~")),
        ];

    /// <summary>
    /// The order's key in the ledger: a hash of the merchant, the endpoint and the number, so of one length, whatever the
    /// number holds, and all that a database must compare.
    /// </summary>
    /// <param name="key">The merchant and the endpoint.</param>
    /// <param name="body">What the contract could read.</param>
    /// <returns>Null where the body names no order: no text, number or member there.</returns>
    internal string? KeyOf(NotificationKey key, ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 1000 });
        try
        {
            return
                reader.Read()
                && Find(ref reader)
                && reader.TokenType is JsonTokenType.String or JsonTokenType.Number
                ? Hash(key, reader.ValueSpan)
                : null;
        }
        catch (JsonException)
        {
            // The contract's reader is the judge of bodies. What this one can't walk through belongs to no order.
            return null;
        }
    }

    private static string Hash(NotificationKey key, ReadOnlySpan<byte> number)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // A header and a name in one line each.
        hash.AppendData(Encoding.UTF8.GetBytes($"{key.ClientId}\n{key.Endpoint}\n"));
        hash.AppendData(number);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private bool Find(ref Utf8JsonReader reader)
    {
        foreach (var member in _members)
        {
            if (!Enter(ref reader, member))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Enter(ref Utf8JsonReader reader, string member)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(member);
            reader.Read();
            if (isIt)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
