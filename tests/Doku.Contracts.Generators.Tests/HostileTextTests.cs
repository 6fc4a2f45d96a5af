using Doku.Contracts.Generators.Tests.Harness;
using Doku.Contracts.Generators.Tests.Hostile;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Generators.Tests;

/// <summary>
/// A schema's text is text wherever it stands: no line break, quote, comment sign or directive in it becomes code.
/// Each place is tried with every text; what is generated must declare what it declares for a harmless text.
/// </summary>
public sealed class HostileTextTests
{
    private const string Harmless = "harmless";

    public static TheoryData<string> Places { get; } =
        new(SchemaPlaces.All.Select(place => place.Name));

    [Theory]
    [MemberData(nameof(Places))]
    public void No_text_at_this_place_becomes_code(string place) =>
        AssertNothingPlanted(place, HostileTexts.All);

    [Theory]
    [MemberData(nameof(Places))]
    public void No_text_put_together_by_chance_becomes_code_at_this_place(string place)
    {
        var run = AssertNothingPlanted(place, HostileTexts.Random(20251124, 25).Distinct());

        // The whole compiler takes its time, so it is asked for these texts alone.
        Assert.DoesNotContain(
            run.Compilation.GetDiagnostics(TestContext.Current.CancellationToken),
            d => d.Severity == DiagnosticSeverity.Error
        );
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Half_of_a_character_is_an_error_at_this_place(string name)
    {
        string[] halves =
        [
            "\\ud800",
            "x\\udc00y",
            "\\udc00\\ud800",
            "\\ud83d\\ud83d\\ude00",
            "\ud800",
        ];
        var place = SchemaPlaces.All.Single(p => p.Name == name);
        var files = halves.SelectMany((half, i) => place.WithJson($"t{i}", "file", half)).ToList();
        if (place.Files.All(file => !file.Text.Contains('§')))
        {
            // No JSON, so no escapes of JSON's.
            return;
        }

        var run = GeneratorRun.Of(files, []);

        Assert.All(
            Enumerable.Range(0, halves.Length),
            i => Assert.Contains(run.Diagnostics, d => IsErrorIn(d, $"t{i}") && d.Id == "DOKU0001")
        );
    }

    private static GeneratorRun AssertNothingPlanted(string name, IEnumerable<string> hostile)
    {
        var place = SchemaPlaces.All.Single(p => p.Name == name);
        string[] texts = [Harmless, .. hostile];
        var run = GeneratorRun.OfMany(texts.SelectMany((t, i) => place.With($"t{i}", t)));

        Assert.Null(run.Result.Exception);
        var sources = GeneratedShape.ByFolder(run);
        var expected = GeneratedShape.Of(sources["Sample.T0"]);
        Assert.Empty(expected.Faults);
        for (var i = 1; i < texts.Length; i++)
        {
            var isRefused = run.Diagnostics.Any(d => IsErrorIn(d, $"t{i}"));
            var shape = GeneratedShape.Of(sources[$"Sample.T{i}"]);
            if (Fault(place, expected, shape, isRefused) is { } fault)
            {
                Assert.Fail($"{place} with '{HostileTexts.Shown(texts[i])}': {fault}");
            }
        }

        return run;
    }

    private static string? Fault(
        SchemaPlace place,
        GeneratedShape expected,
        GeneratedShape actual,
        bool isRefused
    ) =>
        actual.Faults.Count > 0 ? string.Join('\n', actual.Faults)
        : actual.Types.Any(type => type.Split('.').Contains("Injected")) ? "a class was planted"
        : place.Reception == Reception.Taken && isRefused ? "it is an error"
        : place.Reception == Reception.Refused && !isRefused ? "it is no error"
        : isRefused ? null
        // How a pattern is matched, and whether as a set with a name, follows from the pattern.
        : place.Reception == Reception.Either && !place.NamesTypes
            ? Added(
                expected.Types,
                actual.Types.Where(t => !t.EndsWith(".Limits", StringComparison.Ordinal))
            ) ?? Added(expected.Directives, actual.Directives)
        : place.NamesTypes
            ? expected.Types.Count != actual.Types.Count ? $"the types are {Listed(actual.Types)}"
                : expected.Members.Count != actual.Members.Count
                    ? $"the members are {Listed(actual.Members)}"
                : Differs(expected.Directives, actual.Directives)
        : Differs(expected.Types, actual.Types)
            ?? Differs(expected.Members, actual.Members)
            ?? Differs(expected.Directives, actual.Directives);

    private static string? Differs(IReadOnlyList<string> expected, IReadOnlyList<string> actual) =>
        expected.SequenceEqual(actual) ? null : $"{Listed(actual)} instead of {Listed(expected)}";

    private static string? Added(IEnumerable<string> expected, IEnumerable<string> actual) =>
        actual.Except(expected).FirstOrDefault() is { } added ? $"{added} is new" : null;

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private static bool IsErrorIn(Diagnostic diagnostic, string folder) =>
        diagnostic.Severity == DiagnosticSeverity.Error
        && diagnostic
            .Location.GetLineSpan()
            .Path.StartsWith($"/repo/contracts/{folder}/", StringComparison.Ordinal);
}
