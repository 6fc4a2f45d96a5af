using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Storefront.Goods;

namespace Storefront.Hosting;

/// <summary>One browser's visit.</summary>
/// <param name="id">What the cookie holds: a secret, from which the rest follows.</param>
internal sealed class Session(string id)
{
    internal string Id { get; } = id;

    /// <summary>The visit's name in the database, from which nobody who reads it can make a cookie.</summary>
    internal string Owner { get; } = Hash("owner", id);

    /// <summary>Stands in each form: another site can make a browser post here, but can't know this.</summary>
    internal string FormToken { get; } = Hash("form", id);

    internal Cart Cart { get; set; } = Cart.Empty;

    /// <summary>The order that was placed last.</summary>
    internal string? LastInvoice { get; set; }

    /// <summary>Held while an order is placed, so that a second click on the button makes no second order.</summary>
    internal SemaphoreSlim Ordering { get; } = new(1, 1);

    internal static Session New() =>
        new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    internal bool IsOwnForm(string? token) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(token ?? ""),
            Encoding.UTF8.GetBytes(FormToken)
        );

    private static string Hash(string purpose, string id) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}:{id}")));
}
