namespace Doku.Contracts.Runtime.Assertions;

/// <summary>An assertion about numbers, which holds for any other value.</summary>
internal abstract class NumberCheck(string code, string number) : Check(code)
{
    /// <summary>The schema's number.</summary>
    protected ContractNumber Given { get; } = ContractNumber.From(number);

    protected sealed override bool Allows(ref Judgement judgement, int at) =>
        judgement.View[at].Kind != JsonKind.Number || Allows(judgement.View.Number(at));

    protected abstract bool Allows(in ExactNumber number);
}

/// <summary><c>minimum</c> and <c>exclusiveMinimum</c>.</summary>
internal sealed class MinimumAssertion(string number, bool isExclusive)
    : NumberCheck(ContractErrorCodes.Minimum, number)
{
    protected override string Message =>
        isExclusive
            ? ContractWords.ExclusiveMinimum(Given.ToString())
            : ContractWords.Minimum(Given.ToString());

    protected override bool Allows(in ExactNumber number) =>
        ExactNumber.Compare(number, Given.Exact) >= (isExclusive ? 1 : 0);
}

/// <summary><c>maximum</c> and <c>exclusiveMaximum</c>.</summary>
internal sealed class MaximumAssertion(string number, bool isExclusive)
    : NumberCheck(ContractErrorCodes.Maximum, number)
{
    protected override string Message =>
        isExclusive
            ? ContractWords.ExclusiveMaximum(Given.ToString())
            : ContractWords.Maximum(Given.ToString());

    protected override bool Allows(in ExactNumber number) =>
        ExactNumber.Compare(number, Given.Exact) <= (isExclusive ? -1 : 0);
}

/// <summary><c>multipleOf</c>.</summary>
internal sealed class MultipleOfAssertion(string number)
    : NumberCheck(ContractErrorCodes.MultipleOf, number)
{
    protected override string Message => ContractWords.MultipleOf(Given.ToString());

    protected override bool Allows(in ExactNumber number) => number.IsMultipleOf(Given.Exact);
}
