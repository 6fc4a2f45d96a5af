using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Doku.Contracts.Runtime;

/// <summary>
/// An immutable JSON value whose shape the schema leaves open: any valid JSON without duplicate members. It is read
/// lazily, written back byte for byte, and equal to another by value: numbers by what they are worth, members in any
/// order.
/// </summary>
[JsonConverter(typeof(ContractJsonConverter<ContractValue>))]
public sealed partial class ContractValue : IContract<ContractValue>, IEquatable<ContractValue>
{
    private readonly ContractDocument _document;
    private readonly int _at;

    private ContractValue(ContractDocument document, int at)
    {
        _document = document;
        _at = at;
    }

    /// <summary>JSON's <c>null</c>.</summary>
    public static ContractValue Null { get; } = Copy("null"u8);

    /// <summary>What kind of value it is.</summary>
    public JsonValueKind Kind =>
        Json[0] switch
        {
            (byte)'{' => JsonValueKind.Object,
            (byte)'[' => JsonValueKind.Array,
            (byte)'"' => JsonValueKind.String,
            (byte)'t' => JsonValueKind.True,
            (byte)'f' => JsonValueKind.False,
            (byte)'n' => JsonValueKind.Null,
            _ => JsonValueKind.Number,
        };

    /// <summary>The JSON text, as it came.</summary>
    public ReadOnlyMemory<byte> Utf8Json => _document.TextOf(_at);

    /// <summary>How many items an array or members an object has; 0 for any other value.</summary>
    public int Count => _document.Tokens[_at].Count;

    /// <summary>The items of an array; none for any other value.</summary>
    public IEnumerable<ContractValue> Items
    {
        get
        {
            if (Kind != JsonValueKind.Array)
            {
                yield break;
            }

            var tokens = _document.Tokens;
            for (var item = _at + 1; item < tokens[_at].Next; item = tokens[item].Next)
            {
                yield return new ContractValue(_document, item);
            }
        }
    }

    /// <summary>The members of an object in the order of the text; none for any other value.</summary>
    public IEnumerable<KeyValuePair<string, ContractValue>> Members
    {
        get
        {
            if (Kind != JsonValueKind.Object)
            {
                yield break;
            }

            var tokens = _document.Tokens;
            for (var name = _at + 1; name < tokens[_at].Next; name = tokens[name + 1].Next)
            {
                yield return new(_document.View.Text(name), new ContractValue(_document, name + 1));
            }
        }
    }

    /// <summary>A member of an object; null when there is none, or this isn't an object.</summary>
    public ContractValue? this[string name]
    {
        get
        {
            foreach (var (known, value) in Members)
            {
                if (known == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    private ReadOnlySpan<byte> Json => Utf8Json.Span;

    /// <summary>Whether two values are equal.</summary>
    public static bool operator ==(ContractValue? left, ContractValue? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether two values are different.</summary>
    public static bool operator !=(ContractValue? left, ContractValue? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] ContractValue? other) =>
        other is not null
        && (
            Json.SequenceEqual(other.Json)
            || JsonEquality.AreEqual(_document.View, _at, other._document.View, other._at)
        );

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is ContractValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => JsonHash.Of(_document.View, _at);

    /// <summary>The kind of the value; the value itself may be personal data.</summary>
    public override string ToString() => Kind.ToString();

    static ContractValue? IContract<ContractValue>.Read(ref ContractReader reader) =>
        reader.ReadValue();

    static void IContract<ContractValue>.Write(ContractValue value, ref ContractWriter writer) =>
        writer.Value(value);

    // A value is valid JSON from the start, and no schema says more of it here.
    static void IContract<ContractValue>.Validate(
        ContractValue value,
        ref ContractErrorSink errors
    ) { }

    /// <summary>Takes a text that is known to be one JSON value without duplicate members.</summary>
    internal static ContractValue Copy(ReadOnlySpan<byte> utf8Json) =>
        new(new ContractDocument(utf8Json.ToArray()), 0);
}
