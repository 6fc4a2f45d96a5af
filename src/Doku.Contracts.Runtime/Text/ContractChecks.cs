namespace Doku.Contracts.Runtime;

/// <summary>The checks that generated validators call, one a keyword. Each adds its error to the sink; none allocates when the value is right.</summary>
public static partial class ContractChecks
{
    private const int MostCompared = 8;

    /// <summary><c>required</c>, for a reference that a caller left null.</summary>
    /// <param name="value">The member's value.</param>
    /// <param name="pointer">The member's pointer.</param>
    /// <param name="errors">Where an error goes.</param>
    /// <returns>Whether there is a value to check further.</returns>
    public static bool Required(
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] object? value,
        string pointer,
        ref ContractErrorSink errors
    )
    {
        if (value is not null)
        {
            return true;
        }

        Missing(pointer, ref errors);
        return false;
    }

    /// <summary><c>required</c>: reports a mandatory member that is missing.</summary>
    public static void Missing(string pointer, ref ContractErrorSink errors) =>
        errors.AddAt(pointer, ContractErrorCodes.Required, ContractWords.Required);

    /// <summary><c>enum</c>, already judged by generated code.</summary>
    public static void Enum(bool isKnown, string known, ref ContractErrorSink errors)
    {
        if (!isKnown)
        {
            errors.Add(ContractErrorCodes.Enum, ContractWords.Enum(known));
        }
    }

    /// <summary><c>oneOf</c>: reports an object that belongs to no branch.</summary>
    /// <param name="pointer">The discriminating member's pointer.</param>
    /// <param name="known">The branches' values of it.</param>
    /// <param name="errors">Where the error goes.</param>
    public static void NoBranch(string pointer, string known, ref ContractErrorSink errors) =>
        errors.AddAt(pointer, ContractErrorCodes.OneOf, $"must be there and be one of {known}");

    /// <summary><c>minItems</c>.</summary>
    public static void MinItems(int count, int limit, ref ContractErrorSink errors)
    {
        if (count < limit)
        {
            errors.Add(ContractErrorCodes.MinItems, ContractWords.MinItems(limit));
        }
    }

    /// <summary><c>maxItems</c>.</summary>
    public static void MaxItems(int count, int limit, ref ContractErrorSink errors)
    {
        if (count > limit)
        {
            errors.Add(ContractErrorCodes.MaxItems, ContractWords.MaxItems(limit));
        }
    }

    /// <summary>Whether no two items are equal in C#, so that none can be equal in JSON.</summary>
    public static bool AreDistinct<T>(ContractList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var span = items.AsSpan();
        if (span.Length > MostCompared)
        {
            return new HashSet<T>(items).Count == span.Length;
        }

        // A few items are compared each with each, which takes no memory.
        for (var i = 1; i < span.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (EqualityComparer<T>.Default.Equals(span[i], span[j]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary><c>uniqueItems</c>.</summary>
    public static void UniqueItems<T>(ContractList<T> items, ref ContractErrorSink errors)
    {
        if (!AreDistinct(items))
        {
            errors.Add(ContractErrorCodes.UniqueItems, ContractWords.UniqueItems);
        }
    }

    /// <summary><c>minimum</c>.</summary>
    public static void Minimum(decimal value, decimal limit, ref ContractErrorSink errors)
    {
        if (value < limit)
        {
            errors.Add(ContractErrorCodes.Minimum, ContractWords.Minimum(limit));
        }
    }

    /// <summary><c>minimum</c>.</summary>
    public static void Minimum(long value, long limit, ref ContractErrorSink errors)
    {
        if (value < limit)
        {
            errors.Add(ContractErrorCodes.Minimum, ContractWords.Minimum(limit));
        }
    }

    /// <summary><c>exclusiveMinimum</c>.</summary>
    public static void ExclusiveMinimum(decimal value, decimal limit, ref ContractErrorSink errors)
    {
        if (value <= limit)
        {
            errors.Add(ContractErrorCodes.Minimum, ContractWords.ExclusiveMinimum(limit));
        }
    }

    /// <summary><c>maximum</c>.</summary>
    public static void Maximum(decimal value, decimal limit, ref ContractErrorSink errors)
    {
        if (value > limit)
        {
            errors.Add(ContractErrorCodes.Maximum, ContractWords.Maximum(limit));
        }
    }

    /// <summary><c>maximum</c>.</summary>
    public static void Maximum(long value, long limit, ref ContractErrorSink errors)
    {
        if (value > limit)
        {
            errors.Add(ContractErrorCodes.Maximum, ContractWords.Maximum(limit));
        }
    }

    /// <summary><c>exclusiveMaximum</c>.</summary>
    public static void ExclusiveMaximum(decimal value, decimal limit, ref ContractErrorSink errors)
    {
        if (value >= limit)
        {
            errors.Add(ContractErrorCodes.Maximum, ContractWords.ExclusiveMaximum(limit));
        }
    }

    /// <summary><c>multipleOf</c>.</summary>
    public static void MultipleOf(decimal value, decimal unit, ref ContractErrorSink errors)
    {
        if (!(value.Scale <= unit.Scale && IsLastPlace(unit)) && value % unit != 0)
        {
            errors.Add(ContractErrorCodes.MultipleOf, ContractWords.MultipleOf(unit));
        }
    }

    /// <summary>One step of <c>x-total</c>: adds price × quantity.</summary>
    /// <returns>False when the total is too large to be held, and so can't be any amount.</returns>
    public static bool TryAddToTotal(ref decimal total, decimal price, decimal quantity)
    {
        try
        {
            total += price * quantity;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary><c>x-total</c>: reports an amount that isn't the total of its items.</summary>
    /// <param name="pointer">The amount's pointer.</param>
    /// <param name="total">What the items come to; null when that is too large to be held.</param>
    /// <param name="errors">Where the error goes.</param>
    public static void WrongTotal(string pointer, decimal? total, ref ContractErrorSink errors) =>
        errors.AddAt(
            pointer,
            ContractErrorCodes.Total,
            total is { } known
                ? $"must be the total of price × quantity over all items, {ContractWords.Text(known)}"
                : "must be the total of price × quantity over all items, which is too large"
        );

    // Where the unit is a one in the last of its decimal places, a value with no more places is a multiple: no division.
    private static bool IsLastPlace(decimal unit)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(unit, parts);
        return parts is [1, 0, 0, _];
    }
}
