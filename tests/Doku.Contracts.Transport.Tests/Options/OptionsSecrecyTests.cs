using System.Text.Json;
using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.Transport.Tests.Options;

public sealed class OptionsSecrecyTests
{
    [Fact]
    public void Options_that_are_serialised_hold_no_secret()
    {
        var options = new DokuOptions
        {
            ClientId = "MCH-1",
            SecretKey = FakeDoku.Secret,
            Keys =
            {
                new DokuKey { Id = "2026-11", Secret = FakeDoku.Secret },
            },
        };
        var json = JsonSerializer.Serialize(options);
        Assert.Contains("2026-11", json, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeDoku.Secret, json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\u200B\u200D")]
    [InlineData("\u2800")]
    public void A_secret_that_nobody_can_see_signs_nothing(string secret)
    {
        var ring = new DokuKeyRing(new DokuKey { Id = "blank", Secret = secret });
        Assert.Null(ring.CurrentAt(Bench.Start));
        Assert.Empty(ring.UsableAt(Bench.Start));
    }
}
