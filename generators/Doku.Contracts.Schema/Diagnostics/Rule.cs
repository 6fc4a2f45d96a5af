namespace Doku.Contracts.Schema.Diagnostics;

/// <summary>How much a finding weighs.</summary>
public enum RuleSeverity
{
    /// <summary>Not reported.</summary>
    None,

    /// <summary>Reported as information.</summary>
    Suggestion,
    Warning,
    Error,
}

/// <summary>The weight that a project gives a rule.</summary>
public sealed record RuleLevel(string RuleId, RuleSeverity Severity);

/// <summary>One kind of mistake in a schema or contract file.</summary>
/// <param name="Id">The stable id, <c>DOKU0001</c>.</param>
/// <param name="Title">What is wrong, in general.</param>
/// <param name="Message">What is wrong here; <c>{0}</c> is the particular.</param>
/// <param name="Severity">An error fails the build.</param>
public sealed record Rule(
    string Id,
    string Title,
    string Message,
    RuleSeverity Severity = RuleSeverity.Error
)
{
    public static readonly Rule MalformedJson = new(
        "DOKU0001",
        "The file is not JSON",
        "The file is not JSON: {0}"
    );

    public static readonly Rule DuplicateKey = new(
        "DOKU0002",
        "A member is there twice",
        "The member '{0}' is there twice"
    );

    public static readonly Rule UnknownKeyword = new(
        "DOKU0003",
        "A keyword is not known",
        "The keyword {0} is not one of JSON Schema nor of contracts"
    );

    public static readonly Rule WrongKeywordValue = new(
        "DOKU0004",
        "A keyword's value has the wrong form",
        "{0}"
    );

    public static readonly Rule UnresolvedReference = new(
        "DOKU0005",
        "A reference leads nowhere",
        "The reference '{0}' leads to no schema; files are found by their path relative to this one"
    );

    public static readonly Rule CyclicReference = new(
        "DOKU0006",
        "A reference leads back to itself",
        "The reference '{0}' leads back to itself without an object in between"
    );

    public static readonly Rule ContradictoryBounds = new(
        "DOKU0009",
        "Two bounds leave no value",
        "No value can be right: {0}",
        RuleSeverity.Warning
    );

    public static readonly Rule UndeclaredRequired = new(
        "DOKU0010",
        "A required member is not declared",
        "The required member '{0}' is not among the 'properties'",
        RuleSeverity.Warning
    );

    public static readonly Rule InvalidPattern = new(
        "DOKU0011",
        "A pattern is not a regular expression",
        "The pattern is not a regular expression that contracts can use: {0}"
    );

    public static readonly Rule UnanchoredPattern = new(
        "DOKU0012",
        "A pattern is not anchored",
        "The pattern '{0}' is not anchored by ^ and $, so it allows any text around its match",
        RuleSeverity.Warning
    );

    public static readonly Rule NameCollision = new(
        "DOKU0013",
        "Two things have one C# name",
        "The C# name '{0}' is taken already; give one of the two another 'x-name'"
    );

    public static readonly Rule UnknownFormat = new(
        "DOKU0014",
        "A format is not known",
        "The format '{0}' is not one that contracts know"
    );

    public static readonly Rule InvalidContract = new(
        "DOKU0015",
        "A contract file is incomplete",
        "{0}"
    );

    public static readonly Rule InvalidTotal = new(
        "DOKU0017",
        "A total doesn't fit its members",
        "x-total doesn't fit: {0}"
    );

    public static readonly Rule UnreadableFile = new(
        "DOKU0018",
        "A contract file can't be read",
        "The file '{0}' can't be read"
    );

    public static readonly Rule RefusedKeyword = new(
        "DOKU0019",
        "A keyword is of an older draft",
        "The keyword {0}"
    );

    public static readonly Rule InvalidDefault = new(
        "DOKU0021",
        "A default violates its own schema",
        "The default violates its own schema: {0}",
        RuleSeverity.Warning
    );

    public static readonly Rule InvalidExample = new(
        "DOKU0022",
        "An example violates its own schema",
        "The example violates its own schema: {0}",
        RuleSeverity.Warning
    );

    public static readonly Rule DuplicateEnumValue = new(
        "DOKU0023",
        "An enumeration has a value twice",
        "The value '{0}' is there twice",
        RuleSeverity.Warning
    );

    public static readonly Rule TypeCollision = new(
        "DOKU0024",
        "Two files define one type",
        "The type {0}; give one of them another 'x-name'"
    );

    public static readonly Rule InapplicableKeyword = new(
        "DOKU0028",
        "A keyword says nothing about its type",
        "{0}",
        RuleSeverity.Warning
    );

    public static readonly Rule DuplicateFile = new("DOKU0029", "Two files have one name", "{0}");

    public static readonly Rule RequiredRecursion = new(
        "DOKU0030",
        "A type requires itself",
        "The member '{0}' leads back to this type by mandatory members alone, so no value of it can ever be made",
        RuleSeverity.Warning
    );

    public static readonly Rule DuplicateRequired = new(
        "DOKU0032",
        "A member is required twice",
        "The member '{0}' is required twice",
        RuleSeverity.Warning
    );

    public static readonly Rule InvalidEnumValue = new(
        "DOKU0033",
        "A value of an enumeration violates its own schema",
        "The value violates its own schema, so it can never be right: {0}",
        RuleSeverity.Warning
    );

    public static readonly Rule BranchWithoutIf = new(
        "DOKU0034",
        "A branch stands without its condition",
        "'{0}' says nothing without an 'if' beside it",
        RuleSeverity.Warning
    );

    public static readonly Rule UnknownDialect = new(
        "DOKU0035",
        "A $schema is not known",
        "The $schema '{0}' is neither JSON Schema 2020-12 nor a meta-schema among the project's files"
    );

    public static readonly Rule MuteAdvice = new(
        "DOKU0036",
        "An advice is never given",
        "Nothing ever gives this advice: {0}"
    );

    public static readonly Rule GuessWithoutReason = new(
        "DOKU0037",
        "A constraint is inferred without a reason",
        "'{0}' refuses values, but what is known of it is only inferred; say why in the 'note' of x-evidence, or advise it by x-advice",
        RuleSeverity.Warning
    );

    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        MalformedJson,
        DuplicateKey,
        UnknownKeyword,
        WrongKeywordValue,
        UnresolvedReference,
        CyclicReference,
        ContradictoryBounds,
        UndeclaredRequired,
        InvalidPattern,
        UnanchoredPattern,
        NameCollision,
        UnknownFormat,
        InvalidContract,
        InvalidTotal,
        UnreadableFile,
        RefusedKeyword,
        InvalidDefault,
        InvalidExample,
        DuplicateEnumValue,
        TypeCollision,
        InapplicableKeyword,
        DuplicateFile,
        RequiredRecursion,
        DuplicateRequired,
        InvalidEnumValue,
        BranchWithoutIf,
        UnknownDialect,
        MuteAdvice,
        GuessWithoutReason,
    ];
}
