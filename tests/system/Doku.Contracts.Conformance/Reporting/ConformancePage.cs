using System.Globalization;
using System.Text;
using Doku.Contracts.Conformance.Running;

namespace Doku.Contracts.Conformance.Reporting;

/// <summary>The page that says what is right and what isn't, without anything that differs from run to run.</summary>
internal static class ConformancePage
{
    private const string Introduction = """
        # Conformance

        What generated code makes of [JSON-Schema-Test-Suite](https://github.com/json-schema-org/JSON-Schema-Test-Suite), draft 2020-12.
        `./conformance FOLDER --write`, with the folder of a checkout, writes this page.

        Each group's schema goes through the generator and the compiler by itself. A group is *accepted* when neither reports an error,
        the compiler has no warning, and the schema's root is a type that can be read. A verdict is *right* when strict reading says of
        the value what the suite says. A valid value is *kept* when `Validate` finds no fault in what was read, and strict reading takes
        what `Write` makes of it.

        The schemas have `ContractAnnotations` set to `*`, which allows keywords that JSON Schema doesn't define, as it does itself.
        `ContractFormat` is `annotation`, as 2020-12 has it by default; in `optional/format` formats are asserted.
        """;

    public static string Of(IReadOnlyList<GroupResult> results)
    {
        var page = new StringBuilder(Introduction).Append('\n');
        foreach (var part in results.GroupBy(result => result.Group.IsRequired))
        {
            Add(page, part.Key ? "Required" : "Optional", [.. part]);
        }

        return page.ToString();
    }

    private static void Add(StringBuilder page, string title, IReadOnlyList<GroupResult> results)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"""

            ## {title}

            | file | groups | accepted | values | right | valid | kept |
            |---|--:|--:|--:|--:|--:|--:|

            """
        );
        foreach (var file in results.GroupBy(result => result.Group.File))
        {
            Row(page, $"`{file.Key}`", Summary.Of([.. file]));
        }

        Row(page, "all", Summary.Of(results));
        AddMisses(page, [.. results.Where(result => !result.IsRight)]);
    }

    private static void AddMisses(StringBuilder page, List<GroupResult> misses)
    {
        if (misses.Count == 0)
        {
            return;
        }

        page.Append("\nNot accepted, or not right:\n\n| file | groups | why |\n|---|---|---|\n");
        foreach (
            var alike in misses.GroupBy(result => (result.Group.File, Why: Misses.Reason(result)))
        )
        {
            var groups = string.Join("; ", alike.Select(result => result.Group.Description.Trim()));
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{alike.Key.File}` | {Text(groups)} | {Text(alike.Key.Why)} |\n"
            );
        }
    }

    private static void Row(StringBuilder page, string name, Summary count) =>
        page.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {count.Groups} | {count.Accepted} | {count.Tests} | {count.Right} | {count.Valid} | {count.Kept} |\n"
        );

    // The suite's words and the compiler's are no Markdown.
    private static string Text(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            text.Append("\\`*_[]<>|".Contains(c, StringComparison.Ordinal) ? "\\" : "")
                .Append(char.IsControl(c) ? ' ' : c);
        }

        return text.ToString();
    }
}
