using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace RoslynHost;

/// <summary>
/// Loads analyzers as compilers do: into a context of their own, where the compiler's assemblies come first and the
/// package's folder second.
/// </summary>
internal sealed class PackageLoader(string folder)
    : AssemblyLoadContext("package"),
        IAnalyzerAssemblyLoader
{
    public List<string> Failures { get; } = [];

    public void AddDependencyLocation(string fullPath) { }

    public Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (FileNotFoundException)
        {
            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}

/// <summary>A contract file, as the package's targets hand it over.</summary>
internal sealed class ContractText(string path, string contractPath) : AdditionalText
{
    public override string Path => path;

    public string ContractPath => contractPath;

    public override SourceText GetText(CancellationToken cancellationToken = default) =>
        SourceText.From(File.ReadAllText(path), System.Text.Encoding.UTF8);
}

/// <summary>What the package's targets make visible to the compiler.</summary>
internal sealed class ContractOptions(string rootNamespace) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Values(new() { ["build_property.RootNamespace"] = rootNamespace });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Values(
            new()
            {
                ["build_metadata.AdditionalFiles.ContractPath"] = (
                    (ContractText)textFile
                ).ContractPath,
            }
        );

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(
            string key,
            [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value
        ) => values.TryGetValue(key, out value);
    }
}
