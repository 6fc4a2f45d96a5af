using System.Text.Json;
using Doku.Contracts.Common;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>Reads the error bodies that DOKU was seen to send. Anything else is an error without words.</summary>
internal static class DokuErrorReader
{
    internal static ContractRefusal Read(DokuAnswer answer)
    {
        var refusal = new ContractRefusal
        {
            Status = answer.Status,
            IsVerified = answer.Verdict.IsValid,
            RawBody = answer.Body,
        };
        if (
            !ErrorResponse.TryRead(
                answer.Body.Span,
                ContractReadOptions.Lenient,
                out var response,
                out _
            )
        )
        {
            // A gateway's HTML, say: the status alone speaks.
            return refusal;
        }

        var messages = new List<string>();
        if ((response.Error?.Message ?? WordsOf(response.Error?.OtherValue)) is { } message)
        {
            messages.Add(message);
        }

        messages.AddRange(response.ErrorMessages ?? []);
        messages.AddRange(response.Message ?? []);
        if (response.ResponseMessage is { } words)
        {
            messages.Add(words);
        }

        return refusal with
        {
            Code = response.Error?.Code ?? response.ResponseCode,
            Kind = response.Error?.Type,
            Messages = messages.ToContractList(),
        };
    }

    private static string? WordsOf(ContractValue? value) =>
        value is not null && value.TryGetString(out var words) ? words : null;

    /// <summary>
    /// Whether a body says that something went wrong, so that it can't be the answer to an accepted call. The names of
    /// the members decide, whatever their values are: an error of a form not seen before must not pass for success.
    /// </summary>
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

    /// <summary>
    /// Whether DOKU itself speaks: by a signature, or by a form of error that only DOKU was seen to use. One sentence
    /// under "message" is none: a gateway, too, says so that it has no such route.
    /// </summary>
    internal static bool IsFromDoku(DokuAnswer answer)
    {
        if (answer.Verdict.IsValid)
        {
            return true;
        }

        using var document = TryParse(answer.Body);
        return document is { RootElement: { ValueKind: JsonValueKind.Object } root }
            && (
                Is(root, "error_messages"u8, JsonValueKind.Array)
                || Is(root, "message"u8, JsonValueKind.Array)
                || (
                    Is(root, "error"u8, JsonValueKind.Object)
                    && Is(root.GetProperty("error"u8), "code"u8, JsonValueKind.String)
                )
            );
    }

    private static bool Is(JsonElement parent, ReadOnlySpan<byte> name, JsonValueKind kind) =>
        parent.TryGetProperty(name, out var member) && member.ValueKind == kind;

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
