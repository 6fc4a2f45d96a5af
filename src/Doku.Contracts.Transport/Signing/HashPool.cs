using System.Security.Cryptography;

namespace Doku.Contracts.Transport;

/// <summary>
/// Hashes that are used again. Making one is dear beside hashing a message of DOKU's size, above all for a keyed one,
/// which works its key in first and is back at that state after each message.
/// </summary>
internal sealed class HashPool(Func<IncrementalHash> create)
{
    // More messages at once than this are hashed all the same, by hashes that aren't kept.
    private static readonly int MaxIdle = Math.Clamp(Environment.ProcessorCount * 2, 4, 32);
    private readonly IncrementalHash?[] _idle = new IncrementalHash?[MaxIdle];
    private volatile bool _isRetired;

    /// <summary>How many hashes wait for their next message.</summary>
    internal int IdleCount => _idle.Count(hash => hash is not null);

    /// <summary>Hashes bytes. Safe for many threads at once.</summary>
    internal void Hash(ReadOnlySpan<byte> data, Span<byte> result)
    {
        var hash = Take() ?? create();
        // One that threw isn't returned: it could hold half a message, and the next result would be wrong.
        hash.AppendData(data);
        hash.GetHashAndReset(result);
        Return(hash);
    }

    /// <summary>Lets go of what waits, at once; and of what is in use, when it comes back.</summary>
    internal void Retire()
    {
        _isRetired = true;
        while (Take() is { } hash)
        {
            hash.Dispose();
        }
    }

    private IncrementalHash? Take()
    {
        foreach (ref var place in _idle.AsSpan())
        {
            if (place is not null && Interlocked.Exchange(ref place, null) is { } hash)
            {
                return hash;
            }
        }

        return null;
    }

    private void Return(IncrementalHash hash)
    {
        foreach (ref var place in _idle.AsSpan())
        {
            if (place is null && Interlocked.CompareExchange(ref place, hash, null) is null)
            {
                // The pool may have been retired between the last look and now.
                if (_isRetired)
                {
                    Retire();
                }

                return;
            }
        }

        hash.Dispose();
    }
}
