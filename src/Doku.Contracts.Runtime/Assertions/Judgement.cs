namespace Doku.Contracts.Runtime.Assertions;

/// <summary>One text that is being judged: where the evaluation stands, and where its errors go.</summary>
internal ref partial struct Judgement
{
    public readonly JsonView View;

    /// <summary>What was found wrong so far. A field, so that it can be handed on by reference.</summary>
    public ContractErrorSink Errors;

    private readonly long _offset;
    private readonly int _mark;
    private int _references;
    private bool _isAborted;
    private int _dynamicReferences;
    private VerdictTable _verdicts;

    // Memory of the pool: a text's characters, the marks, the dynamic scope.
    private char[]? _text;
    private ulong[]? _bits;
    private int _usedBits;
    private (ResourceAssertion Resource, int Number)[]? _scope;
    private int _entered;
    private int _stays;

    /// <param name="view">The text.</param>
    /// <param name="offset">Where the text begins in the document; -1 when there is no document.</param>
    /// <param name="mark">How many listed errors are about other values.</param>
    /// <param name="errors">What was found wrong so far.</param>
    public Judgement(JsonView view, long offset, int mark, ContractErrorSink errors)
    {
        View = view;
        Errors = errors;
        _offset = offset;
        _mark = mark;
        IsReporting = true;
    }

    /// <summary>Whether reasons are reported; where a schema is only tried, they aren't.</summary>
    public bool IsReporting { get; private set; }

    /// <summary>Judges a text and reports all that is wrong with it.</summary>
    public static void Run(
        Assertion rules,
        ReadOnlySpan<byte> utf8Json,
        long offset,
        int mark,
        ref ContractErrorSink errors
    )
    {
        var tokens = JsonTokenizer.Rent(utf8Json, out var count);
        var view = new JsonView(utf8Json, tokens.AsSpan(0, count));
        JsonDuplicates.Report(view, offset, mark, ref errors);
        var judgement = new Judgement(view, offset, mark, errors);
        rules.Holds(ref judgement, 0, Marks.None);
        if (judgement._isAborted)
        {
            judgement.Add(0, ContractErrorCodes.Malformed, ContractWords.TooDeep);
        }

        errors = judgement.Errors;
        judgement.Return();
        JsonTokenizer.Return(tokens);
    }

    /// <summary>Reports an error of a value, or of a member's name.</summary>
    public void Add(int at, string code, string message)
    {
        if (View[at].IsName)
        {
            code = ContractErrorCodes.PropertyName;
            message = ContractWords.Name(message);
        }

        AddAt(at, Errors.IsFull ? "" : View.Pointer(at), code, message);
    }

    /// <summary>Reports the first character of a text, or of a member's name, that isn't allowed.</summary>
    public void AddDisallowed(int at, string text, int index, CharacterSet set)
    {
        var message = ContractWords.Disallowed(text, index, set.Description);
        if (View[at].IsName)
        {
            Add(at, ContractErrorCodes.Characters, message);
            return;
        }

        AddAt(
            at,
            new ContractError(
                Errors.IsFull ? "" : View.Pointer(at),
                ContractErrorCodes.Characters,
                message
            )
            {
                CharacterIndex = index,
                CodePoint = ContractWords.CodePointAt(text, index),
            }
        );
    }

    /// <summary>Reports an error of a member that an object doesn't have.</summary>
    public void AddMissing(int at, string name) =>
        AddAt(
            at,
            Errors.IsFull ? "" : View.Pointer(at) + ContractErrorSink.Pointer(name),
            ContractErrorCodes.Required,
            ContractWords.Required
        );

    /// <summary>Whether an item or member fits a schema.</summary>
    public bool HoldsInside(Assertion schema, int at)
    {
        var references = _references;
        _references = 0;
        var holds = schema.Holds(ref this, at, Marks.None);
        _references = references;
        return holds;
    }

    /// <summary>Whether an item or member fits a schema, without a word when it doesn't.</summary>
    public bool FitsInside(Assertion schema, int at)
    {
        var wasReporting = IsReporting;
        IsReporting = false;
        var fits = HoldsInside(schema, at);
        IsReporting = wasReporting;
        return fits;
    }

    /// <summary>Whether a value fits a schema, without a word when it doesn't.</summary>
    public bool Fits(Assertion schema, int at, Marks evaluated)
    {
        var wasReporting = IsReporting;
        IsReporting = false;
        bool fits;
        if (evaluated.IsNone)
        {
            fits = schema.Holds(ref this, at, evaluated);
        }
        else
        {
            var tried = Begin(at);
            fits = schema.Holds(ref this, at, tried);
            End(tried, fits ? evaluated : Marks.None);
        }

        IsReporting = wasReporting;
        return fits;
    }

    private void AddAt(int at, string pointer, string code, string message) =>
        AddAt(at, new ContractError(pointer, code, message));

    private void AddAt(int at, ContractError error)
    {
        var value = View[at].IsName ? at + 1 : at;
        var offset = _offset < 0 ? -1 : _offset + View[value].Start;
        Errors.AddNew(_mark, offset, error);
    }

    private readonly void Return()
    {
        ReturnText();
        ReturnMarks();
        ReturnScope();
        _verdicts.Return();
    }
}
