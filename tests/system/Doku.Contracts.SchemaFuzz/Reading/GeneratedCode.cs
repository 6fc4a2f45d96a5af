using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using Doku.Contracts.Generators;
using Doku.Contracts.Runtime;
using Doku.Contracts.SchemaFuzz.Cases;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Doku.Contracts.SchemaFuzz.Reading;

/// <summary>The code of many cases, generated, compiled and loaded in one go.</summary>
internal sealed class GeneratedCode : IDisposable
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path) is var name
                && (
                    name.StartsWith("System.", StringComparison.Ordinal)
                    || name is "Doku.Contracts.Runtime.dll" or "netstandard.dll"
                )
            )
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly string[] Annotations =
    [
        "title",
        "description",
        "default",
        "deprecated",
        "examples",
    ];

    private readonly AssemblyLoadContext _context = new("fuzz", isCollectible: true);
    private readonly Dictionary<int, List<Fault>> _faults = [];
    private Assembly? _assembly;

    /// <summary>How often the generator gave each diagnostic.</summary>
    public Dictionary<string, int> Diagnostics { get; } = new(StringComparer.Ordinal);

    public static GeneratedCode Of(IReadOnlyList<FuzzCase> cases, bool assertsFormat)
    {
        var code = new GeneratedCode();
        code.Generate(cases, assertsFormat);
        return code;
    }

    /// <summary>What is wrong with a case's code.</summary>
    public IReadOnlyList<Fault> FaultsOf(FuzzCase fuzzCase) =>
        _faults.TryGetValue(fuzzCase.Number, out var faults) ? faults : [];

    /// <summary>A type of a case.</summary>
    public Type? TypeOf(FuzzCase fuzzCase, string name) =>
        _assembly?.GetType($"{fuzzCase.Namespace}.{name}");

    /// <summary>Reads instances of a case's root; null when there is a fault already or now.</summary>
    public IProbe? ProbeOf(FuzzCase fuzzCase)
    {
        if (FaultsOf(fuzzCase).Any(f => f.IsFatal))
        {
            return null;
        }

        if (TypeOf(fuzzCase, "Root") is not { } type)
        {
            if (IsLibrary(fuzzCase.Files[0].Schema))
            {
                return null;
            }

            Add(fuzzCase.Number, new Fault("no root type", "there is no type Root"));
            return null;
        }

        if (HasCodec(type))
        {
            return Probe(type);
        }

        if (TypeOf(fuzzCase, HeldProbe.TypeName) is { } holder)
        {
            return new HeldProbe(Probe(holder));
        }

        Add(fuzzCase.Number, new Fault("no root contract", $"{type} has no codec"));
        return null;
    }

    /// <summary>Whether a type can be read by itself.</summary>
    public static bool HasCodec(Type type) =>
        type.IsClass
        && type.GetInterfaces()
            .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IContract<>));

    // A file that says nothing of its own value only holds definitions for others.
    private static bool IsLibrary(JsonNode root) =>
        root is JsonObject schema
        && schema.ContainsKey("$defs")
        && schema.All(m => Annotations.Contains(m.Key) || m.Key.StartsWith('$'))
        && !schema.ContainsKey("$ref")
        && !schema.ContainsKey("$dynamicRef");

    private static IProbe Probe(Type type) =>
        (IProbe)Activator.CreateInstance(typeof(Probe<>).MakeGenericType(type))!;

    // What enumerates texts is an enumeration, which is read as part of something else alone.
    private static IEnumerable<CaseFile> Files(FuzzCase fuzzCase) =>
        fuzzCase.Files[0].Schema is JsonObject root
        && (root.ContainsKey("enum") || root.ContainsKey("const"))
            ? fuzzCase.Files.Append(HeldProbe.File)
            : fuzzCase.Files;

    public void Dispose() => _context.Unload();

    private void Generate(IReadOnlyList<FuzzCase> cases, bool assertsFormat)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ContractGenerator().AsSourceGenerator()],
            cases.SelectMany(c => Files(c).Select(file => new CaseText(c, file))),
            new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose),
            new CaseOptions(assertsFormat)
        );
        driver = driver.RunGeneratorsAndUpdateCompilation(
            CSharpCompilation.Create(
                "Fuzz",
                [],
                References,
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary,
                    nullableContextOptions: NullableContextOptions.Enable
                )
            ),
            out var compilation,
            out var diagnostics
        );
        if (driver.GetRunResult().Results.Single().Exception is { } exception)
        {
            Alone(cases, assertsFormat, exception);
            return;
        }

        foreach (var diagnostic in diagnostics)
        {
            Diagnostics[diagnostic.Id] = Diagnostics.GetValueOrDefault(diagnostic.Id) + 1;
            if (diagnostic.Severity == DiagnosticSeverity.Error)
            {
                Add(
                    NumberIn(diagnostic.Location.GetLineSpan().Path, CaseText.Root + "f", '/'),
                    new Fault("refused " + diagnostic.Id, diagnostic.ToString())
                );
            }
        }

        Compile(compilation);
    }

    // One case that stops the generator hides all the others, so each is tried with fewer beside it.
    private void Alone(IReadOnlyList<FuzzCase> cases, bool assertsFormat, Exception exception)
    {
        if (cases.Count == 1)
        {
            Add(
                cases[0].Number,
                new Fault("generator throws " + exception.GetType().Name, exception.ToString())
            );
            return;
        }

        var right = new List<FuzzCase>();
        foreach (var half in cases.Chunk((cases.Count + 1) / 2))
        {
            using var code = Of(half, assertsFormat);
            foreach (var (number, faults) in code._faults)
            {
                faults.ForEach(fault => Add(number, fault));
            }

            right.AddRange(half.Where(c => code.FaultsOf(c).Count == 0));
        }

        if (right.Count is > 0 && right.Count < cases.Count)
        {
            Generate(right, assertsFormat);
        }
    }

    private void Compile(Compilation compilation)
    {
        compilation = Without(compilation);
        foreach (
            var diagnostic in compilation
                .GetDiagnostics()
                .Where(d =>
                    d.Severity >= DiagnosticSeverity.Warning && d.Id is not ("CS1591" or "CS1701")
                )
        )
        {
            var number = NumberIn(diagnostic.Location.SourceTree?.FilePath ?? "", "/F", '.');
            Add(
                number,
                new Fault(
                    $"compiler {diagnostic.Id}",
                    $"{diagnostic}\n{Line(diagnostic)}",
                    IsFatal: diagnostic.Severity == DiagnosticSeverity.Error
                )
            );
        }

        compilation = Without(compilation);
        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Take(20)));
        }

        bytes.Position = 0;
        _assembly = _context.LoadFromStream(bytes);
    }

    private Compilation Without(Compilation compilation) =>
        compilation.RemoveSyntaxTrees(
            compilation.SyntaxTrees.Where(tree =>
                _faults.TryGetValue(NumberIn(tree.FilePath, "/F", '.'), out var faults)
                && faults.Exists(f => f.IsFatal)
            )
        );

    private static string Line(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText() is { } text
            ? text.Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString()
            : "";

    private void Add(int number, Fault fault)
    {
        if (!_faults.TryGetValue(number, out var faults))
        {
            _faults[number] = faults = [];
        }

        faults.Add(fault);
    }

    private static int NumberIn(string path, string before, char after)
    {
        path = path.Replace('\\', '/');
        var start = path.LastIndexOf(before, StringComparison.Ordinal) + before.Length;
        var end = start < before.Length ? -1 : path.IndexOf(after, start);
        return end < 0
            ? throw new InvalidOperationException($"No case's: {path}")
            : int.Parse(path.AsSpan(start, end - start), CultureInfo.InvariantCulture);
    }
}
