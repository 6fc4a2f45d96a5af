using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Storefront.Goods;

namespace Storefront.Hosting;

/// <summary>One browser's visit.</summary>
internal sealed class Session
{
    internal string Id { get; } = NewSecret();

    /// <summary>Stands in each form: another site can make a browser post here, but can't know this.</summary>
    internal string FormToken { get; } = NewSecret();

    internal Cart Cart { get; set; } = Cart.Empty;

    /// <summary>The order that was placed last.</summary>
    internal string? LastInvoice { get; set; }

    /// <summary>Held while an order is placed, so that a second click on the button makes no second order.</summary>
    internal SemaphoreSlim Ordering { get; } = new(1, 1);

    internal bool IsOwnForm(string? token) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(token ?? ""),
            Encoding.UTF8.GetBytes(FormToken)
        );

    private static string NewSecret() =>
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
