namespace Doku.Contracts.Runtime.Assertions;

/// <summary>A schema object: all that it asserts together.</summary>
internal sealed class SchemaAssertion(Assertion[] assertions) : Assertion
{
    // What a schema beside this one has evaluated is none of its business, so that it begins with marks of its own.
    private readonly bool _asksForMarks = assertions.Any(a =>
        a is UnevaluatedPropertiesAssertion or UnevaluatedItemsAssertion
    );

    internal override bool Holds(ref Judgement judgement, int at, Marks evaluated)
    {
        if (!_asksForMarks)
        {
            return HoldsAll(ref judgement, at, evaluated);
        }

        var own = judgement.Begin(at);
        var holds = HoldsAll(ref judgement, at, own);
        judgement.End(own, evaluated);
        return holds;
    }

    private bool HoldsAll(ref Judgement judgement, int at, Marks evaluated)
    {
        var holds = true;
        foreach (var assertion in assertions)
        {
            holds &= assertion.Holds(ref judgement, at, evaluated);
            if (!holds && !judgement.IsReporting)
            {
                return false;
            }
        }

        return holds;
    }
}
