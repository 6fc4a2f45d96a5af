namespace Doku.Contracts.Sandbox.Signing;

/// <summary>Finds out what a wrong signature was made from: one known mistake, or two together.</summary>
internal static class SignatureDiagnosis
{
    // Two mistakes at once are tried among the common ones only: all pairs would take seconds.
    private const int MostOfAKind = 24;

    internal static IReadOnlyList<SignatureMistake> Find(SignedRequest request, byte[] claimed)
    {
        var mistakes = SignatureMistakes.Of(request).ToList();
        var parts = request.Parts();
        if (parts.Sign().AsSpan().SequenceEqual(claimed))
        {
            return [];
        }
        foreach (var mistake in mistakes)
        {
            if (mistake.Make(parts).Sign().AsSpan().SequenceEqual(claimed))
            {
                return [mistake];
            }
        }

        var common = mistakes
            .GroupBy(mistake => mistake.Component)
            .SelectMany(kind => kind.Take(MostOfAKind))
            .ToList();
        for (var first = 0; first < common.Count; first++)
        {
            var changed = common[first].Make(parts);
            for (var second = first + 1; second < common.Count; second++)
            {
                if (
                    common[second].Component != common[first].Component
                    && common[second].Make(changed).Sign().AsSpan().SequenceEqual(claimed)
                )
                {
                    return [common[first], common[second]];
                }
            }
        }
        return [];
    }
}
