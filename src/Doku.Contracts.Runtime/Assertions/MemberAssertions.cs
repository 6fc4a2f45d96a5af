namespace Doku.Contracts.Runtime.Assertions;

/// <summary>An assertion that looks at each member of an object by itself, and marks those that it evaluates.</summary>
internal abstract class MemberAssertion : ObjectAssertion
{
    protected sealed override bool HoldsMembers(ref Judgement judgement, int at, Marks evaluated)
    {
        var holds = true;
        var index = 0;
        var view = judgement.View;
        for (
            var name = at + 1;
            name < view[at].Next && (holds || judgement.IsReporting);
            name = view[name + 1].Next
        )
        {
            if (!judgement.IsMarked(evaluated, index) || !LooksAtUnmarkedOnly)
            {
                holds &= HoldsMember(ref judgement, name, out var isEvaluated);
                if (isEvaluated)
                {
                    judgement.Mark(evaluated, index);
                }
            }

            index++;
        }

        return holds;
    }

    protected virtual bool LooksAtUnmarkedOnly => false;

    /// <summary>Judges one member.</summary>
    /// <param name="judgement">The judgement.</param>
    /// <param name="name">The member's name; its value follows.</param>
    /// <param name="isEvaluated">Whether the keyword has a schema for it.</param>
    protected abstract bool HoldsMember(ref Judgement judgement, int name, out bool isEvaluated);

    /// <summary>Judges a member that the schema doesn't name: where none is allowed, it is unknown.</summary>
    protected static bool HoldsOther(Assertion schema, ref Judgement judgement, int name)
    {
        if (schema is not NeverAssertion)
        {
            return judgement.HoldsInside(schema, name + 1);
        }

        if (judgement.IsReporting)
        {
            judgement.Add(name + 1, ContractErrorCodes.UnknownMember, ContractWords.UnknownMember);
        }

        return false;
    }
}

/// <summary><c>properties</c>.</summary>
internal sealed class PropertiesAssertion((string Name, Assertion Schema)[] members)
    : MemberAssertion
{
    private readonly NameIndex _index = new(members.Select(m => m.Name));

    protected override bool HoldsMember(ref Judgement judgement, int name, out bool isEvaluated)
    {
        var place = _index.Find(judgement.Text(name));
        isEvaluated = place >= 0;
        return !isEvaluated || judgement.HoldsInside(members[place].Schema, name + 1);
    }
}

/// <summary><c>patternProperties</c>.</summary>
internal sealed class PatternPropertiesAssertion(
    (ContractPattern Pattern, Assertion Schema)[] members
) : MemberAssertion
{
    protected override bool HoldsMember(ref Judgement judgement, int name, out bool isEvaluated)
    {
        var holds = true;
        isEvaluated = false;
        foreach (var (pattern, schema) in members)
        {
            if (pattern.IsMatch(judgement.Text(name)))
            {
                isEvaluated = true;
                holds &= judgement.HoldsInside(schema, name + 1);
            }
        }

        return holds;
    }
}

/// <summary><c>additionalProperties</c>.</summary>
internal sealed class AdditionalPropertiesAssertion(
    string[] names,
    ContractPattern[] patterns,
    Assertion schema
) : MemberAssertion
{
    private readonly NameIndex _index = new(names);

    protected override bool HoldsMember(ref Judgement judgement, int name, out bool isEvaluated)
    {
        isEvaluated = !IsNamed(judgement.Text(name));
        return !isEvaluated || HoldsOther(schema, ref judgement, name);
    }

    private bool IsNamed(ReadOnlySpan<char> name)
    {
        if (_index.Find(name) >= 0)
        {
            return true;
        }

        foreach (var pattern in patterns)
        {
            if (pattern.IsMatch(name))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary><c>unevaluatedProperties</c>.</summary>
internal sealed class UnevaluatedPropertiesAssertion(Assertion schema) : MemberAssertion
{
    protected override bool LooksAtUnmarkedOnly => true;

    protected override bool HoldsMember(ref Judgement judgement, int name, out bool isEvaluated)
    {
        isEvaluated = true;
        return HoldsOther(schema, ref judgement, name);
    }
}
