using System.CommandLine;
using Doku.Contracts.Conformance.Reporting;
using Doku.Contracts.Conformance.Running;
using Doku.Contracts.Conformance.Suite;

namespace Doku.Contracts.Conformance;

/// <summary>The command line.</summary>
internal static class ConformanceCommand
{
    private const string Draft = "draft2020-12";
    private const string Page = "docs/conformance.md";

    private static readonly Argument<DirectoryInfo> Folder = new("folder")
    {
        Description = "A checkout of JSON-Schema-Test-Suite.",
    };

    private static readonly Option<DirectoryInfo> Root = new("--root")
    {
        Description = "The checkout of this project.",
        DefaultValueFactory = _ => new DirectoryInfo("."),
    };

    private static readonly Option<bool> Write = new("--write") { Description = $"Writes {Page}." };

    private static readonly Option<FileInfo?> MissFile = new("--misses")
    {
        Description = "Writes everything that is said of each group that isn't right to a file.",
    };

    private static readonly Option<string?> Only = new("--only")
    {
        Description = "Takes only the files whose path has this text in it.",
    };

    internal static RootCommand Build()
    {
        Folder.AcceptExistingOnly();
        var command = new RootCommand(
            "Judges the values of the JSON Schema test suite with code that is generated from its schemas."
        )
        {
            Folder,
            Root,
            Write,
            MissFile,
            Only,
        };
        command.Validators.Add(line =>
        {
            if (line.GetValue(Write) && line.GetValue(Only) is not null)
            {
                line.AddError("--write takes the whole suite.");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult line)
    {
        var suite = line.GetValue(Folder)!.FullName;
        var only = line.GetValue(Only) ?? "";
        var results = SuiteRun.Of(
            [
                .. SuiteReader
                    .Read(suite, Draft)
                    .Where(group => group.File.Contains(only, StringComparison.Ordinal)),
            ],
            RemoteFiles.Read(suite)
        );
        if (line.GetValue(MissFile) is { } misses)
        {
            File.WriteAllText(misses.FullName, MissList.Of(results));
        }

        if (line.GetValue(Write))
        {
            File.WriteAllText(
                Path.Combine(line.GetValue(Root)!.FullName, Page),
                ConformancePage.Of(results)
            );
        }

        return Tell(results, line.InvocationConfiguration.Output) ? 0 : 1;
    }

    // What is required must be right. What is optional is told, but the generator may refuse it.
    private static bool Tell(IReadOnlyList<GroupResult> results, TextWriter output)
    {
        foreach (var result in results.Where(result => !result.IsRight))
        {
            output.WriteLine(
                $"{result.Group.File}: {result.Group.Description.Trim()}: {Misses.Reason(result)}"
            );
        }

        var required = results.Where(result => result.Group.IsRequired).ToList();
        output.WriteLine($"required: {Summary.Of(required)}");
        output.WriteLine($"optional: {Summary.Of([.. results.Except(required)])}");
        return results.Count > 0 && required.TrueForAll(result => result.IsRight);
    }
}
