using System.Globalization;

namespace Doku.Contracts.Runtime;

/// <summary>What to do about an outcome that isn't known, in words.</summary>
internal static class UnknownSteps
{
    internal static string Of(UnknownReason reason, DateTimeOffset? statusFrom)
    {
        var first = reason switch
        {
            UnknownReason.AnswerNotVerified =>
                "Check the client id, the secret key and what stands on the way, because the answer isn't signed by the partner. ",
            UnknownReason.AnswerNotReadable =>
                "Check whether the contract still fits, because the verified answer can't be read. ",
            UnknownReason.AnotherOrder =>
                "Ask the partner, because the verified answer is about another order or amount. ",
            UnknownReason.NotReached => "Check the connection, because no attempt took effect. ",
            _ => "",
        };
        return statusFrom is not { } from ? first + "Make the call again under the same Request-Id."
            : reason == UnknownReason.RefusedLater
                ? $"Ask for the status from {Stamp(from)} on: an attempt was refused, and an earlier one may have taken effect. Make no new call before that."
            : $"{first}Repeat the call under the same Request-Id, or ask for the status from {Stamp(from)} on. Make no new call before that.";
    }

    private static string Stamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
