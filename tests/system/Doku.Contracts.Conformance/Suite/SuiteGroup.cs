namespace Doku.Contracts.Conformance.Suite;

/// <summary>A value, and whether a schema allows it.</summary>
/// <param name="Description">What the suite says of it.</param>
/// <param name="Data">The value as JSON in UTF-8.</param>
/// <param name="IsValid">The right verdict.</param>
internal sealed record SuiteTest(string Description, byte[] Data, bool IsValid);

/// <summary>A schema and the values that it is tested with.</summary>
/// <param name="File">The file's path under the draft's folder.</param>
/// <param name="Description">What the suite says of it.</param>
/// <param name="Schema">The schema as it stands in the file.</param>
/// <param name="Tests">The values.</param>
internal sealed record SuiteGroup(
    string File,
    string Description,
    string Schema,
    IReadOnlyList<SuiteTest> Tests
)
{
    /// <summary>Whether every implementation has to agree.</summary>
    public bool IsRequired => !File.StartsWith("optional/", StringComparison.Ordinal);

    /// <summary>Whether the tests are about <c>format</c> as an assertion; by default it is an annotation.</summary>
    public bool IsFormatAsserted => File.StartsWith("optional/format/", StringComparison.Ordinal);
}
