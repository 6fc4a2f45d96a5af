using System.Globalization;
using System.Text.Json;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>
/// Whether a response is about what was asked: members that repeat the request's must be equal. A response that differs
/// is about another order, however well it is signed.
/// </summary>
internal static class EchoedMembers
{
    private const NumberStyles Decimal =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <param name="echoes">Which members repeat which.</param>
    /// <param name="response">The response.</param>
    /// <param name="request">The request's bytes.</param>
    /// <returns>True when a member of the response differs from the request's. What either doesn't say is no difference.</returns>
    internal static bool Differ(
        ContractList<ContractEcho> echoes,
        JsonElement response,
        ReadOnlyMemory<byte> request
    )
    {
        JsonDocument? asked = null;
        try
        {
            foreach (var echo in echoes)
            {
                if (JsonBody.Find(response, echo.Response) is not { } said)
                {
                    continue;
                }

                asked ??= JsonDocument.Parse(request);
                if (
                    JsonBody.Find(asked.RootElement, echo.Request) is { } meant
                    && !AreEqual(meant, said)
                )
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            asked?.Dispose();
        }
    }

    /// <summary>Numbers are equal by value, as a string of digits too; strings by their characters.</summary>
    internal static bool AreEqual(JsonElement meant, JsonElement said) =>
        meant.ValueKind switch
        {
            JsonValueKind.Number => NumberOf(meant) is { } number && number == NumberOf(said),
            JsonValueKind.String => JsonBody.TextOf(meant) is { } text
                && said.ValueKind == JsonValueKind.String
                && string.Equals(text, JsonBody.TextOf(said), StringComparison.Ordinal),
            _ => JsonElement.DeepEquals(meant, said),
        };

    private static decimal? NumberOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) ? number
        : decimal.TryParse(
            JsonBody.TextOf(element),
            Decimal,
            CultureInfo.InvariantCulture,
            out var spelled
        )
            ? spelled
        : null;
}
