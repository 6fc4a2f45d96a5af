using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>
/// Says what an answer means, by status first. Success needs a signature that holds. DOKU doesn't say whether it signs
/// errors, so of a refusal the signature is only reported.
/// </summary>
internal static class AnswerJudge
{
    private const int RequestTimeout = 408;
    private const int Conflict = 409;

    internal static ContractOutcome<TResponse> Judge<TResponse>(DokuAnswer answer, string requestId)
        where TResponse : class, IContract<TResponse> =>
        answer.Status switch
        {
            >= 200 and < 300 => JudgeSuccess<TResponse>(answer, requestId, isReplay: false),
            // DOKU's answer to a Request-Id that it has seen: the original body again, or a conflict when that body was
            // for another order.
            Conflict => DokuErrorReader.IsError(answer.Body)
                ? Refuse<TResponse>(answer, requestId)
                : JudgeSuccess<TResponse>(answer, requestId, isReplay: true),
            // A gateway that gave up waiting may say this after DOKU has taken the order.
            RequestTimeout => new OutcomeUnknown<TResponse>(requestId, UnknownReason.TimedOut),
            // 429 included: a call turned away for being one too many was not looked at.
            >= 400 and < 500 => Refuse<TResponse>(answer, requestId),
            >= 500 => new OutcomeUnknown<TResponse>(requestId, UnknownReason.ServerFailed),
            // A redirect isn't followed, because the path is signed: nothing is known about the order.
            _ => new OutcomeUnknown<TResponse>(
                requestId,
                answer.Verdict.IsValid
                    ? UnknownReason.AnswerNotReadable
                    : UnknownReason.AnswerNotVerified
            ),
        };

    private static ContractOutcome<TResponse> JudgeSuccess<TResponse>(
        DokuAnswer answer,
        string requestId,
        bool isReplay
    )
        where TResponse : class, IContract<TResponse>
    {
        if (!answer.Verdict.IsValid)
        {
            return new OutcomeUnknown<TResponse>(requestId, UnknownReason.AnswerNotVerified);
        }

        return
            !DokuErrorReader.IsError(answer.Body)
            && ContractCodec.TryParse<TResponse>(
                answer.Body.Span,
                ContractReadOptions.Lenient,
                out var value,
                out _
            )
            ? new Accepted<TResponse>(requestId, value, isReplay)
            : new OutcomeUnknown<TResponse>(requestId, UnknownReason.AnswerNotReadable);
    }

    private static Refused<TResponse> Refuse<TResponse>(DokuAnswer answer, string requestId)
        where TResponse : class => new(requestId, DokuErrorReader.Read(answer));
}
