using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Transport.Tests.Signing;

public sealed class KeyedSecretTests
{
    [Fact]
    public void A_secret_is_keyed_once_and_its_hash_used_again()
    {
        var secret = new KeyedSecret("secret");
        for (var length = 0; length < 300; length++)
        {
            var data = new byte[length];
            Assert.Equal(Expected("secret", data), Mac(secret, data));
        }

        Assert.Equal(1, secret.IdleCount);
    }

    [Fact]
    public void A_retired_secret_still_ends_what_was_begun_and_keeps_no_hash()
    {
        var secret = new KeyedSecret("secret");
        Mac(secret, [1]);
        secret.Retire();
        Assert.Equal(0, secret.IdleCount);
        Assert.Equal(Expected("secret", [2]), Mac(secret, [2]));
        Assert.Equal(0, secret.IdleCount);
    }

    [Fact]
    public void A_changed_secret_lets_go_of_the_former_one()
    {
        var key = new DokuKey { Id = "k", Secret = "first" };
        var former = key.Keyed();
        Mac(former, [1]);
        key.Secret = "second";
        Assert.Equal(0, former.IdleCount);
        Assert.Equal("second", key.Secret);
        Assert.Equal(Expected("second", [1]), Mac(key.Keyed(), [1]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\n")]
    public void Without_a_secret_nothing_is_keyed(string? text)
    {
        var secret = new KeyedSecret(text);
        Assert.False(secret.IsUsable);
        Assert.Throws<InvalidOperationException>(() => Mac(secret, [1]));
    }

    [Fact]
    public async Task Many_threads_two_keys_and_a_rotation_give_right_results_only()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var keys = new[]
        {
            new DokuKey { Id = "a", Secret = "secret-a" },
            new DokuKey { Id = "b", Secret = "secret-b" },
        };
        var wrong = new ConcurrentQueue<string>();
        var signed = 0;
        using var rotation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rotator = Task.Run(
            () =>
            {
                // The same secret set again: results stay, pools are retired under the signers' hands.
                while (!rotation.IsCancellationRequested)
                {
                    keys[0].Secret = "secret-a";
                    Thread.Yield();
                }
            },
            cancellationToken
        );
        await Parallel.ForAsync(
            0,
            32,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 32,
                CancellationToken = cancellationToken,
            },
            async (worker, _) =>
            {
                await Task.Yield();
                var key = keys[worker % 2];
                for (var i = 0; i < 500; i++)
                {
                    var message = Message(worker, i);
                    if (DokuSignature.Compute(message, key) != Independent(message, key.Secret))
                    {
                        wrong.Enqueue($"{worker}/{i}");
                    }

                    Interlocked.Increment(ref signed);
                }
            }
        );
        await rotation.CancelAsync();
        await rotator;
        Assert.Empty(wrong);
        Assert.Equal(32 * 500, signed);
        Assert.InRange(keys[1].Keyed().IdleCount, 1, 32);
    }

    [Fact]
    public void Verifying_allocates_nothing_and_signing_the_header_value_alone()
    {
        var key = new DokuKey { Id = "k", Secret = "secret" };
        var ring = new DokuKeyRing(new DokuKey { Id = "other", Secret = "other" }, key);
        var message = Message(1, 1);
        var signature = DokuSignature.Compute(message, key);
        var now = DateTimeOffset.UnixEpoch;
        var isValid = true;
        // The least of many rounds, the first that has none: while the runtime still watches its own methods run, to
        // compile them better, some of them box.
        long Allocated(Action action, long enough)
        {
            var least = long.MaxValue;
            for (var round = 0; round < 2000 && least > enough; round++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var i = 0; i < 1000; i++)
                {
                    action();
                }

                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            return least;
        }

        Assert.Equal(
            0,
            Allocated(
                () => isValid &= DokuSignature.Verify(message, signature, ring, now).IsValid,
                enough: 0
            )
        );
        Assert.True(isValid);
        // A string of 55 characters, with its head.
        var header = 1000 * (((22 + (55 * 2) + 7) / 8) * 8);
        Assert.Equal(header, Allocated(() => DokuSignature.Compute(message, key), header));
    }

    private static SignedMessage Message(int worker, int i) =>
        new()
        {
            ClientId = $"C-{worker}",
            RequestId = $"R-{i}",
            Timestamp = "2026-11-22T01:51:00Z",
            // Some are longer than the buffer on the stack.
            RequestTarget = "/" + new string('p', i % 100 == 0 ? 3000 : i % 100),
            Body = Encoding.ASCII.GetBytes(new string('b', i * 3)),
        };

    private static string Independent(in SignedMessage message, string secret) =>
        Support.Signer.Sign(
            secret,
            "Request-Timestamp",
            message.ClientId,
            message.RequestId,
            message.Timestamp,
            message.RequestTarget,
            message.Body.ToArray()
        );

    private static byte[] Mac(KeyedSecret secret, byte[] data)
    {
        var mac = new byte[32];
        secret.Mac(data, mac);
        return mac;
    }

    private static byte[] Expected(string secret, byte[] data) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), data);
}
