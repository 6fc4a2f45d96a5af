using System.Globalization;

namespace Doku.Contracts.Generators.Printing;

/// <summary>Numbers as C# literals.</summary>
internal static class Literals
{
    public static string Number(decimal value) =>
        value.ToString(CultureInfo.InvariantCulture) + "m";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string WholeNumber(decimal value) =>
        value == long.MinValue
            ? "long.MinValue"
            : decimal.Truncate(value).ToString("0", CultureInfo.InvariantCulture) + "L";

    /// <summary>A number in words.</summary>
    public static string Words(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);
}
