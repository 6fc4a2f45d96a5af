using Doku.Contracts.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Doku.Contracts.Analyzers.Tests;

/// <summary>A merchant's program has its contracts from a package: their limits are in its metadata.</summary>
public sealed class OtherAssemblyTests
{
    [Fact]
    public async Task A_contract_of_another_assembly_is_kept_as_well()
    {
        var contracts = Shop.With("").Compilation;
        using var image = new MemoryStream();
        var emitted = contracts.Emit(
            image,
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        var shop = CSharpCompilation.Create(
            "Shop",
            [
                CSharpSyntaxTree.ParseText(
                    "class A { Sample.Sample B() => new() { Code = \"A|B\", Count = 100 }; }",
                    cancellationToken: TestContext.Current.CancellationToken
                ),
            ],
            [.. contracts.References, MetadataReference.CreateFromImage(image.ToArray())],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );

        var findings = await Shop.Findings(shop);

        Assert.Equal(
            [
                ("DOKU1001", "must not contain U+007C '|' at 1; allowed are A-Z0-9\\-"),
                ("DOKU1004", "must be at most 99"),
            ],
            findings.Select(f => (f.Id, f.GetMessage()))
        );
    }
}
