using System.Text.Json;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>Finds what JSON's grammar lets pass and no schema can speak of: members given twice, broken Unicode.</summary>
internal static class TextFaults
{
    internal static void Find(JsonElement element, string pointer, List<Violation> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                FindInObject(element, pointer, found);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Find(item, JsonPointer.Append(pointer, index), found);
                    index++;
                }
                break;
            case JsonValueKind.String when !TryRead(element.GetString, out _):
                found.Add(new Violation(pointer, "unicode", "is not well-formed Unicode"));
                break;
        }
    }

    private static void FindInObject(JsonElement element, string pointer, List<Violation> found)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!TryRead(() => member.Name, out var name))
            {
                found.Add(
                    new Violation(pointer, "unicode", "has a name that is not well-formed Unicode")
                );
                continue;
            }

            var place = JsonPointer.Append(pointer, name);
            if (!names.Add(name))
            {
                found.Add(new Violation(place, "duplicate_member", "is given more than once"));
            }
            Find(member.Value, place, found);
        }
    }

    /// <summary>The framework checks the encoding of a text only when it is read, and then throws.</summary>
    private static bool TryRead(Func<string?> read, out string text)
    {
        try
        {
            text = read() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }
}
