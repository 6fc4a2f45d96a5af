using System.ComponentModel;
using Doku.Contracts.Runtime.Assertions;

namespace Doku.Contracts.Runtime;

/// <content>What a schema asserts beyond a type.</content>
public static partial class ContractChecks
{
    /// <summary>Judges a value by the JSON that it writes, and adds its errors.</summary>
    /// <param name="value">The value.</param>
    /// <param name="rules">What the schema asserts.</param>
    /// <param name="errors">Where errors go.</param>
    /// <param name="mark"><see cref="ContractErrorSink.Count"/> before typed code checked the value: an error since then isn't added again.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Judge<T>(
        T value,
        Assertion rules,
        ref ContractErrorSink errors,
        int mark = 0
    )
        where T : class, IContract<T>
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (!errors.HasUnwritable(mark) && !TryJudge(value, rules, ref errors, mark))
        {
            // A text that no typed check looks at; its place isn't known here.
            errors.Add(ContractErrorCodes.Unicode, ContractWords.HasLoneSurrogate);
        }
    }

    /// <summary>Judges a value whose mandatory members are all there.</summary>
    /// <returns>False when it can't be written, since a text in it is no Unicode.</returns>
    internal static bool TryJudge<T>(
        T value,
        Assertion rules,
        ref ContractErrorSink errors,
        int mark
    )
        where T : class, IContract<T>
    {
        using var json = PooledBuffer.Rent();
        try
        {
            ContractCodec.Write(value, json);
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        Judgement.Run(rules, json.Written, -1, Math.Min(mark, errors.Listed), ref errors);
        return true;
    }
}
