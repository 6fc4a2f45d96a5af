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
                "Check the client id and the secret key, because the answer's signature doesn't hold. ",
            UnknownReason.AnswerNotReadable =>
                "Check whether the contract still fits, because the verified answer can't be read. ",
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
