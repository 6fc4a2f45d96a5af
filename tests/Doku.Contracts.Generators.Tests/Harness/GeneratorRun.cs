using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Doku.Contracts.Generators.Tests.Harness;

/// <summary>One run of the generator over contract files, and the compilation that came of it.</summary>
internal sealed class GeneratorRun
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(System.IO.Path.PathSeparator)
            .Where(path =>
                System.IO.Path.GetFileName(path) is var name
                && (
                    name.StartsWith("System.", StringComparison.Ordinal)
                    || name is "Doku.Contracts.Runtime.dll" or "netstandard.dll"
                )
            )
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private GeneratorRun(
        GeneratorDriver driver,
        Compilation compilation,
        ImmutableArray<Diagnostic> diagnostics
    )
    {
        Driver = driver;
        Compilation = compilation;
        Diagnostics = diagnostics;
    }

    public GeneratorDriver Driver { get; }

    public Compilation Compilation { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public IReadOnlyList<(string HintName, string Source)> Sources =>
        [
            .. Driver
                .GetRunResult()
                .Results.Single()
                .GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString()))
                .OrderBy(s => s.HintName, StringComparer.Ordinal),
        ];

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    public string Source(string hintName) => Sources.Single(s => s.HintName == hintName).Source;

    public static GeneratorRun Of(params SchemaText[] files) => Of(files, []);

    public static GeneratorRun Of(IEnumerable<SchemaText> files, params string[] sources) =>
        Of(files, new SchemaOptions(), sources);

    /// <summary>
    /// A run whose steps aren't tracked: tracking takes time with the cube of the number of files, so a test that has
    /// hundreds of them does without.
    /// </summary>
    public static GeneratorRun OfMany(IEnumerable<SchemaText> files) =>
        Of(files, new SchemaOptions(), [], tracksSteps: false);

    public static GeneratorRun Of(
        IEnumerable<SchemaText> files,
        SchemaOptions options,
        params string[] sources
    ) => Of(files, options, sources, tracksSteps: true);

    private static GeneratorRun Of(
        IEnumerable<SchemaText> files,
        SchemaOptions options,
        string[] sources,
        bool tracksSteps
    )
    {
        var driver = CSharpGeneratorDriver.Create(
            [new ContractGenerator().AsSourceGenerator()],
            files,
            new CSharpParseOptions(LanguageVersion.Preview),
            options,
            new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None,
                trackIncrementalGeneratorSteps: tracksSteps
            )
        );
        return Run(driver, NewCompilation(sources));
    }

    /// <summary>Runs the same driver again after an edit.</summary>
    public GeneratorRun Again(
        Func<GeneratorDriver, GeneratorDriver> edit,
        params string[] sources
    ) => Run(edit(Driver), NewCompilation(sources));

    /// <summary>What the compiler says of the generated code; documentation is read as well.</summary>
    public IReadOnlyList<Diagnostic> CompilerFindings =>
        [.. Compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning)];

    private static GeneratorRun Run(GeneratorDriver driver, Compilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(
            compilation,
            out var output,
            out var diagnostics
        );
        return new GeneratorRun(driver, output, diagnostics);
    }

    private static CSharpCompilation NewCompilation(string[] sources) =>
        CSharpCompilation.Create(
            "Sample",
            sources.Select(s =>
                CSharpSyntaxTree.ParseText(
                    s,
                    new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose)
                )
            ),
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
}
