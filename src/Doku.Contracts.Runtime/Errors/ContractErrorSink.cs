using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <summary>
/// Collects errors while a value is checked. Nothing is allocated before the first error: a check adds its error
/// with an empty pointer, and each caller on the way out puts its own member or index in front
/// (<see cref="Within(int, string)"/>), so no path is kept while all is well.
/// </summary>
public ref struct ContractErrorSink
{
    private readonly int _maxErrors;
    private List<(ContractError Error, long Offset)>? _errors;

    /// <summary>Makes a sink that lists at most so many errors.</summary>
    public ContractErrorSink(int maxErrors)
    {
        _maxErrors = maxErrors;
        Offset = -1;
    }

    /// <summary>How many errors were found so far, listed or not.</summary>
    public int Count { get; private set; }

    /// <summary>The byte offset of the value that is being read, or -1 when a value in memory is checked.</summary>
    public long Offset { readonly get; set; }

    /// <summary>Adds an error of the value that is being checked.</summary>
    public void Add(string code, string message) => Add(new ContractError("", code, message));

    /// <summary>Adds an error of a member of the value that is being checked.</summary>
    /// <param name="pointer">The member's pointer, such as <c>/order</c>.</param>
    /// <param name="code">One of <see cref="ContractErrorCodes"/>.</param>
    /// <param name="message">What is wrong, with the limit.</param>
    public void AddAt(string pointer, string code, string message) =>
        Add(new ContractError(pointer, code, message));

    /// <summary>Adds an error.</summary>
    public void Add(ContractError error)
    {
        Count++;
        _errors ??= [];
        if (_errors.Count < _maxErrors)
        {
            _errors.Add((error, Offset));
        }
    }

    /// <summary>Whether further errors are counted only.</summary>
    internal readonly bool IsFull => Listed >= _maxErrors;

    /// <summary>How many errors are listed.</summary>
    internal readonly int Listed => _errors?.Count ?? 0;

    /// <summary>How many of the listed errors come before the first that lies at an offset or behind it.</summary>
    internal readonly int ListedBefore(long offset)
    {
        var listed = CollectionsMarshal.AsSpan(_errors);
        var count = 0;
        while (count < listed.Length && listed[count].Offset < offset)
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether an error since <paramref name="mark"/> says, or may say, that the value can't be written: a mandatory member is null, or a text isn't Unicode.</summary>
    internal readonly bool HasUnwritable(int mark)
    {
        var listed = CollectionsMarshal.AsSpan(_errors);
        for (var i = mark; i < listed.Length; i++)
        {
            var code = listed[i].Error.Code;
            if (code == ContractErrorCodes.Required || code == ContractErrorCodes.Unicode)
            {
                return true;
            }
        }

        return Count > listed.Length;
    }

    /// <summary>Adds an error at an offset unless one that says the same is among those listed since <paramref name="mark"/>.</summary>
    internal void AddNew(int mark, long offset, ContractError error)
    {
        var listed = CollectionsMarshal.AsSpan(_errors);
        for (var i = mark; i < listed.Length; i++)
        {
            var known = listed[i].Error;
            if (
                known.Pointer == error.Pointer
                && known.Code == error.Code
                && known.Message == error.Message
            )
            {
                return;
            }
        }

        var before = Offset;
        Offset = offset;
        Add(error);
        Offset = before;
    }

    /// <summary>Puts a member in front of the pointers of all errors added since <paramref name="mark"/>.</summary>
    /// <param name="mark"><see cref="Count"/> before the member was checked.</param>
    /// <param name="pointer">The member's pointer, such as <c>/order</c>.</param>
    public readonly void Within(int mark, string pointer)
    {
        if (Count != mark)
        {
            Prefix(mark, pointer);
        }
    }

    /// <summary>Puts an array index in front of the pointers of all errors added since <paramref name="mark"/>.</summary>
    public readonly void Within(int mark, int index)
    {
        if (Count != mark)
        {
            Prefix(mark, string.Create(CultureInfo.InvariantCulture, $"/{index}"));
        }
    }

    /// <summary>Puts a member of any name in front of the pointers of all errors added since <paramref name="mark"/>.</summary>
    public readonly void WithinMember(int mark, string name)
    {
        if (Count != mark)
        {
            Prefix(mark, Pointer(name));
        }
    }

    internal static string Pointer(string name) =>
        "/"
        + name.Replace("~", "~0", StringComparison.Ordinal)
            .Replace("/", "~1", StringComparison.Ordinal);

    private readonly void Prefix(int mark, string pointer)
    {
        var listed = CollectionsMarshal.AsSpan(_errors);
        for (var i = mark; i < listed.Length; i++)
        {
            ref var entry = ref listed[i];
            entry.Error = entry.Error with { Pointer = pointer + entry.Error.Pointer };
        }
    }

    /// <summary>The errors of a value that was in memory.</summary>
    public readonly ContractErrors ToErrors() => ToErrors([]);

    /// <summary>The errors of a value that was read, each with line and column.</summary>
    /// <param name="utf8Json">The text that was read; empty when there is none.</param>
    public readonly ContractErrors ToErrors(ReadOnlySpan<byte> utf8Json)
    {
        if (_errors is null)
        {
            return Count == 0 ? ContractErrors.None : new ContractErrors([], Count);
        }

        var errors = new ContractError[_errors.Count];
        for (var i = 0; i < errors.Length; i++)
        {
            var (error, offset) = _errors[i];
            errors[i] =
                offset >= 0 && !utf8Json.IsEmpty ? Locate(error, utf8Json, (int)offset) : error;
        }

        return new ContractErrors(errors, Count);
    }

    private static ContractError Locate(
        ContractError error,
        ReadOnlySpan<byte> utf8Json,
        int offset
    )
    {
        var before = utf8Json[..Math.Min(offset, utf8Json.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return error with
        {
            Line = before.Count((byte)'\n') + 1,
            Column = Encoding.UTF8.GetCharCount(before[lineStart..]) + 1,
        };
    }
}
