using Doku.Contracts.Packages.Tests.Support;

namespace Doku.Contracts.Packages.Tests;

/// <summary>Whatever goes wrong with the contracts, the build says so in one error and is not green.</summary>
public sealed class FailClosedTests(PackedFeed feed)
{
    [Fact]
    public async Task A_library_of_contracts_alone_builds()
    {
        (await feed.Consume("Catalogue").BuildAsync()).EnsureSucceeded().EnsureNothingFound();
    }

    [Fact]
    public async Task A_mistake_in_a_schema_fails_the_build_at_file_line_and_column()
    {
        var consumer = feed.Consume("Catalogue");
        consumer.Replace("contracts/poster.schema.json", "\"maxLength\"", "\"maxLenght\"");

        var error = await FailAsync(consumer);

        Assert.StartsWith(
            $"{consumer.PathOf("contracts/poster.schema.json")}(9,89): error DOKU0003: ",
            error,
            StringComparison.Ordinal
        );
        Assert.Contains("'maxLenght'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_that_is_listed_but_is_not_there_fails_the_build()
    {
        var consumer = feed.Consume("Catalogue");
        consumer.Add("""<ItemGroup><ContractSchema Include="contracts/none.json" /></ItemGroup>""");

        Assert.Equal(
            $"{consumer.PathOf("contracts/none.json")} : error DOKU0018: The file 'contracts/none.json' can't be read: it is listed as a ContractSchema, but there is no such file",
            await FailAsync(consumer)
        );
    }

    [Fact]
    public async Task A_folder_in_the_place_of_a_schema_fails_the_build()
    {
        var consumer = feed.Consume("Catalogue");
        Directory.CreateDirectory(consumer.PathOf("contracts/folder.json"));
        consumer.Add(
            """<ItemGroup><ContractSchema Include="contracts/folder.json" /></ItemGroup>"""
        );

        Assert.Contains(
            "error DOKU0018: The file 'contracts/folder.json'",
            await FailAsync(consumer),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_schema_that_may_not_be_read_fails_the_build()
    {
        var consumer = feed.Consume("Catalogue");
        // Held by this process alone, which keeps even the administrator's builds out.
        using var held = new FileStream(
            consumer.PathOf("contracts/poster.schema.json"),
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None
        );

        var error = await FailAsync(consumer);

        Assert.Contains("error MSB3501: ", error, StringComparison.Ordinal);
        Assert.Contains(held.Name, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generator_that_throws_fails_even_a_build_that_silences_the_warning()
    {
        var consumer = feed.Consume("Catalogue");
        consumer.Add(
            """<ItemGroup><CompilerVisibleProperty Include="DokuContractsFault" /></ItemGroup>"""
        );

        var error = await FailAsync(consumer, "-p:DokuContractsFault=throw", "-p:NoWarn=CS8785");

        Assert.Contains(
            "error CS8785: Generator 'ContractGenerator' failed",
            error,
            StringComparison.Ordinal
        );
        Assert.Contains("DokuContractsFault", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fault_switch_does_nothing_unless_the_project_shows_it_to_the_compiler()
    {
        (
            await feed.Consume("Catalogue").BuildAsync(more: "-p:DokuContractsFault=throw")
        ).EnsureSucceeded();
    }

    [Fact]
    public async Task A_compiler_that_did_not_load_the_generator_fails_the_build()
    {
        var consumer = feed.Consume("Catalogue");
        consumer.Add(
            """
            <Target Name="TakeAnalyzersOut" BeforeTargets="CoreCompile">
              <ItemGroup><Analyzer Remove="@(Analyzer)" /></ItemGroup>
            </Target>
            """
        );

        Assert.Contains(
            "error CS0103: The name 'TheContractGenerator' does not exist",
            await FailAsync(consumer),
            StringComparison.Ordinal
        );
    }

    /// <summary>Builds, and gives the one error that came.</summary>
    private static async Task<string> FailAsync(Consumer consumer, params string[] more)
    {
        var built = await consumer.BuildAsync(more: more);

        Assert.NotEqual(0, built.ExitCode);
        return Assert.Single(built.Findings);
    }
}
