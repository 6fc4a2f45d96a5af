using System.ComponentModel;

namespace Doku.Contracts.Runtime.Assertions;

/// <summary>
/// What a schema asserts of a value, for all that a C# type can't hold to: a tree that generated code builds once from
/// <see cref="Assert"/>'s parts. It never changes and may be used by many threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Assertion
{
    private protected Assertion() { }

    /// <summary>Whether a value is as asserted; if not, the reason is reported while the judgement reports.</summary>
    /// <param name="judgement">The text, and where errors go.</param>
    /// <param name="at">The value.</param>
    /// <param name="evaluated">
    /// Which of the value's items or members some keyword has looked at: marks that the assertion adds to, or
    /// <see cref="Marks.None"/> where no one asks. When the assertion fails, what it marked is of no account.
    /// </param>
    internal abstract bool Holds(ref Judgement judgement, int at, Marks evaluated);
}
