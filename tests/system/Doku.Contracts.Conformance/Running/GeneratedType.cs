using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Doku.Contracts.Conformance.Suite;
using Doku.Contracts.Generators;
using Doku.Contracts.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Doku.Contracts.Conformance.Running;

/// <summary>The type that comes of a group's schema: generated, compiled and loaded in this process.</summary>
internal static class GeneratedType
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    // Compilations that are made from one share what was read of the references.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Empty",
        [],
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
        ],
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable
        )
    );

    /// <summary>Makes the type.</summary>
    /// <param name="group">The group.</param>
    /// <param name="remotes">The schemas that its schema refers to.</param>
    /// <param name="name">A name for the assembly.</param>
    /// <param name="probe">A reader of the type; null when there is none.</param>
    /// <returns>What the generator or the compiler has against the schema, a warning of the compiler's included.</returns>
    public static IReadOnlyList<string> Make(
        SuiteGroup group,
        IReadOnlyList<RemoteFile> remotes,
        string name,
        out IProbe? probe
    )
    {
        probe = null;
        var driver = CSharpGeneratorDriver
            .Create(
                [new ContractGenerator().AsSourceGenerator()],
                Texts(group, remotes),
                ParseOptions,
                new ContractOptions(isFormatAnnotation: !group.IsFormatAsserted)
            )
            .RunGeneratorsAndUpdateCompilation(
                Empty.WithAssemblyName(name),
                out var compilation,
                out var diagnostics
            );
        if (driver.GetRunResult().Results.Single().Exception is { } exception)
        {
            return [$"the generator threw {exception}"];
        }

        var refusals = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (refusals.Count > 0)
        {
            return [.. refusals.Select(Words)];
        }

        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes);
        var findings = result
            .Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)
            .Select(d => Words(d) + Line(d))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (result.Success)
        {
            probe = Find(Assembly.Load(bytes.ToArray()));
            findings.AddRange(
                probe is null ? ["no type that can be read was made of the root"] : []
            );
        }

        return findings;
    }

    private static ImmutableArray<AdditionalText> Texts(
        SuiteGroup group,
        IReadOnlyList<RemoteFile> remotes
    ) =>
        [
            new ContractText("group/root.schema.json", group.Schema, "Suite", uri: null),
            .. remotes.Select(
                (remote, index) =>
                    new ContractText(
                        "remotes/" + remote.Path,
                        remote.Text,
                        string.Create(CultureInfo.InvariantCulture, $"Suite.Remotes{index}"),
                        remote.Uri
                    )
            ),
        ];

    private static IProbe? Find(Assembly assembly)
    {
        // What reads a root that is an enumeration is the type around it.
        var type = assembly.GetType("Suite.RootText") ?? assembly.GetType("Suite.Root");
        return
            type?.GetInterfaces()
                .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IContract<>))
            == true
            ? (IProbe)Activator.CreateInstance(typeof(Probe<>).MakeGenericType(type))!
            : null;
    }

    private static string Words(Diagnostic diagnostic) =>
        $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    private static string Line(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree
            ? $" in {Path.GetFileName(tree.FilePath)}: "
                + tree.GetText()
                    .Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]
                    .ToString()
                    .Trim()
            : "";
}
