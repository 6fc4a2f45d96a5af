using System.Runtime.CompilerServices;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <content>The checks of texts.</content>
public static partial class ContractChecks
{
    /// <summary>Reports half of a surrogate pair: such a text can't be written as UTF-8.</summary>
    public static void Unicode(string value, ref ContractErrorSink errors)
    {
        var from = value.AsSpan().IndexOfAny(EcmaFold.Surrogates);
        if (from >= 0)
        {
            UnicodeFrom(value, from, ref errors);
        }
    }

    internal static bool HasHalfPair(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAny(EcmaFold.Surrogates); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }

    private static void UnicodeFrom(string value, int from, ref ContractErrorSink errors)
    {
        while (from < value.Length)
        {
            if (
                Rune.DecodeFromUtf16(value.AsSpan(from), out _, out var width)
                != System.Buffers.OperationStatus.Done
            )
            {
                errors.Add(
                    new ContractError(
                        "",
                        ContractErrorCodes.Unicode,
                        ContractWords.LoneSurrogate(from)
                    )
                    {
                        CharacterIndex = from,
                    }
                );
                return;
            }

            from += width;
        }
    }

    /// <summary><c>minLength</c>, in code points.</summary>
    public static void MinLength(string value, int limit, ref ContractErrorSink errors)
    {
        // A text of n UTF-16 units has between n/2 and n code points: it is counted only where that leaves a doubt.
        if (value.Length < limit || (value.Length < 2L * limit && CodePoints(value) < limit))
        {
            errors.Add(ContractErrorCodes.MinLength, ContractWords.MinLength(limit));
        }
    }

    /// <summary><c>maxLength</c>, in code points.</summary>
    public static void MaxLength(string value, int limit, ref ContractErrorSink errors)
    {
        if (value.Length > limit && CodePoints(value) > limit)
        {
            errors.Add(ContractErrorCodes.MaxLength, ContractWords.MaxLength(limit));
        }
    }

    /// <summary>A <c>pattern</c> of one character class: names the first character that isn't allowed.</summary>
    public static void Allowed(string value, CharacterSet set, ref ContractErrorSink errors)
    {
        var index = set.IndexOfDisallowed(value);
        if (index >= 0)
        {
            AddDisallowed(value, index, set, ref errors);
        }
    }

    /// <summary>
    /// <c>minLength</c>, <c>maxLength</c> and a <c>pattern</c> of one character class, in code points. One look settles
    /// a text of ASCII that keeps all three.
    /// </summary>
    /// <param name="value">The text.</param>
    /// <param name="minLength">The fewest characters; 0 when there is no limit.</param>
    /// <param name="maxLength">The most characters; the largest integer when there is no limit.</param>
    /// <param name="set">The allowed characters.</param>
    /// <param name="errors">Where errors go.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Text(
        string value,
        int minLength,
        int maxLength,
        CharacterSet set,
        ref ContractErrorSink errors
    )
    {
        if (
            (uint)(value.Length - minLength) <= (uint)(maxLength - minLength)
            && set.AllowsPlain(value)
        )
        {
            return;
        }

        MinLength(value, minLength, ref errors);
        MaxLength(value, maxLength, ref errors);
        Allowed(value, set, ref errors);
    }

    /// <summary>Any other <c>pattern</c>, already judged by generated code.</summary>
    public static void Pattern(bool matches, string pattern, ref ContractErrorSink errors)
    {
        if (!matches)
        {
            errors.Add(ContractErrorCodes.Pattern, ContractWords.Pattern(pattern));
        }
    }

    /// <summary>Any other <c>pattern</c> that needs a regular expression.</summary>
    public static void Pattern(string value, ContractPattern pattern, ref ContractErrorSink errors)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Pattern(pattern.IsMatch(value), pattern.Source, ref errors);
    }

    /// <summary><c>format</c> of a time stamp.</summary>
    public static void Time<TFormat>(Timestamp<TFormat> value, ref ContractErrorSink errors)
        where TFormat : ITimestampFormat =>
        Format(TFormat.IsValid(value.Text), TFormat.Name, ref errors);

    /// <summary>Any other <c>format</c>, already judged by <see cref="TextFormats"/>.</summary>
    public static void Format(bool matches, string format, ref ContractErrorSink errors)
    {
        if (!matches)
        {
            errors.Add(ContractErrorCodes.Format, ContractWords.Format(format));
        }
    }

    // Apart from the check before it, which is small enough then to become part of its callers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddDisallowed(
        string value,
        int index,
        CharacterSet set,
        ref ContractErrorSink errors
    ) =>
        errors.Add(
            new ContractError(
                "",
                ContractErrorCodes.Characters,
                ContractWords.Disallowed(value, index, set.Description)
            )
            {
                CharacterIndex = index,
                CodePoint = ContractWords.CodePointAt(value, index),
            }
        );

    /// <summary>A text's length as JSON Schema counts it: a pair of surrogates is one character.</summary>
    public static int CodePoints(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return CodePoints(value.AsSpan());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int CodePoints(ReadOnlySpan<char> value)
    {
        var count = value.Length;
        for (var i = 0; i < value.Length - 1; i++)
        {
            if (char.IsHighSurrogate(value[i]) && char.IsLowSurrogate(value[i + 1]))
            {
                count--;
                i++;
            }
        }

        return count;
    }
}
