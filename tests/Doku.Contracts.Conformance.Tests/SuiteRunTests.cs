using System.Text;
using Doku.Contracts.Conformance.Reporting;
using Doku.Contracts.Conformance.Running;
using Doku.Contracts.Conformance.Suite;

namespace Doku.Contracts.Conformance.Tests;

/// <summary>What <c>./conformance</c> makes of a suite.</summary>
public sealed class SuiteRunTests
{
    private static readonly RemoteFile Count = new(
        "draft/folder/count.json",
        "http://localhost:1234/draft/folder/count.json",
        """{ "$ref": "limits.json" }"""
    );

    private static readonly RemoteFile Limits = new(
        "draft/folder/limits.json",
        "http://localhost:1234/draft/folder/limits.json",
        """{ "type": "integer", "minimum": 1 }"""
    );

    private static readonly RemoteFiles Remotes = new([
        Count,
        Limits,
        new RemoteFile("draft/limits.json", "http://localhost:1234/draft/limits.json", "false"),
    ]);

    [Fact]
    public void A_group_with_right_verdicts_alone_is_right()
    {
        var result = Run("""{ "type": "integer" }""", ("1", true), ("\"1\"", false));

        Assert.Empty(result.Findings);
        Assert.True(result.IsRight);
        Assert.Equal(new Summary(1, 1, 2, 2, 1, 1), Summary.Of([result]));
    }

    [Fact]
    public void A_verdict_that_the_suite_contradicts_is_wrong_in_both_directions()
    {
        var result = Run("""{ "type": "integer" }""", ("1", false), ("\"1\"", true), ("2", true));

        Assert.True(result.IsAccepted);
        Assert.False(result.IsRight);
        Assert.Equal(["value 0", "value 1"], result.Wrong.Select(test => test.Test.Description));
        Assert.Equal("wrong: value 0, value 1", Misses.Reason(result));
        Assert.Contains(
            "must be valid, was Invalid",
            MissList.Of([result]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_schema_that_the_generator_refuses_counts_none_of_its_values()
    {
        var result = Run("""{ "type": "text" }""", ("1", false));

        Assert.False(result.IsAccepted);
        Assert.Equal(new Summary(1, 0, 1, 0, 0, 0), Summary.Of([result]));
        Assert.StartsWith("DOKU", Misses.Reason(result), StringComparison.Ordinal);
        Assert.Contains(
            $"| `required.json` | a \\| b | {Misses.Reason(result)} |",
            ConformancePage.Of([result]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void References_to_remote_schemas_are_followed_by_the_base_that_they_stand_under()
    {
        const string Schema = """
            { "$id": "http://localhost:1234/draft/", "items": { "$id": "folder/", "$ref": "count.json" } }
            """;

        Assert.Equal([Count, Limits], Remotes.ReachedFrom(Schema));
        Assert.True(Run(Schema, ("[1]", true), ("[0]", false)).IsRight);
    }

    private static GroupResult Run(string schema, params (string Data, bool IsValid)[] values) =>
        Assert.Single(
            SuiteRun.Of(
                [
                    new SuiteGroup(
                        "required.json",
                        "a | b",
                        schema,
                        [
                            .. values.Select(
                                (value, index) =>
                                    new SuiteTest(
                                        $"value {index}",
                                        Encoding.UTF8.GetBytes(value.Data),
                                        value.IsValid
                                    )
                            ),
                        ]
                    ),
                ],
                Remotes
            )
        );
}
