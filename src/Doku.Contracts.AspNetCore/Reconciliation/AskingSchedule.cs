namespace Doku.Contracts.AspNetCore;

/// <summary>
/// When each pending order's turn is. Kept in this process's memory: a process that begins asks about each order once,
/// and the order's age says how long it waits then.
/// </summary>
internal sealed class AskingSchedule(ReconciliationOptions options)
{
    private readonly Dictionary<string, Turn> _turns = new(StringComparer.Ordinal);
    private int _round;

    internal void BeginRound() => _round++;

    internal bool IsDue(PendingOrder order, DateTimeOffset now)
    {
        if (now - order.Since < options.PendingFor)
        {
            return false;
        }

        if (!_turns.TryGetValue(order.InvoiceNumber, out var turn))
        {
            return true;
        }

        turn.Round = _round;
        // Pending anew: it was over in between.
        if (turn.IsGivenUp && turn.Since == order.Since)
        {
            return false;
        }

        // A clock that went back doesn't put it off for as long as it was ahead.
        return now >= turn.NextAt || turn.NextAt - now > options.LongestDelay;
    }

    /// <summary>Notes what came of a question.</summary>
    /// <returns>True when the order is given up by it.</returns>
    internal bool Note(PendingOrder order, AskResult result, DateTimeOffset now)
    {
        var age = now - order.Since;
        var isAnswered = result is not (AskResult.NoResponse or AskResult.Failed);
        var delay =
            !isAnswered ? options.PendingFor
            : age < options.LongestDelay ? age
            : options.LongestDelay;
        var isGivenUp =
            result != AskResult.Found
            && age >= (isAnswered ? options.GiveUpAfter : 2 * options.GiveUpAfter);
        _turns[order.InvoiceNumber] = new Turn
        {
            Round = _round,
            Since = order.Since,
            NextAt = now + delay,
            IsGivenUp = isGivenUp,
        };
        return isGivenUp;
    }

    /// <summary>Forgets the orders that weren't listed in a whole round: they aren't pending any more.</summary>
    internal void EndRound()
    {
        foreach (var (invoiceNumber, turn) in _turns)
        {
            if (turn.Round != _round)
            {
                _turns.Remove(invoiceNumber);
            }
        }
    }

    private sealed class Turn
    {
        internal int Round { get; set; }

        internal required DateTimeOffset Since { get; init; }

        internal required DateTimeOffset NextAt { get; init; }

        internal required bool IsGivenUp { get; init; }
    }
}
