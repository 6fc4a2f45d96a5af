using System.Text.Json.Nodes;
using Doku.Contracts.Packages.Tests.Support;

namespace Doku.Contracts.Packages.Tests;

/// <summary>A project's settings come from its place in the repository, not from the folders above the clone.</summary>
public sealed class CloneFolderTests
{
    // What the repository's .props and .targets files decide by a project's place.
    private static readonly string[] Decided =
    [
        "-getProperty:IsPackable,IsTestProject,OutputType,GenerateDocumentationFile,IsAotCompatible,InvariantGlobalization,DebugType,EnablePackageValidation,PackageIcon",
        "-getItem:PackageReference",
    ];

    [Theory]
    [InlineData(
        "src/Doku.Contracts.Transport/Doku.Contracts.Transport.csproj",
        "IsPackable=true",
        "GenerateDocumentationFile=true",
        "IsAotCompatible=true",
        "DebugType=portable",
        "PackageReference=Microsoft.CodeAnalysis.PublicApiAnalyzers"
    )]
    [InlineData(
        "tests/Doku.Contracts.Tests/Doku.Contracts.Tests.csproj",
        "IsPackable=false",
        "OutputType=Exe",
        "InvariantGlobalization=true",
        "PackageReference=xunit.v3"
    )]
    [InlineData("tests/Doku.Contracts.Fuzz/Doku.Contracts.Fuzz.csproj", "IsPackable=false")]
    [InlineData(
        "generators/Doku.Contracts.Schema/Doku.Contracts.Schema.csproj",
        "IsPackable=false",
        "DebugType=embedded"
    )]
    [InlineData(
        "generators/Doku.Contracts.Generators/Doku.Contracts.Generators.csproj",
        "PackageIcon=icon.png",
        "DebugType=embedded",
        "EnablePackageValidation=false"
    )]
    [InlineData("samples/Storefront/Storefront.csproj", "IsPackable=false", "OutputType=Exe")]
    public async Task A_clone_below_folders_named_like_its_own_has_the_same_settings(
        string project,
        params string[] expected
    )
    {
        var root = Directory.CreateTempSubdirectory("doku-clone-");
        try
        {
            var plain = await EvaluateAsync(root.CreateSubdirectory("clone"), project);
            var below = await EvaluateAsync(
                root.CreateSubdirectory("src/tests/generators/clone"),
                project
            );

            Assert.Superset(expected.ToHashSet(), plain.ToHashSet());
            Assert.Equal(plain, below);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    /// <summary>Copies the files that decide about a project into a folder, and lists the project's settings there.</summary>
    private static async Task<string[]> EvaluateAsync(DirectoryInfo clone, string project)
    {
        var repository = Path.GetFullPath(Path.Combine(Place.Tests, "../.."));
        var folder = Path.GetDirectoryName(project)!;
        string[] deciding = ["", "build", Path.GetDirectoryName(folder)!, folder];
        foreach (
            var file in deciding.SelectMany(name =>
                Directory.EnumerateFiles(Path.Combine(repository, name))
            )
        )
        {
            var target = Path.Combine(clone.FullName, Path.GetRelativePath(repository, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var ran = (
            await DotNet.RunAsync(clone.FullName, ["msbuild", project, .. Decided])
        ).EnsureSucceeded();
        var evaluated = JsonNode.Parse(ran.Output)!;
        return
        [
            .. evaluated["Properties"]!.AsObject().Select(p => $"{p.Key}={p.Value}"),
            .. evaluated["Items"]!["PackageReference"]!
                .AsArray()
                .Select(package => $"PackageReference={package!["Identity"]}"),
        ];
    }
}
