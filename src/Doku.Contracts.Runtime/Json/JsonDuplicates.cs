namespace Doku.Contracts.Runtime;

/// <summary>Finds members that an object names twice.</summary>
internal static class JsonDuplicates
{
    // Up to here, comparing each with each costs less than a set.
    private const int FewMembers = 8;

    /// <summary>Reports each member whose name came before in the same object.</summary>
    public static void Report(
        ReadOnlySpan<byte> utf8Json,
        long offset,
        ref ContractErrorSink errors
    )
    {
        var tokens = JsonTokenizer.Rent(utf8Json, out var count);
        var view = new JsonView(utf8Json, tokens.AsSpan(0, count));
        Report(view, offset, errors.Listed, ref errors);
        JsonTokenizer.Return(tokens);
    }

    /// <summary>Reports each member whose name came before in the same object.</summary>
    /// <param name="view">The text.</param>
    /// <param name="offset">Where the text begins in the document; -1 when there is no document.</param>
    /// <param name="mark">How many listed errors were there before; one of the others isn't added again.</param>
    /// <param name="errors">Where errors go.</param>
    public static void Report(JsonView view, long offset, int mark, ref ContractErrorSink errors)
    {
        for (var at = 0; at < view.Count; at++)
        {
            if (view[at].Kind == JsonKind.Object && view[at].Count > 1)
            {
                ReportIn(view, at, offset, mark, ref errors);
            }
        }
    }

    private static void ReportIn(
        JsonView view,
        int parent,
        long offset,
        int mark,
        ref ContractErrorSink errors
    )
    {
        var isLarge = view[parent].Count > FewMembers;
        using var names = isLarge ? new TokenSet(view[parent].Count) : default;
        for (var name = parent + 1; name < view[parent].Next; name = view[name + 1].Next)
        {
            var isNew = isLarge ? names.Add(view, name) : IsNew(view, parent, name);
            if (!isNew)
            {
                errors.AddNew(
                    mark,
                    offset < 0 ? -1 : offset + view[name + 1].Start,
                    new ContractError(
                        errors.IsFull ? "" : view.Pointer(name),
                        ContractErrorCodes.DuplicateMember,
                        ContractWords.Duplicate
                    )
                );
            }
        }
    }

    private static bool IsNew(JsonView view, int parent, int name)
    {
        for (var at = parent + 1; at < name; at = view[at + 1].Next)
        {
            if (JsonEquality.AreEqual(view, at, view, name))
            {
                return false;
            }
        }

        return true;
    }
}
