namespace Doku.Contracts.Runtime.Assertions;

/// <summary>A schema that is asked for when it is first needed.</summary>
internal sealed class LazySchema(Func<Assertion> find)
{
    private Assertion? _schema;

    // Two threads may both ask; they get the same.
    public Assertion Schema => _schema ??= find();
}

/// <summary><c>$ref</c>.</summary>
internal sealed class ReferenceAssertion(Func<Assertion> target) : Assertion
{
    private readonly LazySchema _target = new(target);

    internal override bool Holds(ref Judgement judgement, int at, Marks evaluated) =>
        judgement.Follow(_target.Schema, at, evaluated);
}

/// <summary><c>$dynamicRef</c>.</summary>
internal sealed class DynamicReferenceAssertion(string anchor, Func<Assertion> fallback) : Assertion
{
    private readonly LazySchema _fallback = new(fallback);

    internal override bool Holds(ref Judgement judgement, int at, Marks evaluated) =>
        judgement.FollowDynamic((judgement.Find(anchor) ?? _fallback).Schema, at, evaluated);
}

/// <summary>A schema resource, which is part of the dynamic scope while the evaluation is inside it.</summary>
internal sealed class ResourceAssertion(
    (string Anchor, Func<Assertion> Target)[] dynamicAnchors,
    Assertion schema
) : Assertion
{
    private readonly (string Anchor, LazySchema Target)[] _anchors =
    [
        .. dynamicAnchors.Select(a => (a.Anchor, new LazySchema(a.Target))),
    ];

    /// <summary>What an anchor means in this resource; null when the resource doesn't have it.</summary>
    public LazySchema? Find(string anchor)
    {
        foreach (var (name, target) in _anchors)
        {
            if (name == anchor)
            {
                return target;
            }
        }

        return null;
    }

    internal override bool Holds(ref Judgement judgement, int at, Marks evaluated)
    {
        var isEntered = judgement.Enter(this);
        var holds = schema.Holds(ref judgement, at, evaluated);
        if (isEntered)
        {
            judgement.Leave();
        }

        return holds;
    }
}
