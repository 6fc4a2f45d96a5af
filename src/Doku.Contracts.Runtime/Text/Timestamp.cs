using System.Diagnostics.CodeAnalysis;

namespace Doku.Contracts.Runtime;

/// <summary>
/// A point in time as the wire has it. The text is kept as it came, so that an answer with an odd time stamp can
/// still be read, compared and written back; <see cref="Value"/> is the time it names, if it names one.
/// </summary>
/// <typeparam name="TFormat">How the contract writes time: <see cref="Rfc3339"/>, <see cref="JakartaTime"/> or <see cref="UtcTime"/>.</typeparam>
public readonly struct Timestamp<TFormat> : IEquatable<Timestamp<TFormat>>
    where TFormat : ITimestampFormat
{
    private readonly string? _text;

    /// <summary>Takes a text as it stands on the wire; it isn't checked here but by the contract's validation.</summary>
    public Timestamp(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>Writes a point in time in the contract's format.</summary>
    public Timestamp(DateTimeOffset value)
    {
        _text = TFormat.Format(value);
    }

    /// <summary>The text on the wire.</summary>
    public string Text => _text ?? "";

    /// <summary>The point in time, or null when the text isn't of the format, or names a time that <see cref="DateTimeOffset"/> can't hold.</summary>
    public DateTimeOffset? Value => TFormat.TryParse(Text, out var value) ? value : null;

    /// <summary>Writes a point in time in the contract's format.</summary>
    [SuppressMessage(
        "Usage",
        "CA2225:Operator overloads have named alternates",
        Justification = "The constructor is the named alternative."
    )]
    public static implicit operator Timestamp<TFormat>(DateTimeOffset value) => new(value);

    /// <summary>Whether two time stamps have the same text.</summary>
    public static bool operator ==(Timestamp<TFormat> left, Timestamp<TFormat> right) =>
        left.Equals(right);

    /// <summary>Whether two time stamps have different texts.</summary>
    public static bool operator !=(Timestamp<TFormat> left, Timestamp<TFormat> right) =>
        !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Timestamp<TFormat> other) =>
        string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is Timestamp<TFormat> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Text;
}
