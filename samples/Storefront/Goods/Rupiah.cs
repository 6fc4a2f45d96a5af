using System.Globalization;

namespace Storefront.Goods;

/// <summary>Amounts as they are written in Indonesia: <c>Rp 1.250.000</c>.</summary>
internal static class Rupiah
{
    private static readonly NumberFormatInfo Format = new() { NumberGroupSeparator = "." };

    internal static string Write(long amount) => "Rp " + amount.ToString("#,##0", Format);
}
