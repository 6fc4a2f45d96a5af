using System.Text.Json;
using System.Text.RegularExpressions;

namespace Doku.Contracts.Schemas.Tests;

/// <summary>The contract files name schemas that exist and parameters that the paths have.</summary>
public sealed partial class ContractFileTests
{
    public static TheoryData<string> Files => new(SchemaFiles.Contracts);

    [Fact]
    public void Kredivo_is_a_contract() =>
        Assert.Contains("kredivo/kredivo.contract.json", SchemaFiles.Contracts);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_schema_that_is_named_exists(string file)
    {
        var contract = SchemaFiles.Open(file).Node;
        var named = Operations(contract)
            .SelectMany(operation =>
                new[] { Text(operation, "request"), Text(operation, "response") }
            )
            .Concat(
                Members(contract, "notifications")
                    .Select(notification => Text(notification, "body"))
            )
            .Append(Text(contract, "error"))
            .OfType<string>()
            .ToList();

        Assert.NotEmpty(named);
        Assert.All(
            named,
            schema =>
                Assert.True(SchemaFiles.Resolve(file, schema).Node.TryGetProperty("type", out _))
        );
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_operation_is_described_and_declares_the_parameters_of_its_path(string file)
    {
        var operations = Operations(SchemaFiles.Open(file).Node).ToList();

        Assert.NotEmpty(operations);
        Assert.All(
            operations,
            operation =>
            {
                var inPath = Parameter()
                    .Matches(Text(operation, "path")!)
                    .Select(match => match.Groups[1].Value);
                var declared = operation.TryGetProperty("parameters", out var parameters)
                    ? parameters.EnumerateObject().ToList()
                    : [];

                Assert.Equal(inPath, declared.Select(parameter => parameter.Name));
                Assert.All(
                    declared,
                    parameter => Assert.NotNull(Text(parameter.Value, "description"))
                );
                Assert.Matches("^(GET|POST)$", Text(operation, "method"));
                Assert.NotNull(Text(operation, "description"));
                Assert.True(operation.TryGetProperty("x-evidence", out _));
            }
        );
    }

    private static IEnumerable<JsonElement> Operations(JsonElement contract) =>
        Members(contract, "operations");

    private static IEnumerable<JsonElement> Members(JsonElement contract, string name) =>
        contract.GetProperty(name).EnumerateObject().Select(member => member.Value);

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var text) ? text.GetString() : null;

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Parameter();
}
