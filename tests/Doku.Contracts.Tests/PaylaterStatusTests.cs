using Doku.Contracts.Common;

namespace Doku.Contracts.Tests;

public sealed class PaylaterStatusTests
{
    [Theory]
    [InlineData("SUCCESS", true)]
    [InlineData("EXPIRED", true)]
    [InlineData("REFUNDED", true)]
    [InlineData("PENDING", false)]
    [InlineData("FAILED", false)]
    [InlineData("TIMEOUT", false)]
    [InlineData("REDIRECT", false)]
    [InlineData("SOMETHING_NEW", false)]
    public void Knows_which_status_is_final(string status, bool isFinal) =>
        Assert.Equal(isFinal, new PaylaterStatus(status).IsFinal);

    [Theory]
    [InlineData("SUCCESS", "FAILED", "SUCCESS")]
    [InlineData("SUCCESS", "EXPIRED", "SUCCESS")]
    [InlineData("SUCCESS", "PENDING", "SUCCESS")]
    [InlineData("SUCCESS", "REFUNDED", "REFUNDED")]
    [InlineData("REFUNDED", "SUCCESS", "REFUNDED")]
    [InlineData("EXPIRED", "SUCCESS", "SUCCESS")]
    [InlineData("EXPIRED", "FAILED", "EXPIRED")]
    [InlineData("FAILED", "SUCCESS", "SUCCESS")]
    [InlineData("PENDING", "FAILED", "FAILED")]
    [InlineData("FAILED", "PENDING", "PENDING")]
    public void A_final_status_gives_way_only_to_a_weightier_one(
        string current,
        string reported,
        string result
    ) =>
        Assert.Equal(result, new PaylaterStatus(current).After(new PaylaterStatus(reported)).Value);

    [Fact]
    public void Whatever_the_order_of_the_reports_a_paid_order_ends_paid()
    {
        string[] reports = ["PENDING", "FAILED", "SUCCESS", "EXPIRED", "FAILED"];
        foreach (var order in Permutations(reports))
        {
            var status = order.Aggregate(
                PaylaterStatus.Pending,
                (s, r) => s.After(new PaylaterStatus(r))
            );
            Assert.Equal(PaylaterStatus.Success, status);
        }
    }

    private static IEnumerable<IEnumerable<string>> Permutations(string[] items) =>
        items.Length <= 1
            ? [items]
            : items.SelectMany(
                (item, i) =>
                    Permutations([.. items[..i], .. items[(i + 1)..]]).Select(p => p.Prepend(item))
            );
}
