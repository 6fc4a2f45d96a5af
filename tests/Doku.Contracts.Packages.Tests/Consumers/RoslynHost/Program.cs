// RoslynHost <folder with the package's analyzers> <folder with contracts> <folder with the runtime's assembly> <C# file>
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RoslynHost;

var (analyzers, contracts, runtime, program) = (args[0], args[1], args[2], args[3]);
var loader = new PackageLoader(analyzers);
var generators = Directory
    .GetFiles(analyzers, "*.dll")
    .SelectMany(path =>
    {
        var reference = new Microsoft.CodeAnalysis.Diagnostics.AnalyzerFileReference(path, loader);
        reference.AnalyzerLoadFailed += (_, failure) =>
            loader.Failures.Add($"{Path.GetFileName(path)}: {failure.ErrorCode} {failure.Message}");
        return reference.GetGenerators(LanguageNames.CSharp);
    })
    .ToArray();

var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
    .Split(Path.PathSeparator)
    .Where(path => !path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal));
const string usings =
    "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
var parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
var compilation = CSharpCompilation.Create(
    "Ticketing",
    [
        CSharpSyntaxTree.ParseText(usings, parsing),
        CSharpSyntaxTree.ParseText(File.ReadAllText(program), parsing, program),
    ],
    trusted
        .Append(Path.Combine(runtime, "Doku.Contracts.Runtime.dll"))
        .Select(path => MetadataReference.CreateFromFile(path)),
    new CSharpCompilationOptions(
        OutputKind.ConsoleApplication,
        nullableContextOptions: NullableContextOptions.Enable
    )
);
var files = Directory
    .GetFiles(contracts, "*.json", SearchOption.AllDirectories)
    .Select(path => new ContractText(path, Path.GetRelativePath(contracts, path)))
    .ToArray();
var driver = CSharpGeneratorDriver.Create(
    generators,
    files,
    parsing,
    new ContractOptions("Ticketing")
);
driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var findings);

using var image = new MemoryStream();
var emitted = generated.Emit(image);
var told = findings
    .Concat(emitted.Diagnostics)
    .Where(finding => finding.Severity > DiagnosticSeverity.Info)
    .Select(finding => finding.ToString())
    .Concat(loader.Failures)
    .ToArray();
var version = typeof(Compilation).Assembly.GetName().Version!.ToString(3);
Console.WriteLine(
    $"Roslyn {version}: {(told.Length == 0 ? "no findings" : string.Join('\n', told))}"
);
if (!emitted.Success)
{
    return 1;
}

image.Position = 0;
AssemblyLoadContext.Default.LoadFromAssemblyPath(
    Path.Combine(runtime, "Doku.Contracts.Runtime.dll")
);
var entry = AssemblyLoadContext.Default.LoadFromStream(image).EntryPoint!;
entry.Invoke(null, entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
return 0;
