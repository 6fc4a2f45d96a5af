namespace Doku.Contracts.Schema.Model;

/// <summary><c>if</c>/<c>then</c>/<c>else</c>: which members are required when a predicate holds, and when it doesn't.</summary>
public sealed record ConditionModel(
    PredicateModel If,
    EquatableArray<MemberName> Then,
    EquatableArray<MemberName> Else
);

/// <summary>A question to a value that has the answer yes or no.</summary>
public abstract record PredicateModel;

/// <summary>All of several predicates.</summary>
public sealed record AllPredicate(EquatableArray<PredicateModel> Predicates) : PredicateModel;

/// <summary>A member, if it is there, answers yes.</summary>
public sealed record MemberPredicate(string Name, PredicateModel Inner) : PredicateModel;

/// <summary>A member is there.</summary>
public sealed record PresentPredicate(string Name) : PredicateModel;

/// <summary>Every item answers yes.</summary>
public sealed record EveryItemPredicate(PredicateModel Inner) : PredicateModel;

/// <summary>A text, or an enumeration's text, is one of several.</summary>
public sealed record TextPredicate(EquatableArray<string> Values, bool IsEnumeration)
    : PredicateModel;
