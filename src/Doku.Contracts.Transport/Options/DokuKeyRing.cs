namespace Doku.Contracts.Transport;

/// <summary>
/// A merchant's secret keys. Two overlap while one replaces the other: sign with the current one, verify with any
/// that counts at the moment.
/// </summary>
public sealed class DokuKeyRing
{
    private static readonly string SingleKeyId = "default";
    private readonly DokuKey[] _keys;

    /// <summary>Makes a ring of keys.</summary>
    public DokuKeyRing(params IEnumerable<DokuKey> keys)
    {
        _keys = [.. keys];
    }

    /// <summary>The keys of a merchant's options; a lone <see cref="DokuOptions.SecretKey"/> is called <c>default</c>.</summary>
    public static DokuKeyRing Of(DokuOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.SecretKey is { } secret
            ? new DokuKeyRing(new DokuKey { Id = SingleKeyId, Secret = secret })
            : new DokuKeyRing(options.Keys);
    }

    /// <summary>The key to sign with: of those that count at the moment, the one that began last.</summary>
    /// <returns>Null when no key counts.</returns>
    public DokuKey? CurrentAt(DateTimeOffset moment)
    {
        DokuKey? current = null;
        foreach (var key in UsableAt(moment))
        {
            if (
                current is null
                || (key.NotBefore ?? DateTimeOffset.MinValue)
                    > (current.NotBefore ?? DateTimeOffset.MinValue)
            )
            {
                current = key;
            }
        }

        return current;
    }

    /// <summary>The keys to verify with: those that count at the moment and have a secret.</summary>
    public IEnumerable<DokuKey> UsableAt(DateTimeOffset moment) =>
        // HMAC takes an empty key without complaint, and then anyone can sign.
        _keys.Where(key => key.IsValidAt(moment) && !string.IsNullOrEmpty(key.Secret));

    /// <summary>How many keys there are, without any secret.</summary>
    public override string ToString() => $"{_keys.Length} keys";
}
