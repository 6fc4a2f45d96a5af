using System.Diagnostics;
using System.Globalization;
using System.Text;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.Patterns.Tests.Judging;

/// <summary>Node.js as the judge of regular expressions: an implementation of ECMA-262 that isn't ours.</summary>
internal static class Node
{
    /// <summary>Asks whether patterns are valid, and what they match.</summary>
    /// <param name="questions">Patterns with their texts.</param>
    /// <returns>A verdict for each text; null for a pattern that isn't valid.</returns>
    public static IReadOnlyList<IReadOnlyList<bool>?> Judge(
        IReadOnlyList<(string Pattern, IReadOnlyList<string> Texts)> questions
    )
    {
        var start = new ProcessStartInfo(Tool.RequireOnPath("node"))
        {
            ArgumentList =
            {
                // A pattern that goes back for ever would stop the judge; this engine doesn't go back.
                "--enable-experimental-regexp-engine-on-excessive-backtracks",
                Path.Combine(AppContext.BaseDirectory, "Judging", "judge.js"),
            },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var (pattern, texts) in questions)
        {
            process.StandardInput.Write(
                string.Join(' ', texts.Prepend(pattern).Select(Units)) + "\n"
            );
        }

        process.StandardInput.Close();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        var answers = output.GetAwaiter().GetResult().Split('\n');
        Assert.Equal(questions.Count, answers.Length);
        return [.. answers.Select(Verdicts)];
    }

    private static bool[]? Verdicts(string answer) =>
        answer == "invalid" ? null : [.. answer["valid".Length..].Select(c => c == '1')];

    private static string Units(string text)
    {
        var units = new StringBuilder(text.Length * 4);
        foreach (var unit in text)
        {
            units.Append(((int)unit).ToString("X4", CultureInfo.InvariantCulture));
        }

        return units.ToString();
    }
}
