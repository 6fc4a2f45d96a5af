using System.Runtime.CompilerServices;

namespace Doku.Contracts.Runtime.Assertions;

/// <content>References, by which a schema may lead back to itself.</content>
internal ref partial struct Judgement
{
    // A schema that refers to itself without going into the value would never end. No schema of a sound mind refers on
    // so often in one place; and the stack's end is watched besides, for it also depends on the value's nesting.
    private const int MostReferences = 1000;

    /// <summary>Goes on with the schema that a dynamic reference means here.</summary>
    public bool FollowDynamic(Assertion target, int at, Marks evaluated)
    {
        _dynamicReferences++;
        return Follow(target, at, evaluated);
    }

    /// <summary>Goes on with the schema that a reference means.</summary>
    public bool Follow(Assertion target, int at, Marks evaluated)
    {
        // Only a value with parts takes long enough to be kept, and only where no one asks which of them were looked at.
        if (View[at].Count == 0 || !evaluated.IsNone)
        {
            return Enter(target, at, evaluated);
        }

        var known = Find(target, at);
        if (known is Verdict.Fits or Verdict.IsReported || (known == Verdict.Fails && !IsReporting))
        {
            return known == Verdict.Fits;
        }

        var dynamicReferences = _dynamicReferences;
        var holds = Enter(target, at, evaluated);
        if (!_isAborted)
        {
            // What a dynamic reference means depends on the resources that were entered.
            _verdicts.Keep(
                target,
                at,
                dynamicReferences == _dynamicReferences ? VerdictTable.AnyScope : Scope,
                holds ? Verdict.Fits
                    : IsReporting ? Verdict.IsReported
                    : Verdict.Fails
            );
        }

        return holds;
    }

    private Verdict Find(Assertion target, int at)
    {
        var known = _verdicts.Find(target, at, VerdictTable.AnyScope);
        if (known != Verdict.None || _dynamicReferences == 0)
        {
            return known;
        }

        known = _verdicts.Find(target, at, Scope);
        // What is concluded from such a verdict holds in this scope only, too.
        _dynamicReferences += known == Verdict.None ? 0 : 1;
        return known;
    }

    private bool Enter(Assertion target, int at, Marks evaluated)
    {
        // Once it is aborted, nothing more is looked at: the answer can't be told any more.
        _isAborted |=
            _references == MostReferences || !RuntimeHelpers.TryEnsureSufficientExecutionStack();
        if (_isAborted)
        {
            return false;
        }

        _references++;
        var holds = target.Holds(ref this, at, evaluated);
        _references--;
        return holds;
    }
}
