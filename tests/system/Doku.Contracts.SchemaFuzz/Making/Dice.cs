namespace Doku.Contracts.SchemaFuzz.Making;

/// <summary>Choices of a seeded random.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int limit) => _random.Next(limit);

    public int Between(int least, int most) => _random.Next(least, most + 1);

    /// <summary>True in so many of a hundred throws.</summary>
    public bool Percent(int share) => _random.Next(100) < share;

    public T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public T Either<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    /// <summary>One of some choices, each as likely as its weight.</summary>
    public T Weighted<T>(params ReadOnlySpan<(int Weight, T Choice)> choices)
    {
        var total = 0;
        foreach (var (weight, _) in choices)
        {
            total += weight;
        }

        var left = _random.Next(total);
        foreach (var (weight, choice) in choices)
        {
            left -= weight;
            if (left < 0)
            {
                return choice;
            }
        }

        throw new InvalidOperationException("No weights.");
    }

    /// <summary>Some different ones, in any order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> choices, int least, int most)
    {
        var all = choices.Distinct().ToArray();
        _random.Shuffle(all);
        return [.. all.Take(Between(least, Math.Min(most, all.Length)))];
    }
}
