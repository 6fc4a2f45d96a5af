using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Transport;

/// <summary>One text of a secret, and the hashes that are keyed with it. Never printed.</summary>
internal sealed class KeyedSecret
{
    private readonly HashPool _hashes;

    internal KeyedSecret(string? text)
    {
        Text = text ?? "";
        _hashes = new HashPool(Create);
    }

    internal string Text { get; }

    /// <summary>HMAC takes an empty key without complaint, and then anyone can sign; nor are blanks a secret.</summary>
    internal bool IsUsable => !BlankText.IsBlank(Text);

    internal int IdleCount => _hashes.IdleCount;

    /// <exception cref="InvalidOperationException">The secret is empty.</exception>
    internal void Mac(ReadOnlySpan<byte> data, Span<byte> mac) => _hashes.Hash(data, mac);

    internal void Retire() => _hashes.Retire();

    private IncrementalHash Create()
    {
        if (!IsUsable)
        {
            throw new InvalidOperationException("A key without a secret can't sign.");
        }

        // An array of its own and not a pooled one: the pool's next user must not find a secret.
        var key = Encoding.UTF8.GetBytes(Text);
        try
        {
            return IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
