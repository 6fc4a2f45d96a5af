namespace Doku.Contracts.Schema.Model;

/// <summary>What a member or item holds in C#.</summary>
/// <param name="Name">What the methods for this value are called after; no other value of the type has it.</param>
public abstract record ValueModel(string Name)
{
    /// <summary>The values directly inside this one.</summary>
    public virtual IEnumerable<ValueModel> Inner => [];

    /// <summary>This value and those inside it, itself first.</summary>
    public IEnumerable<ValueModel> All => Inner.SelectMany(i => i.All).Prepend(this);

    /// <summary>Whether there is something to check of the value itself; what is inside it doesn't count.</summary>
    public virtual bool HasChecks => false;

    /// <summary>Whether the C# type can be null without a question mark, so that a caller may have left it so.</summary>
    public virtual bool IsReference => false;

    /// <summary>The value without the null that may stand in its place.</summary>
    public virtual ValueModel Plain => this;
}

/// <summary>The rules of a text.</summary>
public sealed record TextRules(
    EquatableArray<LimitModel> Limits,
    EquatableArray<NamedPattern> Patterns,
    FormatModel? Format
)
{
    public bool IsEmpty => Limits.Count == 0 && Patterns.Count == 0 && Format is null;

    /// <summary>The set that is checked together with the lengths, on the bytes of the message.</summary>
    public NamedPattern? Set => Patterns.FirstOrDefault(p => p.Pattern is CharacterPattern);

    /// <summary>The patterns besides <see cref="Set"/>.</summary>
    public IEnumerable<NamedPattern> OtherPatterns => Patterns.Where(p => !ReferenceEquals(p, Set));

    /// <summary>Whether something is left to check once the lengths and <see cref="Set"/> are.</summary>
    public bool HasMore => Patterns.Count > 1 || Format is not null;
}

/// <summary>A format of texts and the runtime's check of it.</summary>
public sealed record FormatModel(string Name, string Check);

/// <summary>A text.</summary>
public sealed record TextValue(string Name, TextRules Rules) : ValueModel(Name)
{
    // That every surrogate has its pair is checked of any text.
    public override bool HasChecks => true;

    public override bool IsReference => true;
}

/// <summary>A point in time, held with its text.</summary>
public sealed record TimestampValue(string Name, string Format, TextRules Rules) : ValueModel(Name)
{
    public override bool HasChecks => true;
}

/// <summary>One of a set of texts, held with any other text that came; further rules may narrow the set.</summary>
public sealed record EnumerationValue(string Name, TypeName Type, TextRules Rules)
    : ValueModel(Name)
{
    public override bool HasChecks => true;
}

/// <summary>The rules of a number.</summary>
public sealed record NumberRules(EquatableArray<LimitModel> Limits, EquatableArray<decimal> Allowed)
{
    public bool IsEmpty => Limits.Count == 0 && Allowed.Count == 0;
}

/// <summary>A whole number; with <paramref name="AcceptsText"/> a text of its digits, of such a length, is read as well, and with <paramref name="AcceptsZeroFraction"/> one that ends in a fraction of zeros.</summary>
public sealed record IntegerValue(
    string Name,
    NumberRules Rules,
    bool AcceptsText = false,
    bool AcceptsZeroFraction = false,
    int? MinLength = null,
    int? MaxLength = null
) : ValueModel(Name)
{
    public override bool HasChecks => !Rules.IsEmpty;
}

/// <summary>A number that a decimal holds.</summary>
public sealed record NumberValue(string Name, NumberRules Rules) : ValueModel(Name)
{
    public override bool HasChecks => !Rules.IsEmpty;
}

/// <summary>A number of any size, held as its text.</summary>
public sealed record AnyNumberValue(string Name, bool IsWhole) : ValueModel(Name);

/// <summary>True or false; <paramref name="Only"/> when just one of them is allowed.</summary>
public sealed record BooleanValue(string Name, bool? Only) : ValueModel(Name)
{
    public override bool HasChecks => Only is not null;
}

/// <summary>Another value, or null.</summary>
public sealed record NullableValue(ValueModel Value) : ValueModel(Value.Name)
{
    public override IEnumerable<ValueModel> Inner => [Value];

    public override ValueModel Plain => Value;
}

/// <summary>An object whose members the schema doesn't name; each holds a value of one kind.</summary>
public sealed record MapValue(string Name, ValueModel Item) : ValueModel(Name)
{
    public override IEnumerable<ValueModel> Inner => [Item];

    public override bool IsReference => true;
}

/// <summary>A value of a generated type that has a codec of its own.</summary>
public sealed record ObjectValue(string Name, TypeName Type) : ValueModel(Name)
{
    public override bool IsReference => true;
}

/// <summary>A list; with <paramref name="AcceptsSingle"/> one item without its array is read as well.</summary>
public sealed record ListValue(
    string Name,
    ValueModel Item,
    EquatableArray<LimitModel> Limits,
    bool IsUnique,
    bool AcceptsSingle
) : ValueModel(Name)
{
    public override IEnumerable<ValueModel> Inner => [Item];

    public override bool HasChecks => Limits.Count > 0 || IsUnique;

    public override bool IsReference => true;
}

/// <summary>Any JSON value, held as its text.</summary>
public sealed record JsonValue(string Name) : ValueModel(Name)
{
    public override bool IsReference => true;
}
