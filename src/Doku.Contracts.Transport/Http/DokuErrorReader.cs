using System.Text.Json;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>Reads the error bodies that DOKU was seen to send. Anything else is an error without words.</summary>
internal static class DokuErrorReader
{
    /// <param name="answer">The answer as it came.</param>
    /// <param name="body">Its JSON; null when it is none: a gateway's HTML, say, of which the status alone speaks.</param>
    /// <param name="members">Where the contract says that code, kind and messages are.</param>
    internal static ContractRefusal Read(
        DokuAnswer answer,
        JsonElement? body,
        ContractList<ContractMember> members
    )
    {
        var refusal = new ContractRefusal
        {
            Status = answer.Status,
            IsVerified = answer.Verdict.IsValid,
            RawBody = answer.Body,
        };
        return body is not { } root
            ? refusal
            : refusal with
            {
                Code = Texts(root, members, ContractRoles.ErrorCode).FirstOrDefault(),
                Kind = Texts(root, members, ContractRoles.ErrorKind).FirstOrDefault(),
                Messages = Texts(root, members, ContractRoles.ErrorMessage).ToContractList(),
            };
    }

    /// <summary>
    /// Whether a body says that something went wrong, so that it can't be the answer to an accepted call. The names of
    /// the members decide, whatever their values are: an error of a form not seen before must not pass for success.
    /// </summary>
    internal static bool IsError(JsonElement? body)
    {
        if (body is not { ValueKind: JsonValueKind.Object } root)
        {
            return false;
        }

        var onlyErrorWords = true;
        var any = false;
        foreach (var member in root.EnumerateObject())
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
    internal static bool IsFromDoku(DokuAnswer answer, JsonElement? body) =>
        answer.Verdict.IsValid
        || (
            body is { ValueKind: JsonValueKind.Object } root
            && (
                Is(root, "error_messages"u8, JsonValueKind.Array)
                || Is(root, "message"u8, JsonValueKind.Array)
                || (
                    Is(root, "error"u8, JsonValueKind.Object)
                    && Is(root.GetProperty("error"u8), "code"u8, JsonValueKind.String)
                )
            )
        );

    private static IEnumerable<string> Texts(
        JsonElement root,
        ContractList<ContractMember> members,
        string role
    ) =>
        members
            .Where(member => member.Role == role)
            .Select(member => JsonBody.Find(root, member.Pointer))
            .OfType<JsonElement>()
            .SelectMany<JsonElement, JsonElement>(found =>
                found.ValueKind == JsonValueKind.Array ? found.EnumerateArray() : [found]
            )
            .Select(JsonBody.TextOf)
            .OfType<string>();

    private static bool Is(JsonElement parent, ReadOnlySpan<byte> name, JsonValueKind kind) =>
        parent.TryGetProperty(name, out var member) && member.ValueKind == kind;
}
