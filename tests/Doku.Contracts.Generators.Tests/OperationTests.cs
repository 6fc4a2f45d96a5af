using Doku.Contracts.Generators.Tests.Harness;

namespace Doku.Contracts.Generators.Tests;

/// <summary>Operations of unusual shape give clients that compile and call the right path.</summary>
public sealed class OperationTests
{
    [Fact]
    public void An_operation_without_request_and_parameters_compiles()
    {
        var run = Run("""{"method":"GET","path":"/","response":"a.schema.json"}""");

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerFindings);
    }

    [Fact]
    public void A_parameter_whose_name_is_not_ASCII_is_put_into_the_path()
    {
        var run = Run(
            """{"method":"GET","path":"/sizes/{größe}/of","response":"a.schema.json","parameters":{"größe":{"type":"string"}}}"""
        );

        Assert.Empty(run.CompilerFindings);
        Assert.Contains(
            "\"/sizes/\" + global::System.Uri.EscapeDataString(größe) + \"/of\"",
            run.Source("Sample.SampleClient.g.cs"),
            StringComparison.Ordinal
        );
    }

    private static GeneratorRun Run(string operation) =>
        GeneratorRun.Of(
            new SchemaText(
                "a.contract.json",
                $$$$"""{"contract":"Sample","operations":{"go":{{{{operation}}}}}}"""
            ),
            new SchemaText(
                "a.schema.json",
                """{"type":"object","properties":{"id":{"type":"string"}}}"""
            )
        );
}
