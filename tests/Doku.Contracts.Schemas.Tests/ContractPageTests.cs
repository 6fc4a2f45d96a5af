using System.Text;

namespace Doku.Contracts.Schemas.Tests;

/// <summary>Every contract has a page, which lists its operations and the members of its bodies with their rules.</summary>
public sealed class ContractPageTests
{
    // Deeper than any body.
    private const int MostDepth = 8;

    // Kredivo's page follows the rows of DOKU's tables: see RowsPageTests.
    public static TheoryData<string> Contracts =>
        [.. SchemaFiles.Contracts.Where(file => file != "kredivo/kredivo.contract.json")];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void The_page_has_every_operation_and_member(string file) =>
        Page.Of(Folder(file)).Check(Write(file));

    private static string Write(string file)
    {
        var contract = SchemaFiles.Open(file).Node;
        var page = new StringBuilder();
        page.Append($"# {contract.GetProperty("title").GetString()}, member by member\n\n");
        page.Append(
            $"{contract.GetProperty("description").GetString()} What a member *must be* is refused\n"
        );
        page.Append(
            """
            otherwise; what is *advised* is listed by `Review()` and never refused, since DOKU isn't known to enforce it. **M** is mandatory.
            Conditions between members are in the schema files alone. Each column comes from those; a test keeps this page equal to them.

            | operation | request | known |
            |---|---|---|

            """
        );
        var operations = contract.GetProperty("operations").EnumerateObject().ToList();
        foreach (var operation in operations)
        {
            page.Append(
                $"| `{operation.Name}` | `{operation.Value.GetProperty("method")} {operation.Value.GetProperty("path")}` | {operation.Value.GetProperty("x-evidence").GetProperty("level")} |\n"
            );
        }

        foreach (var operation in operations)
        {
            foreach (var body in (string[])["request", "response"])
            {
                if (
                    operation.Value.TryGetProperty(body, out var reference)
                    && !reference.GetString()!.StartsWith("..", StringComparison.Ordinal)
                )
                {
                    page.Append($"\n## {operation.Name}: {body}\n\n");
                    page.Append(
                        "| member | M | must be | known | advised |\n|---|---|---|---|---|\n"
                    );
                    Write(page, SchemaFiles.Open($"{Folder(file)}/{reference.GetString()}"), "", 0);
                }
            }
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, SchemaPlace place, string path, int depth)
    {
        var names = place
            .Parts()
            .Where(part => part.Node.TryGetProperty("properties", out _))
            .SelectMany(part => part.Node.GetProperty("properties").EnumerateObject())
            .Select(property => property.Name)
            .Distinct();
        foreach (var name in depth < MostDepth ? names : [])
        {
            var member = place.Property(name)!;
            var mandatory = place.Requires(name) ? "M" : "";
            var pointer = $"{path}{name}";
            page.Append($"| `{pointer}` | {mandatory} | {RuleText.Of(member)} |\n");
            Write(page, member, $"{pointer}.", depth + 1);
            if (member.Items() is { } items)
            {
                Write(page, items, $"{pointer}[].", depth + 1);
            }
        }
    }

    private static string Folder(string file) =>
        file[..file.IndexOf('/', StringComparison.Ordinal)];
}
