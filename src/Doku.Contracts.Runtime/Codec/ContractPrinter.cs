using System.Globalization;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <summary>Prints records for people: what is personal data is masked.</summary>
public static class ContractPrinter
{
    /// <summary>What stands in the place of a masked value.</summary>
    public static string Mask => "***";

    /// <summary>Appends a member.</summary>
    public static void Append(StringBuilder builder, string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder
            .Append(
                builder.Length > 0 && builder[^1] == ' ' && builder.Length > 1 && builder[^2] == '{'
                    ? ""
                    : ", "
            )
            .Append(name)
            .Append(" = ")
            .Append(Convert.ToString(value, CultureInfo.InvariantCulture));
    }

    /// <summary>Appends a member that is personal data: whether it is there, and nothing else.</summary>
    public static void AppendMasked(StringBuilder builder, string name, object? value) =>
        Append(builder, name, value is null ? null : Mask);
}
