namespace Doku.Contracts.Sandbox.Payment;

/// <summary>How a customer may spread a payment. The rates are the sandbox's own; an acquirer's depend on the customer.</summary>
/// <param name="Months">Number of monthly payments; 1 is one payment after 30 days.</param>
/// <param name="MonthlyRate">Interest a month on the whole amount: 0.026 is 2.6 %.</param>
internal sealed record Tenor(int Months, decimal MonthlyRate)
{
    internal static IReadOnlyList<Tenor> All { get; } =
    [new(1, 0), new(3, 0), new(6, 0.026m), new(12, 0.026m)];

    internal string Name => Months == 1 ? "In 30 days" : $"{Months} months";

    /// <summary>The tenor with a number of months as a form sends it; the first when there is none such.</summary>
    internal static Tenor Choose(string? months) =>
        All.FirstOrDefault(one =>
            string.Equals(one.Months.ToString("0", null), months, StringComparison.Ordinal)
        ) ?? All[0];

    /// <summary>What is due each month, in whole rupiah, rounded up.</summary>
    internal decimal MonthlySum(long amount) =>
        decimal.Ceiling((amount / (decimal)Months) + (amount * MonthlyRate));
}
