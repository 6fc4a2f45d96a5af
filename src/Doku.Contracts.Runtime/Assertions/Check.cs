namespace Doku.Contracts.Runtime.Assertions;

/// <summary>An assertion that is decided by looking at one value, and has one thing to say.</summary>
internal abstract class Check : Assertion
{
    private readonly string _code;

    protected Check(string code)
    {
        _code = code;
    }

    protected abstract string Message { get; }

    internal sealed override bool Holds(ref Judgement judgement, int at, Marks evaluated)
    {
        if (Allows(ref judgement, at))
        {
            return true;
        }

        if (judgement.IsReporting)
        {
            judgement.Add(at, _code, Message);
        }

        return false;
    }

    protected abstract bool Allows(ref Judgement judgement, int at);
}
