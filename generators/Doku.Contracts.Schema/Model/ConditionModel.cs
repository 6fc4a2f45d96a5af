namespace Doku.Contracts.Schema.Model;

/// <summary><c>if</c>/<c>then</c>/<c>else</c>: what is demanded when a predicate holds, and when it doesn't.</summary>
/// <param name="Name">What the predicate's method is called.</param>
/// <param name="If">The predicate.</param>
/// <param name="Then">What is demanded when it holds.</param>
/// <param name="Else">What is demanded when it doesn't.</param>
public sealed record ConditionModel(
    string Name,
    PredicateModel If,
    BranchModel Then,
    BranchModel Else
);

/// <summary>What is demanded: members that must be there, and further rules for members that are.</summary>
public sealed record BranchModel(
    EquatableArray<MemberName> Required,
    EquatableArray<DemandModel> Demands
)
{
    public static BranchModel None { get; } = new([], []);

    public bool IsEmpty => Required.Count == 0 && Demands.Count == 0;
}

/// <summary>A further rule for a member, with the error that breaking it gives.</summary>
/// <param name="Name">What the rule's method is called.</param>
/// <param name="Member">The member.</param>
/// <param name="Rule">What must hold of its value.</param>
/// <param name="Code">The error's code.</param>
/// <param name="Message">The error's words.</param>
public sealed record DemandModel(
    string Name,
    MemberName Member,
    PredicateModel Rule,
    string Code,
    string Message
);

/// <summary>A question to a value that has the answer yes or no.</summary>
public abstract record PredicateModel;

/// <summary>All of several predicates.</summary>
public sealed record AllPredicate(EquatableArray<PredicateModel> Predicates) : PredicateModel;

/// <summary>One or more of several predicates.</summary>
public sealed record AnyPredicate(EquatableArray<PredicateModel> Predicates) : PredicateModel;

/// <summary>A member, if it is there, answers yes.</summary>
public sealed record MemberPredicate(MemberName Member, PredicateModel Inner) : PredicateModel;

/// <summary>A member is there.</summary>
public sealed record PresentPredicate(MemberName Member) : PredicateModel;

/// <summary>Every item answers yes.</summary>
public sealed record EveryItemPredicate(PredicateModel Inner) : PredicateModel;

/// <summary>A text is one of several.</summary>
public sealed record TextPredicate(EquatableArray<string> Values, TextAccess Access)
    : PredicateModel;

/// <summary>A text keeps to a limit of its length in code points.</summary>
public sealed record LengthPredicate(LimitModel Limit, TextAccess Access) : PredicateModel;

/// <summary>A text matches a pattern.</summary>
public sealed record PatternPredicate(NamedPattern Pattern, TextAccess Access) : PredicateModel;

/// <summary>A number keeps to a limit.</summary>
public sealed record NumberPredicate(LimitModel Limit) : PredicateModel;

/// <summary>A number is one of several.</summary>
public sealed record AllowedPredicate(EquatableArray<decimal> Values) : PredicateModel;

/// <summary>A truth value is the one.</summary>
public sealed record BooleanPredicate(bool Value) : PredicateModel;

/// <summary>A list keeps to a limit of its number of items.</summary>
public sealed record CountPredicate(LimitModel Limit) : PredicateModel;

/// <summary>How a value's text is got at in C#.</summary>
public enum TextAccess
{
    /// <summary>It is the text.</summary>
    Itself,

    /// <summary>An enumeration's <c>Value</c>.</summary>
    Value,

    /// <summary>A time stamp's <c>Text</c>.</summary>
    Text,
}
