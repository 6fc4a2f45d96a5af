using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Doku.Contracts.Packages.Tests.Support;

namespace Doku.Contracts.Packages.Tests;

public sealed class PackageContentTests(PackedFeed feed)
{
    private const string Generators = "Doku.Contracts.Generators";

    private const string SandboxTool = "Doku.Contracts.Sandbox.Tool";

    private IEnumerable<string> Libraries =>
        feed.Ids.Where(id => id is not Generators and not SandboxTool);

    [Fact]
    public void The_generator_is_an_analyzer_with_what_it_needs_and_no_library()
    {
        Assert.Equal(
            [
                "Doku.Contracts.Generators.nuspec",
                "README.md",
                "analyzers/dotnet/cs/Doku.Contracts.Generators.dll",
                "analyzers/dotnet/cs/Doku.Contracts.Schema.dll",
                "analyzers/dotnet/cs/Microsoft.Bcl.AsyncInterfaces.dll",
                "analyzers/dotnet/cs/System.Text.Encodings.Web.dll",
                "analyzers/dotnet/cs/System.Text.Json.dll",
                "build/ContractGeneratorProof.cs",
                "build/Doku.Contracts.Generators.props",
                "build/Doku.Contracts.Generators.targets",
                "icon.png",
            ],
            feed.Open(Generators).Entries
        );
    }

    [Fact]
    public void The_generator_brings_the_runtime_of_its_own_version_and_nothing_else()
    {
        var dependency = Assert.Single(feed.Open(Generators).Metadata().Descendants("dependency"));

        Assert.Equal("Doku.Contracts.Runtime", dependency.Attribute("id")!.Value);
        Assert.Equal(feed.Version, dependency.Attribute("version")!.Value);
        Assert.Empty(feed.Open("Doku.Contracts.Runtime").Metadata().Descendants("dependency"));
    }

    [Fact]
    public void A_library_is_packed_with_its_documentation_and_its_symbols()
    {
        Assert.Superset(
            new HashSet<string>
            {
                "Doku.Contracts",
                "Doku.Contracts.AspNetCore",
                "Doku.Contracts.Resilience",
                "Doku.Contracts.Runtime",
                "Doku.Contracts.Sandbox",
                "Doku.Contracts.Transport",
            },
            Libraries.ToHashSet()
        );
        Assert.All(
            Libraries,
            id =>
            {
                Assert.Equal(
                    [
                        $"{id}.nuspec",
                        "README.md",
                        "icon.png",
                        $"lib/net10.0/{id}.dll",
                        $"lib/net10.0/{id}.xml",
                    ],
                    feed.Open(id).Entries
                );
                Assert.Contains($"lib/net10.0/{id}.pdb", feed.Open(id, "snupkg").Entries);
            }
        );
    }

    [Fact]
    public void The_sandbox_is_packed_as_a_tool_too()
    {
        var entries = feed.Open(SandboxTool).Entries;

        Assert.Contains("tools/net10.0/any/DotnetToolSettings.xml", entries);
        Assert.Contains("tools/net10.0/any/Doku.Contracts.Sandbox.dll", entries);
    }

    [Fact]
    public void Every_package_says_what_it_is_under_which_licence_and_how_to_use_it()
    {
        Assert.All(
            feed.Ids,
            id =>
            {
                var package = feed.Open(id);
                var metadata = package.Metadata();
                Assert.Equal(id, metadata.Element("id")!.Value);
                Assert.Equal("MIT", metadata.Element("license")!.Value);
                Assert.Equal("icon.png", metadata.Element("icon")!.Value);
                Assert.Equal("README.md", metadata.Element("readme")!.Value);
                Assert.NotEmpty(metadata.Element("description")!.Value);
                var readme = package.ReadText("README.md");
                Assert.StartsWith($"# {id}\n", readme, StringComparison.Ordinal);
                Assert.Contains("```", readme, StringComparison.Ordinal);
                Assert.Equal([0x89, 0x50, 0x4E, 0x47], package.Read("icon.png").ToArray()[..4]);
            }
        );
    }

    [Fact]
    public void Symbols_name_sources_by_their_mapped_path()
    {
        Assert.All(
            Libraries,
            id =>
            {
                using var symbols = MetadataReaderProvider.FromPortablePdbStream(
                    feed.Open(id, "snupkg").Read($"lib/net10.0/{id}.pdb")
                );
                AssertMapped(symbols.GetMetadataReader());
            }
        );
    }

    [Theory]
    [InlineData("Doku.Contracts.Generators")]
    [InlineData("Doku.Contracts.Schema")]
    public void The_generators_assemblies_carry_their_symbols_inside(string name)
    {
        using var image = new PEReader(
            feed.Open(Generators).Read($"analyzers/dotnet/cs/{name}.dll")
        );
        var entry = Assert.Single(
            image.ReadDebugDirectory(),
            e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb
        );

        using var symbols = image.ReadEmbeddedPortablePdbDebugDirectoryData(entry);

        AssertMapped(symbols.GetMetadataReader());
    }

    private static void AssertMapped(MetadataReader symbols)
    {
        string[] documents =
        [
            .. symbols.Documents.Select(d => symbols.GetString(symbols.GetDocument(d).Name)),
        ];
        Assert.NotEmpty(documents);
        Assert.All(documents, path => Assert.StartsWith("/_", path, StringComparison.Ordinal));
    }
}
