using System.Runtime.CompilerServices;

namespace Doku.Contracts.Transport;

/// <summary>
/// A merchant's secret keys. Two overlap while one replaces the other: sign with the current one, verify with any
/// that counts at the moment.
/// </summary>
public sealed class DokuKeyRing
{
    private static readonly string SingleKeyId = "default";

    // Options are read anew for each call, and stay the same object until the configuration changes. The ring of one
    // object is kept with it, and so are the hashes that are keyed with its secrets; both go when the object goes.
    private static readonly ConditionalWeakTable<DokuOptions, DokuKeyRing> Rings = [];
    private readonly DokuKey[] _keys;

    /// <summary>Makes a ring of keys.</summary>
    public DokuKeyRing(params IEnumerable<DokuKey> keys)
    {
        _keys = [.. keys];
    }

    /// <summary>
    /// The keys of a merchant's options as they are now; a lone <see cref="DokuOptions.SecretKey"/> is called
    /// <c>default</c>. The same ring again while the options don't change.
    /// </summary>
    public static DokuKeyRing Of(DokuOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Rings.TryGetValue(options, out var known) && known.IsOf(options))
        {
            return known;
        }

        var ring = options.SecretKey is { } secret
            ? new DokuKeyRing(new DokuKey { Id = SingleKeyId, Secret = secret })
            : new DokuKeyRing(options.Keys);
        Rings.AddOrUpdate(options, ring);
        return ring;
    }

    internal ReadOnlySpan<DokuKey> All => _keys;

    /// <summary>The key to sign with: of those that count at the moment, the one that began last.</summary>
    /// <returns>Null when no key counts.</returns>
    public DokuKey? CurrentAt(DateTimeOffset moment)
    {
        DokuKey? current = null;
        foreach (var key in _keys)
        {
            if (
                IsUsable(key, moment)
                && (
                    current is null
                    || (key.NotBefore ?? DateTimeOffset.MinValue)
                        > (current.NotBefore ?? DateTimeOffset.MinValue)
                )
            )
            {
                current = key;
            }
        }

        return current;
    }

    /// <summary>The keys to verify with: those that count at the moment and have a secret.</summary>
    public IEnumerable<DokuKey> UsableAt(DateTimeOffset moment) =>
        _keys.Where(key => IsUsable(key, moment));

    /// <summary>How many keys there are, without any secret.</summary>
    public override string ToString() => $"{_keys.Length} keys";

    private static bool IsUsable(DokuKey key, DateTimeOffset moment) =>
        key.Keyed().IsUsable && key.IsValidAt(moment);

    /// <summary>Whether this is still the ring of options that a program may have changed in place.</summary>
    private bool IsOf(DokuOptions options) =>
        options.SecretKey is { } secret
            ? _keys is [{ } lone] && !options.Keys.Contains(lone) && lone.Secret == secret
            : HasSameKeys(options.Keys);

    private bool HasSameKeys(IList<DokuKey> keys)
    {
        if (keys.Count != _keys.Length)
        {
            return false;
        }

        for (var i = 0; i < _keys.Length; i++)
        {
            if (!ReferenceEquals(keys[i], _keys[i]))
            {
                return false;
            }
        }

        return true;
    }
}
