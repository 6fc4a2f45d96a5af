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

/// <summary>One of a set of texts, held with any other text that came.</summary>
public sealed record EnumerationValue(TypeName Type) : ValueModel;

/// <summary>The rules of a number.</summary>
public sealed record NumberRules(
    decimal? Minimum,
    decimal? ExclusiveMinimum,
    decimal? Maximum,
    decimal? ExclusiveMaximum,
    decimal? MultipleOf
)
{
    public bool IsEmpty =>
        Minimum is null
        && ExclusiveMinimum is null
        && Maximum is null
        && ExclusiveMaximum is null
        && MultipleOf is null;
}

/// <summary>A whole number; <see cref="AcceptsText"/> when a text of its digits is read as well.</summary>
public sealed record IntegerValue(NumberRules Rules, bool AcceptsText) : ValueModel;

/// <summary>A number.</summary>
public sealed record NumberValue(NumberRules Rules) : ValueModel;

/// <summary>True or false.</summary>
public sealed record BooleanValue : ValueModel;

/// <summary>An object of a generated type.</summary>
public sealed record ObjectValue(TypeName Type) : ValueModel;

/// <summary>A list; <see cref="AcceptsSingle"/> when one item without its array is read as well.</summary>
public sealed record ListValue(
    ValueModel Item,
    int? MinItems,
    int? MaxItems,
    bool IsUnique,
    bool AcceptsSingle
) : ValueModel;
