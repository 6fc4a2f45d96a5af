namespace Doku.Contracts.Transport.Tests.Signing;

public sealed class KeyRingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Options_that_stay_the_same_give_the_same_ring()
    {
        var lone = new DokuOptions { SecretKey = "secret" };
        Assert.Same(DokuKeyRing.Of(lone), DokuKeyRing.Of(lone));
        var several = new DokuOptions();
        several.Keys.Add(new DokuKey { Id = "k", Secret = "secret" });
        Assert.Same(DokuKeyRing.Of(several), DokuKeyRing.Of(several));
        Assert.NotSame(DokuKeyRing.Of(lone), DokuKeyRing.Of(several));
    }

    [Fact]
    public void A_change_in_place_counts_at_once()
    {
        var options = new DokuOptions { SecretKey = "first" };
        Assert.Equal("first", Secret(options));
        options.SecretKey = "second";
        Assert.Equal("second", Secret(options));
        options.SecretKey = null;
        Assert.Null(Secret(options));
        var key = new DokuKey { Id = "k", Secret = "third" };
        options.Keys.Add(key);
        Assert.Equal("third", Secret(options));
        key.Secret = "fourth";
        Assert.Equal("fourth", Secret(options));
        options.Keys[0] = new DokuKey { Id = "l", Secret = "fifth" };
        Assert.Equal("fifth", Secret(options));
        options.Keys.Clear();
        Assert.Null(Secret(options));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void An_empty_secret_verifies_nothing_and_signs_nothing(string secret)
    {
        var options = new DokuOptions { SecretKey = secret };
        var ring = DokuKeyRing.Of(options);
        var message = new SignedMessage
        {
            ClientId = "C",
            RequestId = "R",
            Timestamp = "T",
            RequestTarget = "/",
        };
        var forged = Support.Signer.Sign(secret, "Request-Timestamp", "C", "R", "T", "/", null);
        Assert.Equal(SignatureFault.NoKey, DokuSignature.Verify(message, forged, ring, Now).Fault);
        Assert.Null(ring.CurrentAt(Now));
        Assert.Empty(ring.UsableAt(Now));
        var key = new DokuKey { Id = "k", Secret = secret };
        Assert.Throws<ArgumentException>(() => DokuSignature.Compute(message, key));
    }

    [Fact]
    public void Options_without_any_key_verify_nothing()
    {
        var message = new SignedMessage
        {
            ClientId = "C",
            RequestId = "R",
            Timestamp = "T",
            RequestTarget = "/",
        };
        var forged = Support.Signer.Sign("", "Request-Timestamp", "C", "R", "T", "/", null);
        var verdict = DokuSignature.Verify(message, forged, DokuKeyRing.Of(new DokuOptions()), Now);
        Assert.Equal(SignatureFault.NoKey, verdict.Fault);
    }

    [Fact]
    public void Discarded_options_take_their_keys_with_them()
    {
        var key = Discarded();
        for (var i = 0; i < 10 && key.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(key.IsAlive);
    }

    // Not inlined, so that no variable of the test's own keeps the options.
    [System.Runtime.CompilerServices.MethodImpl(
        System.Runtime.CompilerServices.MethodImplOptions.NoInlining
    )]
    private static WeakReference Discarded()
    {
        var options = new DokuOptions { SecretKey = "secret" };
        return new WeakReference(DokuKeyRing.Of(options).CurrentAt(Now));
    }

    private static string? Secret(DokuOptions options) =>
        DokuKeyRing.Of(options).CurrentAt(Now)?.Secret;
}
