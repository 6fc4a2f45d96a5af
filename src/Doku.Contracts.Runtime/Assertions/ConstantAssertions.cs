namespace Doku.Contracts.Runtime.Assertions;

/// <summary>The schema <c>true</c>.</summary>
internal sealed class AlwaysAssertion : Assertion
{
    internal override bool Holds(ref Judgement judgement, int at, Marks evaluated) => true;
}

/// <summary>The schema <c>false</c>.</summary>
internal sealed class NeverAssertion() : Check(ContractErrorCodes.NotAllowed)
{
    protected override string Message => ContractWords.NotAllowed;

    protected override bool Allows(ref Judgement judgement, int at) => false;
}
