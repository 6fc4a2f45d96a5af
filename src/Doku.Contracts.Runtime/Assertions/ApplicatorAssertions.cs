namespace Doku.Contracts.Runtime.Assertions;

/// <summary><c>anyOf</c>.</summary>
internal sealed class AnyOfAssertion(Assertion[] schemas) : Assertion
{
    internal override bool Holds(ref Judgement judgement, int at, Marks evaluated)
    {
        var fits = false;
        foreach (var schema in schemas)
        {
            // Each alternative that fits says what it has evaluated; where no one asks, the first is enough.
            fits |= judgement.Fits(schema, at, evaluated);
            if (fits && evaluated.IsNone)
            {
                return true;
            }
        }

        if (!fits)
        {
            // Which members it would have named can't be told, so that none of them is called unknown besides.
            judgement.MarkAll(evaluated);
            if (judgement.IsReporting)
            {
                judgement.Add(at, ContractErrorCodes.AnyOf, ContractWords.AnyOf(schemas.Length));
            }
        }

        return fits;
    }
}

/// <summary><c>oneOf</c>.</summary>
internal sealed class OneOfAssertion(Assertion[] schemas) : Assertion
{
    internal override bool Holds(ref Judgement judgement, int at, Marks evaluated)
    {
        var fitting = 0;
        foreach (var schema in schemas)
        {
            fitting += judgement.Fits(schema, at, evaluated) ? 1 : 0;
            if (fitting > 1 && !judgement.IsReporting)
            {
                return false;
            }
        }

        if (fitting != 1)
        {
            judgement.MarkAll(evaluated);
            if (judgement.IsReporting)
            {
                judgement.Add(
                    at,
                    ContractErrorCodes.OneOf,
                    ContractWords.OneOf(schemas.Length, fitting)
                );
            }
        }

        return fitting == 1;
    }
}

/// <summary><c>not</c>.</summary>
internal sealed class NotAssertion(Assertion schema) : Check(ContractErrorCodes.Not)
{
    protected override string Message => ContractWords.Not;

    protected override bool Allows(ref Judgement judgement, int at) =>
        !judgement.Fits(schema, at, Marks.None);
}

/// <summary><c>if</c>, <c>then</c> and <c>else</c>.</summary>
internal sealed class IfAssertion(Assertion condition, Assertion? then, Assertion? otherwise)
    : Assertion
{
    internal override bool Holds(ref Judgement judgement, int at, Marks evaluated)
    {
        var branch = judgement.Fits(condition, at, evaluated) ? then : otherwise;
        return branch is null || branch.Holds(ref judgement, at, evaluated);
    }
}
