using System.Buffers;

namespace Doku.Contracts.Runtime;

/// <summary>
/// Equality of JSON values as JSON Schema has it: numbers by value, texts by characters, objects whatever the order of
/// their members. Nesting costs no stack, however deep it is.
/// </summary>
internal static class JsonEquality
{
    // Up to here, comparing each with each costs less than a set.
    private const int FewMembers = 8;

    public static bool AreEqual(JsonView left, int leftAt, JsonView right, int rightAt)
    {
        if (!MayBeEqual(left, leftAt, right, rightAt))
        {
            return false;
        }

        if (left[leftAt].Count == 0)
        {
            return true;
        }

        var pairs = new IntStack();
        var areEqual = AreEqualInside(left, leftAt, right, rightAt, ref pairs);
        pairs.Dispose();
        return areEqual;
    }

    private static bool AreEqualInside(
        JsonView left,
        int leftAt,
        JsonView right,
        int rightAt,
        ref IntStack pairs
    )
    {
        pairs.Push(rightAt);
        pairs.Push(leftAt);
        while (!pairs.IsEmpty)
        {
            leftAt = pairs.Pop();
            rightAt = pairs.Pop();
            var areEqual =
                left[leftAt].Kind == JsonKind.Array
                    ? TryPairItems(left, leftAt, right, rightAt, ref pairs)
                    : TryPairMembers(left, leftAt, right, rightAt, ref pairs);
            if (!areEqual)
            {
                return false;
            }
        }

        return true;
    }

    // Whether two values are equal as far as that can be told without looking into them.
    private static bool MayBeEqual(JsonView left, int leftAt, JsonView right, int rightAt)
    {
        ref readonly var one = ref left[leftAt];
        ref readonly var other = ref right[rightAt];
        return one.Kind == other.Kind
            && one.Count == other.Count
            && one.Kind switch
            {
                JsonKind.Number => left.Raw(leftAt).SequenceEqual(right.Raw(rightAt))
                    || ExactNumber.Compare(left.Number(leftAt), right.Number(rightAt)) == 0,
                JsonKind.String => one.IsEscaped || other.IsEscaped
                    ? HaveEqualCharacters(left.Quoted(leftAt), right.Quoted(rightAt))
                    : left.Quoted(leftAt).SequenceEqual(right.Quoted(rightAt)),
                _ => true,
            };
    }

    private static bool TryPair(
        JsonView left,
        int leftAt,
        JsonView right,
        int rightAt,
        ref IntStack pairs
    )
    {
        if (!MayBeEqual(left, leftAt, right, rightAt))
        {
            return false;
        }

        if (left[leftAt].Count > 0)
        {
            pairs.Push(rightAt);
            pairs.Push(leftAt);
        }

        return true;
    }

    private static bool TryPairItems(
        JsonView left,
        int leftAt,
        JsonView right,
        int rightAt,
        ref IntStack pairs
    )
    {
        var end = left[leftAt].Next;
        rightAt++;
        for (leftAt++; leftAt < end; leftAt = left[leftAt].Next)
        {
            if (!TryPair(left, leftAt, right, rightAt, ref pairs))
            {
                return false;
            }

            rightAt = right[rightAt].Next;
        }

        return true;
    }

    private static bool TryPairMembers(
        JsonView left,
        int leftAt,
        JsonView right,
        int rightAt,
        ref IntStack pairs
    )
    {
        var isLarge = left[leftAt].Count > FewMembers;
        using var names = isLarge ? TokenSet.OfNames(right, rightAt) : default;
        var end = left[leftAt].Next;
        for (leftAt++; leftAt < end; leftAt = left[leftAt + 1].Next)
        {
            var name = isLarge
                ? names.Find(right, left, leftAt)
                : FindName(right, rightAt, left, leftAt);
            if (name < 0 || !TryPair(left, leftAt + 1, right, name + 1, ref pairs))
            {
                return false;
            }
        }

        return true;
    }

    private static int FindName(JsonView view, int parent, JsonView other, int name)
    {
        for (var at = parent + 1; at < view[parent].Next; at = view[at + 1].Next)
        {
            if (MayBeEqual(view, at, other, name))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool HaveEqualCharacters(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var buffer = ArrayPool<char>.Shared.Rent(left.Length + right.Length);
        try
        {
            var length = JsonStrings.Decode(left, buffer);
            var rest = buffer.AsSpan(length);
            return buffer.AsSpan(0, length).SequenceEqual(rest[..JsonStrings.Decode(right, rest)]);
        }
        finally
        {
            // It may hold personal data.
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        }
    }
}
