using System.ComponentModel;
using Doku.Contracts.Runtime.Assertions;

namespace Doku.Contracts.Runtime;

/// <content>Values of any shape and size, and what a schema asserts beyond a type.</content>
public ref partial struct ContractReader
{
    /// <summary>Reads a value of any kind.</summary>
    /// <returns>Null when an error was added.</returns>
    public ContractValue? ReadValue()
    {
        var start = _start;
        PassOver();
        var json = _json[start.._at];
        var before = Errors.Count;
        if (json[0] is (byte)'{' or (byte)'[')
        {
            JsonDuplicates.Report(json, start, ref Errors);
        }

        return Errors.Count == before ? ContractValue.Copy(json) : null;
    }

    /// <summary>Reads a number of any size.</summary>
    /// <param name="isWhole">Whether the schema wants an integer; <c>1.0</c> and <c>1e2</c> are integers.</param>
    /// <returns>Null when an error was added.</returns>
    public ContractNumber? ReadNumber(bool isWhole)
    {
        if (!IsNumber)
        {
            WrongType(isWhole ? ContractWords.MustBeInteger : ContractWords.MustBeNumber);
            return null;
        }

        var number = new ExactNumber(Number(out _, out _, out _));
        if (!isWhole || number.IsWhole)
        {
            return ContractNumber.From(number);
        }

        Errors.Add(ContractErrorCodes.Type, ContractWords.MustBeInteger);
        return null;
    }

    /// <summary>Judges the value that was just read, and adds its errors. An error that typed code has found already isn't added again.</summary>
    /// <param name="rules">What the schema asserts.</param>
    /// <param name="start">Where the value begins: <see cref="Position"/> before it was read.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Judge(Assertion rules, long start) =>
        Judgement.Run(rules, _json[(int)start.._at], start, Errors.ListedBefore(start), ref Errors);
}
