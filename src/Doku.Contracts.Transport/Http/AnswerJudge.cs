using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>
/// Says what an answer means, by status first. Success needs a signature that holds, and the order that was asked for.
/// DOKU doesn't say whether it signs errors, so a refusal may have DOKU's form in place of a signature.
/// </summary>
internal static class AnswerJudge
{
    private const int RequestTimeout = 408;
    private const int Conflict = 409;

    internal static ContractOutcome<TResponse> Judge<TResponse>(
        DokuAnswer answer,
        DokuExchange exchange,
        ContractOperation<TResponse> operation,
        DateTimeOffset now
    )
        where TResponse : class, IContract<TResponse>
    {
        using var document = JsonBody.TryParse(answer.Body);
        var body = document?.RootElement;
        return answer.Status switch
        {
            >= 200 and < 300 => JudgeSuccess(isReplay: false),
            // DOKU's answer to a Request-Id that it has seen: the original body again, or an error when that body was for
            // another order.
            Conflict => DokuErrorReader.IsError(body) ? Refuse() : JudgeSuccess(isReplay: true),
            // A gateway that gave up waiting may say this after DOKU has taken the order.
            RequestTimeout => Unknown(UnknownReason.TimedOut),
            // 429 included: a call turned away for being one too many was not looked at.
            >= 400 and < 500 => Refuse(),
            >= 500 => Unknown(UnknownReason.ServerFailed),
            // A redirect isn't followed, because the path is signed: nothing is known about the order.
            _ => Unknown(
                answer.Verdict.IsValid
                    ? UnknownReason.AnswerNotReadable
                    : UnknownReason.AnswerNotVerified
            ),
        };

        ContractOutcome<TResponse> JudgeSuccess(bool isReplay)
        {
            if (!answer.Verdict.IsValid)
            {
                return Unknown(UnknownReason.AnswerNotVerified);
            }

            if (
                body is not { } root
                || DokuErrorReader.IsError(root)
                || !ContractCodec.TryRead<TResponse>(
                    answer.Body.Span,
                    ContractReadOptions.Lenient,
                    out var value,
                    out _
                )
            )
            {
                return Unknown(UnknownReason.AnswerNotReadable);
            }

            if (
                exchange.Body is { } request
                && EchoedMembers.Differ(operation.Echoes, root, request.Memory)
            )
            {
                // Given again, it is the other order's that this Request-Id stands for. Given for the first time, it may
                // hide that this order was taken, and money may move.
                return isReplay ? Refuse(isConflict: true) : Unknown(UnknownReason.AnotherOrder);
            }

            return new Accepted<TResponse>(exchange.RequestId, value, isReplay);
        }

        ContractOutcome<TResponse> Refuse(bool isConflict = false)
        {
            if (!DokuErrorReader.IsFromDoku(answer, body))
            {
                return Unknown(UnknownReason.AnswerNotVerified);
            }

            var refusal = DokuErrorReader.Read(answer, body, operation.ErrorMembers) with
            {
                IsRequestIdConflict = isConflict,
            };
            return answer.SettlesRefusal
                ? new Refused<TResponse>(exchange.RequestId, refusal)
                : exchange.Unknown<TResponse>(UnknownReason.RefusedLater, now, refusal: refusal);
        }

        OutcomeUnknown<TResponse> Unknown(UnknownReason reason) =>
            exchange.Unknown<TResponse>(reason, now);
    }
}
