using System.Buffers;

namespace Doku.Contracts.Runtime.Assertions;

/// <content>The dynamic scope: the resources that were entered on the way to where the evaluation stands.</content>
internal ref partial struct Judgement
{
    private const int FirstScope = VerdictTable.AnyScope + 1;

    // Each stay in a resource has a number of its own, so that equal numbers mean the same resources around.
    private readonly int Scope => _entered == 0 ? FirstScope : _scope![_entered - 1].Number;

    /// <summary>Enters a resource. Only its outermost place counts: one that is entered again stays where it is.</summary>
    /// <returns>Whether it is to be left again.</returns>
    public bool Enter(ResourceAssertion resource)
    {
        foreach (var (entered, _) in _scope.AsSpan(0, _entered))
        {
            if (entered == resource)
            {
                return false;
            }
        }

        if (_scope is null || _entered == _scope.Length)
        {
            var larger = ArrayPool<(ResourceAssertion, int)>.Shared.Rent(Math.Max(_entered * 2, 8));
            _scope.AsSpan(0, _entered).CopyTo(larger);
            ReturnScope();
            _scope = larger;
        }

        _scope[_entered++] = (resource, FirstScope + ++_stays);
        return true;
    }

    /// <summary>Leaves the resource that was entered last.</summary>
    public void Leave() => _entered--;

    /// <summary>What an anchor means here; null when no resource has it.</summary>
    public readonly LazySchema? Find(string anchor)
    {
        foreach (var (resource, _) in _scope.AsSpan(0, _entered))
        {
            if (resource.Find(anchor) is { } target)
            {
                return target;
            }
        }

        return null;
    }

    private readonly void ReturnScope()
    {
        if (_scope is not null)
        {
            ArrayPool<(ResourceAssertion, int)>.Shared.Return(_scope, clearArray: true);
        }
    }
}
