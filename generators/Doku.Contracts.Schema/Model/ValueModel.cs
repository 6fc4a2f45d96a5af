namespace Doku.Contracts.Schema.Model;

/// <summary>What a member or item holds.</summary>
public abstract record ValueModel;

/// <summary>The rules of a text.</summary>
public sealed record TextRules(
    int? MinLength,
    int? MaxLength,
    EquatableArray<PatternModel> Patterns,
    string? Format
)
{
    public static TextRules None { get; } = new(null, null, [], null);

    public bool IsEmpty =>
        MinLength is null && MaxLength is null && Patterns.Count == 0 && Format is null;
}

/// <summary>A text.</summary>
public sealed record TextValue(TextRules Rules) : ValueModel;

/// <summary>A point in time, held with its text.</summary>
public sealed record TimestampValue(string Format, TextRules Rules) : ValueModel;

/// <summary>One of a set of texts, held with any other text that came; further rules may narrow the set.</summary>
public sealed record EnumerationValue(TypeName Type, TextRules Rules) : ValueModel;

/// <summary>The rules of a number.</summary>
public sealed record NumberRules(
    decimal? Minimum,
    decimal? ExclusiveMinimum,
    decimal? Maximum,
    decimal? ExclusiveMaximum,
    decimal? MultipleOf,
    EquatableArray<decimal> Allowed
)
{
    public static NumberRules None { get; } = new(null, null, null, null, null, []);

    public bool IsEmpty =>
        Minimum is null
        && ExclusiveMinimum is null
        && Maximum is null
        && ExclusiveMaximum is null
        && MultipleOf is null
        && Allowed.Count == 0;
}

/// <summary>A whole number; <see cref="AcceptsText"/> when a text of its digits, of such a length, is read as well.</summary>
public sealed record IntegerValue(
    NumberRules Rules,
    bool AcceptsText,
    int? MinLength = null,
    int? MaxLength = null
) : ValueModel;

/// <summary>A number.</summary>
public sealed record NumberValue(NumberRules Rules) : ValueModel;

/// <summary>True or false; <see cref="Only"/> when just one of them is allowed.</summary>
public sealed record BooleanValue(bool? Only) : ValueModel;

/// <summary>Another value, or null.</summary>
public sealed record NullableValue(ValueModel Inner) : ValueModel;

/// <summary>An object whose members the schema doesn't name; each holds a value of one kind.</summary>
public sealed record MapValue(ValueModel Item) : ValueModel;

/// <summary>An object of a generated type: a record or a union.</summary>
public sealed record ObjectValue(TypeName Type) : ValueModel;

/// <summary>A list; <see cref="AcceptsSingle"/> when one item without its array is read as well.</summary>
public sealed record ListValue(
    ValueModel Item,
    int? MinItems,
    int? MaxItems,
    bool IsUnique,
    bool AcceptsSingle
) : ValueModel;
