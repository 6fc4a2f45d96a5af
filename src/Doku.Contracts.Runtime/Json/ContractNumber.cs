using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <summary>
/// A JSON number of any size and precision, for members whose limits <see cref="long"/> and <see cref="decimal"/> can't
/// hold. Numbers are equal and ordered by value: <c>1</c>, <c>1.0</c> and <c>10e-1</c> are one number, and have one text.
/// </summary>
public readonly struct ContractNumber : IEquatable<ContractNumber>, IComparable<ContractNumber>
{
    private readonly byte[]? _utf8;

    // Canonical, so that equal numbers have equal bytes.
    private ContractNumber(byte[] utf8)
    {
        _utf8 = utf8;
    }

    /// <summary>Takes a number as JSON writes it.</summary>
    /// <exception cref="FormatException">The text isn't a JSON number. The exception doesn't repeat it.</exception>
    public static ContractNumber From(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var utf8 = Encoding.UTF8.GetBytes(number);
        return utf8.Length > 0 && JsonSyntax.NumberLength(utf8, out _, out _, out _) == utf8.Length
            ? new ContractNumber(new ExactNumber(utf8).ToUtf8())
            : throw new FormatException("The text isn't a JSON number.");
    }

    /// <summary>Whether the number has no fraction.</summary>
    public bool IsWhole => Exact.IsWhole;

    /// <summary>The number as a <see cref="long"/>, if it is one.</summary>
    public bool TryGetInt64(out long value) => Exact.TryGetInt64(out value) == NumberKind.Whole;

    /// <summary>The number as a <see cref="decimal"/>, if a decimal holds it exactly.</summary>
    public bool TryGetDecimal(out decimal value) => Exact.TryGetDecimal(out value);

    /// <summary>Takes a whole number.</summary>
    [SuppressMessage(
        "Usage",
        "CA2225:Operator overloads have named alternates",
        Justification = "From is the named alternative."
    )]
    public static implicit operator ContractNumber(long value) => Make(value);

    /// <summary>Takes a decimal number.</summary>
    [SuppressMessage(
        "Usage",
        "CA2225:Operator overloads have named alternates",
        Justification = "From is the named alternative."
    )]
    public static implicit operator ContractNumber(decimal value) => Make(value);

    /// <summary>Whether two numbers have the same value.</summary>
    public static bool operator ==(ContractNumber left, ContractNumber right) => left.Equals(right);

    /// <summary>Whether two numbers have different values.</summary>
    public static bool operator !=(ContractNumber left, ContractNumber right) =>
        !left.Equals(right);

    /// <summary>Whether a number is less than another.</summary>
    public static bool operator <(ContractNumber left, ContractNumber right) =>
        left.CompareTo(right) < 0;

    /// <summary>Whether a number is at most another.</summary>
    public static bool operator <=(ContractNumber left, ContractNumber right) =>
        left.CompareTo(right) <= 0;

    /// <summary>Whether a number is greater than another.</summary>
    public static bool operator >(ContractNumber left, ContractNumber right) =>
        left.CompareTo(right) > 0;

    /// <summary>Whether a number is at least another.</summary>
    public static bool operator >=(ContractNumber left, ContractNumber right) =>
        left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(ContractNumber other) => ExactNumber.Compare(Exact, other.Exact);

    /// <inheritdoc/>
    public bool Equals(ContractNumber other) => Utf8.SequenceEqual(other.Utf8);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is ContractNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Exact.GetHashCode();

    /// <summary>The number as JSON: with an exponent only where it would have many zeros.</summary>
    public override string ToString() => Encoding.ASCII.GetString(Utf8);

    /// <summary>The number as JSON.</summary>
    internal ReadOnlySpan<byte> Utf8 => _utf8 ?? "0"u8;

    internal ExactNumber Exact => new(Utf8);

    internal static ContractNumber From(in ExactNumber number) => new(number.ToUtf8());

    private static ContractNumber Make<T>(T value)
        where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        return From(new ExactNumber(text[..length]));
    }
}
