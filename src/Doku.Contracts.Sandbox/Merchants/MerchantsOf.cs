using Doku.Contracts.Sandbox.Store;

namespace Doku.Contracts.Sandbox;

/// <summary>Puts the merchants together from the options and from what a store kept.</summary>
internal static class MerchantsOf
{
    /// <summary>
    /// What the options say wins; what they leave open is as it was kept, so that a shop's configuration survives the
    /// sandbox's restart; the rest is new.
    /// </summary>
    internal static void Add(
        SandboxMerchantCollection merchants,
        DokuSandboxOptions options,
        StoredState stored
    )
    {
        var first = new SandboxMerchantOptions
        {
            Name = options.MerchantName,
            ClientId = options.ClientId,
            SecretKey = options.SecretKey,
            NotificationUrl = options.NotificationUrl,
        };
        var wanted = options.Merchants.Prepend(first).ToList();
        foreach (var merchant in wanted)
        {
            var kept = stored.Merchants.FirstOrDefault(one => one.Name == merchant.Name);
            var added = merchants.Add(
                merchant.Name,
                merchant.ClientId ?? kept?.ClientId,
                merchant.SecretKey ?? kept?.SecretKey
            );
            added.NotificationUrl = merchant.NotificationUrl ?? kept?.NotificationUrl;
        }
        foreach (
            var kept in stored.Merchants.Where(one =>
                wanted.TrueForAll(other => other.Name != one.Name)
            )
        )
        {
            merchants.Add(kept.Name, kept.ClientId, kept.SecretKey).NotificationUrl =
                kept.NotificationUrl;
        }
    }
}
