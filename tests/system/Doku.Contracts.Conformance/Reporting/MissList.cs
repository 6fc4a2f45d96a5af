using System.Globalization;
using System.Text;
using Doku.Contracts.Conformance.Running;

namespace Doku.Contracts.Conformance.Reporting;

/// <summary>Every group that isn't right, with its schema and all that was said of it.</summary>
internal static class MissList
{
    private const int MostWords = 600;

    public static string Of(IEnumerable<GroupResult> results)
    {
        var text = new StringBuilder();
        foreach (var result in results.Where(result => !result.IsRight))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{result.Group.File}: {result.Group.Description}\n{result.Group.Schema}\n"
            );
            text.AppendJoin(
                    "",
                    result
                        .Findings.Select(finding => $"- {Short(finding)}\n")
                        .Concat(result.Wrong.Select(Wrong))
                        .Concat(result.Lost.Select(Lost))
                )
                .Append('\n');
        }

        return text.ToString();
    }

    private static string Wrong(TestResult result) =>
        $"- {Value(result)} must be {(result.Test.IsValid ? "valid" : "invalid")}, was {result.Reading.Verdict}: {Short(result.Reading.Words)}\n";

    private static string Lost(TestResult result) =>
        $"- {Value(result)} is valid, but not {Short(result.Reading.Loss!)}\n";

    private static string Value(TestResult result) =>
        $"{result.Test.Description}: {Short(Encoding.UTF8.GetString(result.Test.Data))}";

    private static string Short(string text) =>
        text.Length > MostWords ? text[..MostWords] + "…" : text;
}
