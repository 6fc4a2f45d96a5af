using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Doku.Contracts.Packages.Tests.Support;

namespace Doku.Contracts.Packages.Tests;

/// <summary>
/// No .NET Framework runs here, so this is judged by references: on .NET Framework an analyzer finds its own folder
/// and the compiler's, and nothing else.
/// </summary>
public sealed class DesktopCompilerTests(PackedFeed feed)
{
    private const string Folder = "analyzers/dotnet/cs/";

    // The compiler's own assemblies: Microsoft.CodeAnalysis.Common 4.14.0 and what its netstandard2.0 build depends on.
    private static readonly Dictionary<string, Version> Compiler = new(StringComparer.Ordinal)
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 14, 0, 0),
        ["System.Buffers"] = new(4, 0, 3, 0),
        ["System.Collections.Immutable"] = new(9, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Numerics.Vectors"] = new(4, 1, 4, 0),
        ["System.Reflection.Metadata"] = new(9, 0, 0, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
        ["System.Text.Encoding.CodePages"] = new(7, 0, 0, 0),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
    };

    [Fact]
    public void Whatever_the_generator_refers_to_is_packed_or_part_of_the_compiler()
    {
        var package = feed.Open("Doku.Contracts.Generators");
        var packed = package
            .Entries.Where(e => e.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(e => Path.GetFileNameWithoutExtension(e), e => Read(package, e));

        var missing = packed.Values.SelectMany(assembly =>
            assembly.References.Where(reference =>
                !(
                    packed.TryGetValue(reference.Name, out var beside)
                        ? beside.Version == reference.Version
                        : Compiler.TryGetValue(reference.Name, out var version)
                            && version >= reference.Version
                )
            )
        );

        Assert.Empty(missing);
        // A second copy of one of the compiler's assemblies would make two of each of its types.
        Assert.Empty(packed.Keys.Intersect(Compiler.Keys));
    }

    private static Packed Read(Package package, string entry)
    {
        using var image = new PEReader(package.Read(entry));
        var metadata = image.GetMetadataReader();
        return new Packed(
            metadata.GetAssemblyDefinition().Version,
            [
                .. metadata
                    .AssemblyReferences.Select(metadata.GetAssemblyReference)
                    .Select(r => new Reference(metadata.GetString(r.Name), r.Version)),
            ]
        );
    }

    private sealed record Packed(Version Version, IReadOnlyList<Reference> References);

    private sealed record Reference(string Name, Version Version);
}
