namespace Doku.Contracts.Runtime.Assertions;

/// <summary>An assertion about texts, which holds for any other value.</summary>
internal abstract class TextCheck(string code) : Check(code)
{
    protected sealed override bool Allows(ref Judgement judgement, int at) =>
        judgement.View[at].Kind != JsonKind.String || AllowsText(ref judgement, at);

    protected abstract bool AllowsText(ref Judgement judgement, int at);
}

/// <summary><c>minLength</c>.</summary>
internal sealed class MinLengthAssertion(int limit) : TextCheck(ContractErrorCodes.MinLength)
{
    protected override string Message => ContractWords.MinLength(limit);

    protected override bool AllowsText(ref Judgement judgement, int at) =>
        judgement.CodePoints(at) >= limit;
}

/// <summary><c>maxLength</c>.</summary>
internal sealed class MaxLengthAssertion(int limit) : TextCheck(ContractErrorCodes.MaxLength)
{
    protected override string Message => ContractWords.MaxLength(limit);

    // No text has more characters than bytes.
    protected override bool AllowsText(ref Judgement judgement, int at) =>
        judgement.View.Quoted(at).Length <= limit || judgement.CodePoints(at) <= limit;
}

/// <summary><c>pattern</c>.</summary>
internal sealed class PatternAssertion(ContractPattern pattern)
    : TextCheck(ContractErrorCodes.Pattern)
{
    protected override string Message => ContractWords.Pattern(pattern.Source);

    protected override bool AllowsText(ref Judgement judgement, int at) =>
        pattern.IsMatch(judgement.Text(at));
}

/// <summary><c>format</c>.</summary>
internal sealed class FormatAssertion(string name, TextFormat format)
    : TextCheck(ContractErrorCodes.Format)
{
    protected override string Message => ContractWords.Format(name);

    protected override bool AllowsText(ref Judgement judgement, int at) =>
        format(judgement.Text(at));
}
