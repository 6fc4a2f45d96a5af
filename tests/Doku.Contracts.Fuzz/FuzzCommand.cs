using System.CommandLine;
using System.Globalization;
using Doku.Contracts.Fuzz.Loop;
using Doku.Contracts.Fuzz.Targets;
using SharpFuzz;

namespace Doku.Contracts.Fuzz;

/// <summary>The command line.</summary>
internal static class FuzzCommand
{
    private static readonly Argument<string> Target = new("target")
    {
        Description = "What is fed.",
    };

    private static readonly Option<long> Runs = new("--runs")
    {
        Description = "How many inputs.",
        DefaultValueFactory = _ => 100_000,
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "The same seed gives the same inputs.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<DirectoryInfo> CorpusFolder = new("--corpus")
    {
        Description = "The folder with a folder of inputs for each target.",
        DefaultValueFactory = _ => new DirectoryInfo("tests/fuzz-corpus"),
    };

    private static readonly Option<DirectoryInfo> Out = new("--out")
    {
        Description = "Where an input that fails is written.",
        DefaultValueFactory = _ => new DirectoryInfo("artifacts/fuzz"),
    };

    private static readonly Option<FileInfo?> Input = new("--input")
    {
        Description = "Feeds this one file and ends.",
    };

    private static readonly Option<bool> Afl = new("--afl")
    {
        Description = "Takes inputs from afl-fuzz, which has started this program.",
    };

    private static readonly Option<bool> LibFuzzer = new("--libfuzzer")
    {
        Description = "Takes inputs from libfuzzer-dotnet, which has started this program.",
    };

    internal static RootCommand Build()
    {
        Target.AcceptOnlyFromAmong([.. FuzzTargets.Names]);
        var command = new RootCommand(
            "Feeds changed notifications, headers and bodies to the code that judges them."
        )
        {
            Target,
            Runs,
            Seed,
            CorpusFolder,
            Out,
            Input,
            Afl,
            LibFuzzer,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult line)
    {
        var name = line.GetValue(Target)!;
        using var target = FuzzTargets.Create(name);
        if (line.GetValue(Afl))
        {
            Fuzzer.OutOfProcess.Run(stream =>
            {
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                target.Feed(bytes.ToArray());
            });
            return 0;
        }

        if (line.GetValue(LibFuzzer))
        {
            Fuzzer.LibFuzzer.Run(bytes => target.Feed(bytes.ToArray()));
            return 0;
        }

        var output = line.InvocationConfiguration.Output;
        if (line.GetValue(Input) is { } file)
        {
            output.WriteLine(target.Feed(File.ReadAllBytes(file.FullName)));
            return 0;
        }

        var corpus = Corpus.Read(line.GetValue(CorpusFolder)!.FullName, FuzzTargets.CorpusOf(name));
        var loop = new FuzzLoop(
            target,
            corpus,
            FuzzTargets.InputsOf(name, corpus, line.GetValue(Seed))
        );
        var report = loop.Run(line.GetValue(Runs), found => Keep(found, name, line));
        output.WriteLine(report.ToString(CultureInfo.InvariantCulture));
        return report.Finding is null ? 0 : 1;
    }

    private static void Keep(Finding finding, string target, ParseResult line)
    {
        var folder = line.GetValue(Out)!;
        folder.Create();
        var file = Path.Combine(folder.FullName, finding.FileName(target));
        File.WriteAllBytes(file, finding.Input);
        var error = line.InvocationConfiguration.Error;
        error.WriteLine(finding.Words);
        error.WriteLine($"The input is in {file}; ./fuzz {target} --input {file} feeds it again.");
    }
}
