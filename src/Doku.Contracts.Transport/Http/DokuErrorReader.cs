using System.Text.Json;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>
/// Reads the error bodies that DOKU was seen to send: <c>{"error":{"code","message","type"}}</c>,
/// <c>{"error_messages":[…]}</c>, and <c>message</c> as a text or a list. Anything else is an error without words.
/// </summary>
internal static class DokuErrorReader
{
    private const int MaxMessages = 32;

    internal static ContractRefusal Read(DokuAnswer answer)
    {
        var refusal = new ContractRefusal
        {
            Status = answer.Status,
            IsVerified = answer.Verdict.IsValid,
            RawBody = answer.Body,
        };
        using var document = TryParse(answer.Body);
        if (document is null || document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return refusal;
        }

        var root = document.RootElement;
        var error =
            root.TryGetProperty("error", out var inner) && inner.ValueKind == JsonValueKind.Object
                ? inner
                : root;
        var messages = new List<string>();
        AddTexts(error, "message", messages);
        AddTexts(root, "error_messages", messages);
        return refusal with
        {
            Code = Text(error, "code"),
            Kind = Text(error, "type"),
            Messages = messages.ToContractList(),
        };
    }

    /// <summary>Whether a body says that something went wrong, so that it can't be the answer to an accepted call.</summary>
    internal static bool IsError(ReadOnlyMemory<byte> body)
    {
        using var document = TryParse(body);
        if (document is null || document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var onlyErrorWords = true;
        var any = false;
        foreach (var member in document.RootElement.EnumerateObject())
        {
            any = true;
            if (member.NameEquals("error"u8) || member.NameEquals("error_messages"u8))
            {
                return true;
            }

            onlyErrorWords &=
                member.NameEquals("message"u8)
                || member.NameEquals("code"u8)
                || member.NameEquals("type"u8);
        }

        // DOKU Checkout answers success with a "message" too, beside the answer itself.
        return any && onlyErrorWords;
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            // A gateway's HTML, say: the status alone speaks.
            return null;
        }
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that aren't UTF-8.
            return null;
        }
    }

    private static void AddTexts(JsonElement parent, string name, List<string> texts)
    {
        if (!parent.TryGetProperty(name, out var value))
        {
            return;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            if (Text(value) is { } text)
            {
                texts.Add(text);
            }

            return;
        }

        foreach (var item in value.EnumerateArray().Take(MaxMessages))
        {
            if (Text(item) is { } text)
            {
                texts.Add(text);
            }
        }
    }
}
