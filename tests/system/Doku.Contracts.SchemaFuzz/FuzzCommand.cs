using System.CommandLine;
using Doku.Contracts.SchemaFuzz.Checking;
using Doku.Contracts.SchemaFuzz.Judges;

namespace Doku.Contracts.SchemaFuzz;

/// <summary>The command line.</summary>
internal static class FuzzCommand
{
    private static readonly Argument<int> Count = new("count")
    {
        Description = "How many schemas.",
        DefaultValueFactory = _ => 1000,
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "The same seed gives the same schemas.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int> Most = new("--most")
    {
        Description = "How many findings of a kind are made small; further ones are counted.",
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<DirectoryInfo> Out = new("--out")
    {
        Description = "Where findings are written.",
        DefaultValueFactory = _ => new DirectoryInfo("artifacts/schema-fuzz"),
    };

    private static readonly Option<FileInfo?> Input = new("--input")
    {
        Description = "Checks this one finding again and ends.",
    };

    internal static RootCommand Build()
    {
        var command = new RootCommand(
            "Makes random schemas and instances, and compares generated code with two other judges."
        )
        {
            Count,
            Seed,
            Most,
            Out,
            Input,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult line)
    {
        using var judges = new JudgeProcess();
        var output = line.InvocationConfiguration.Output;
        return line.GetValue(Input) is { } file
            ? Again(judges, file, output)
            : Run(judges, line, output);
    }

    private static int Again(JudgeProcess judges, FileInfo file, TextWriter output)
    {
        var faults = new Checker(judges).Check([FindingFile.Read(file.FullName)])[0].Faults;
        foreach (var fault in faults)
        {
            output.WriteLine($"{fault.Kind}: {fault.Words}");
        }

        return faults.Count == 0 ? 0 : 1;
    }

    private static int Run(JudgeProcess judges, ParseResult line, TextWriter output)
    {
        var folder = line.GetValue(Out)!;
        folder.Create();
        var findings = 0;
        var seed = line.GetValue(Seed);
        var run = new FuzzRun(
            judges,
            seed,
            (fuzzCase, fault) => FindingFile.Write(folder, seed, ++findings, fuzzCase, fault)
        )
        {
            MostOfAKind = line.GetValue(Most),
        };
        var statistics = run.Run(line.GetValue(Count), output.WriteLine);
        output.WriteLine(statistics.ToString());
        if (findings > 0)
        {
            output.WriteLine(
                $"{findings} findings are in {folder}; --input FILE checks one again."
            );
        }

        return findings == 0 ? 0 : 1;
    }
}
