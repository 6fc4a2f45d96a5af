namespace Doku.Contracts.Schema.Model;

/// <summary>A limit of a value: the keyword and the number that it gives.</summary>
public sealed record LimitModel(LimitKind Kind, decimal Value);

/// <summary>
/// A keyword that gives a number as a limit: everything that is known of it, in one place. What asserts, documents,
/// publishes and analyses limits goes through this table.
/// </summary>
/// <param name="Keyword">The keyword.</param>
/// <param name="Check">The runtime's check.</param>
/// <param name="IsLower">Whether of two such limits the greater one decides; null when both hold.</param>
/// <param name="Attribute">The attribute that carries it to the analyzer; its argument is called like the check.</param>
/// <param name="Phrase">The limit in words, for documentation.</param>
/// <param name="Meaning">What the limit is, for the documentation of the record's limits; null when they don't list it.</param>
/// <param name="Code">The code of the error.</param>
/// <param name="Unit">What is counted: characters, items, or nothing.</param>
public sealed record LimitKind(
    string Keyword,
    string Check,
    bool? IsLower,
    string Attribute,
    string Phrase,
    string? Meaning,
    string Code,
    LimitUnit Unit
)
{
    public static IReadOnlyList<LimitKind> All { get; } =
    [
        new(
            "minLength",
            "MinLength",
            true,
            "ContractText",
            "at least {0} characters",
            "The least number of characters of",
            "min_length",
            LimitUnit.Characters
        ),
        new(
            "maxLength",
            "MaxLength",
            false,
            "ContractText",
            "at most {0} characters",
            "The greatest number of characters of",
            "max_length",
            LimitUnit.Characters
        ),
        new(
            "minItems",
            "MinItems",
            true,
            "ContractItems",
            "at least {0} items",
            "The least number of items of",
            "min_items",
            LimitUnit.Items
        ),
        new(
            "maxItems",
            "MaxItems",
            false,
            "ContractItems",
            "at most {0} items",
            "The greatest number of items of",
            "max_items",
            LimitUnit.Items
        ),
        new(
            "minimum",
            "Minimum",
            true,
            "ContractNumber",
            "at least {0}",
            "The least value of",
            "minimum",
            LimitUnit.Number
        ),
        new(
            "exclusiveMinimum",
            "ExclusiveMinimum",
            true,
            "ContractNumber",
            "greater than {0}",
            null,
            "minimum",
            LimitUnit.Number
        ),
        new(
            "maximum",
            "Maximum",
            false,
            "ContractNumber",
            "at most {0}",
            "The greatest value of",
            "maximum",
            LimitUnit.Number
        ),
        new(
            "exclusiveMaximum",
            "ExclusiveMaximum",
            false,
            "ContractNumber",
            "less than {0}",
            null,
            "maximum",
            LimitUnit.Number
        ),
        new(
            "multipleOf",
            "MultipleOf",
            null,
            "ContractNumber",
            "a multiple of {0}",
            null,
            "multiple_of",
            LimitUnit.Number
        ),
    ];

    public static LimitKind? Find(string keyword) => All.FirstOrDefault(l => l.Keyword == keyword);

    public bool Equals(LimitKind? other) => other is not null && other.Keyword == Keyword;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Keyword);
}

/// <summary>What a limit counts.</summary>
public enum LimitUnit
{
    Characters,
    Items,
    Number,
}
