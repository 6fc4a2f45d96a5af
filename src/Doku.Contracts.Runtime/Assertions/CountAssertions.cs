namespace Doku.Contracts.Runtime.Assertions;

/// <summary>An assertion about how many parts an object or array has, which holds for any other value.</summary>
internal abstract class CountCheck(string code, JsonKind kind) : Check(code)
{
    protected sealed override bool Allows(ref Judgement judgement, int at) =>
        judgement.View[at].Kind != kind || Allows(judgement.View[at].Count);

    protected abstract bool Allows(int count);
}

/// <summary><c>minItems</c>.</summary>
internal sealed class MinItemsAssertion(int limit)
    : CountCheck(ContractErrorCodes.MinItems, JsonKind.Array)
{
    protected override string Message => ContractWords.MinItems(limit);

    protected override bool Allows(int count) => count >= limit;
}

/// <summary><c>maxItems</c>.</summary>
internal sealed class MaxItemsAssertion(int limit)
    : CountCheck(ContractErrorCodes.MaxItems, JsonKind.Array)
{
    protected override string Message => ContractWords.MaxItems(limit);

    protected override bool Allows(int count) => count <= limit;
}

/// <summary><c>minProperties</c>.</summary>
internal sealed class MinPropertiesAssertion(int limit)
    : CountCheck(ContractErrorCodes.MinProperties, JsonKind.Object)
{
    protected override string Message => ContractWords.MinProperties(limit);

    protected override bool Allows(int count) => count >= limit;
}

/// <summary><c>maxProperties</c>.</summary>
internal sealed class MaxPropertiesAssertion(int limit)
    : CountCheck(ContractErrorCodes.MaxProperties, JsonKind.Object)
{
    protected override string Message => ContractWords.MaxProperties(limit);

    protected override bool Allows(int count) => count <= limit;
}
