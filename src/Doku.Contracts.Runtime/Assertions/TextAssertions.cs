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

/// <summary><c>pattern</c> of one repeated character class: says which character isn't allowed.</summary>
internal sealed class CharactersAssertion(CharacterSet set, bool allowsUnpaired) : Assertion
{
    internal override bool Holds(ref Judgement judgement, int at, Marks evaluated)
    {
        if (judgement.View[at].Kind != JsonKind.String)
        {
            return true;
        }

        var text = judgement.Text(at);
        var index = IndexOfDisallowed(text);
        if (index < 0)
        {
            return true;
        }

        if (judgement.IsReporting)
        {
            judgement.AddDisallowed(at, text.ToString(), index, set);
        }

        return false;
    }

    private int IndexOfDisallowed(ReadOnlySpan<char> text)
    {
        var index = set.IndexOfDisallowed(text);
        while (allowsUnpaired && index >= 0 && IsUnpaired(text[index..]))
        {
            var next = set.IndexOfDisallowed(text[(index + 1)..]);
            index = next < 0 ? -1 : index + 1 + next;
        }

        return index;
    }

    private static bool IsUnpaired(ReadOnlySpan<char> text) =>
        char.IsSurrogate(text[0]) && (text.Length == 1 || !char.IsSurrogatePair(text[0], text[1]));
}

/// <summary><c>format</c>.</summary>
internal sealed class FormatAssertion(string name, TextFormat format)
    : TextCheck(ContractErrorCodes.Format)
{
    protected override string Message => ContractWords.Format(name);

    protected override bool AllowsText(ref Judgement judgement, int at) =>
        format(judgement.Text(at));
}
