using System.Buffers;

namespace Doku.Contracts.Runtime;

/// <summary>Hash codes of JSON values, kept in the table. They differ from one run of a program to the next, so that no one can send values that collide.</summary>
internal static class JsonHash
{
    /// <summary>The hash code of a value: equal values have the same.</summary>
    public static int Of(JsonView view, int at)
    {
        // From the end, so that what is inside a value comes before it.
        for (var inner = view[at].Next - 1; inner >= at; inner--)
        {
            if (view[inner].Hash == 0)
            {
                var hash = OfParts(view, inner);
                view[inner].Hash = hash == 0 ? 1 : hash;
            }
        }

        return view[at].Hash;
    }

    private static int OfParts(JsonView view, int at)
    {
        ref readonly var token = ref view[at];
        var hash = new HashCode();
        hash.Add(token.Kind);
        if (token.Kind == JsonKind.Number)
        {
            hash.Add(view.Number(at).GetHashCode());
        }
        else if (token.Kind == JsonKind.String)
        {
            hash.Add(OfText(view.Quoted(at)));
        }
        else if (token.Kind == JsonKind.Array)
        {
            for (var item = at + 1; item < token.Next; item = view[item].Next)
            {
                hash.Add(view[item].Hash);
            }
        }
        else
        {
            var members = 0;
            for (var name = at + 1; name < token.Next; name = view[name + 1].Next)
            {
                members = unchecked(
                    members + HashCode.Combine(view[name].Hash, view[name + 1].Hash)
                );
            }

            hash.Add(members);
        }

        return hash.ToHashCode();
    }

    private static int OfText(ReadOnlySpan<byte> raw)
    {
        var buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        var hash = string.GetHashCode(buffer.AsSpan(0, JsonStrings.Decode(raw, buffer)));
        ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        return hash;
    }
}
