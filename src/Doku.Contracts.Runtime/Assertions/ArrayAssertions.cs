namespace Doku.Contracts.Runtime.Assertions;

/// <summary>An assertion about an array's items, which holds for any other value.</summary>
internal abstract class ArrayAssertion : Assertion
{
    internal sealed override bool Holds(ref Judgement judgement, int at, Marks evaluated) =>
        judgement.View[at].Kind != JsonKind.Array || HoldsItems(ref judgement, at, evaluated);

    protected abstract bool HoldsItems(ref Judgement judgement, int at, Marks evaluated);
}

/// <summary><c>prefixItems</c>.</summary>
internal sealed class PrefixItemsAssertion(Assertion[] items) : ArrayAssertion
{
    protected override bool HoldsItems(ref Judgement judgement, int at, Marks evaluated)
    {
        var holds = true;
        var item = at + 1;
        var count = Math.Min(items.Length, judgement.View[at].Count);
        for (var i = 0; i < count && (holds || judgement.IsReporting); i++)
        {
            holds &= judgement.HoldsInside(items[i], item);
            judgement.Mark(evaluated, i);
            item = judgement.View[item].Next;
        }

        return holds;
    }
}

/// <summary><c>items</c>, for what is behind <c>prefixItems</c>.</summary>
internal sealed class ItemsAssertion(int from, Assertion schema) : ArrayAssertion
{
    protected override bool HoldsItems(ref Judgement judgement, int at, Marks evaluated)
    {
        var holds = true;
        var item = at + 1;
        var count = judgement.View[at].Count;
        for (var i = 0; i < count && (holds || judgement.IsReporting); i++)
        {
            if (i >= from)
            {
                holds &= judgement.HoldsInside(schema, item);
                judgement.Mark(evaluated, i);
            }

            item = judgement.View[item].Next;
        }

        return holds;
    }
}

/// <summary><c>unevaluatedItems</c>.</summary>
internal sealed class UnevaluatedItemsAssertion(Assertion schema) : ArrayAssertion
{
    protected override bool HoldsItems(ref Judgement judgement, int at, Marks evaluated)
    {
        var holds = true;
        var item = at + 1;
        var count = judgement.View[at].Count;
        for (var i = 0; i < count && (holds || judgement.IsReporting); i++)
        {
            if (!judgement.IsMarked(evaluated, i))
            {
                holds &= judgement.HoldsInside(schema, item);
                judgement.Mark(evaluated, i);
            }

            item = judgement.View[item].Next;
        }

        return holds;
    }
}

/// <summary><c>contains</c>, <c>minContains</c> and <c>maxContains</c>.</summary>
internal sealed class ContainsAssertion(Assertion schema, int min, int? max) : ArrayAssertion
{
    protected override bool HoldsItems(ref Judgement judgement, int at, Marks evaluated)
    {
        var fitting = 0;
        var item = at + 1;
        var count = judgement.View[at].Count;
        // Where no one asks which items fit and there is no upper limit, enough are enough.
        var isDecided = evaluated.IsNone && max is null && min <= 0;
        for (var i = 0; i < count && !isDecided; i++)
        {
            if (judgement.FitsInside(schema, item))
            {
                fitting++;
                judgement.Mark(evaluated, i);
                isDecided = evaluated.IsNone && max is null && fitting >= min;
            }

            item = judgement.View[item].Next;
        }

        if (isDecided || (fitting >= min && !(fitting > max)))
        {
            return true;
        }

        if (judgement.IsReporting)
        {
            judgement.Add(
                at,
                ContractErrorCodes.Contains,
                fitting < min
                    ? ContractWords.MinContains(min)
                    : ContractWords.MaxContains(max.GetValueOrDefault())
            );
        }

        return false;
    }
}

/// <summary><c>uniqueItems</c>.</summary>
internal sealed class UniqueItemsAssertion() : Check(ContractErrorCodes.UniqueItems)
{
    protected override string Message => ContractWords.UniqueItems;

    protected override bool Allows(ref Judgement judgement, int at)
    {
        var view = judgement.View;
        if (view[at].Kind != JsonKind.Array || view[at].Count < 2)
        {
            return true;
        }

        using var items = new TokenSet(view[at].Count);
        for (var item = at + 1; item < view[at].Next; item = view[item].Next)
        {
            if (!items.Add(view, item))
            {
                return false;
            }
        }

        return true;
    }
}
