using System.Globalization;

namespace Doku.Contracts.Sandbox.Payment;

/// <summary>Amounts as they are written in Indonesia: <c>Rp 170.000</c>, sen after a comma.</summary>
internal static class Rupiah
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
    };

    internal static string Write(decimal amount) => "Rp " + amount.ToString("#,##0.##", Format);
}
