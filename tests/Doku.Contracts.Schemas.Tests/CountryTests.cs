namespace Doku.Contracts.Schemas.Tests;

public sealed class CountryTests
{
    private static readonly List<string> s_codes = SchemaFiles
        .Resolve("common/country.schema.json", "#/$defs/countryCode")
        .Node.GetProperty("enum")
        .EnumerateArray()
        .Select(code => code.GetString()!)
        .ToList();

    [Fact]
    public void There_are_249_different_codes_of_three_capitals()
    {
        Assert.Equal(249, s_codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(249, s_codes.Count);
        Assert.All(s_codes, code => Assert.Matches(@"\A[A-Z]{3}\z", code));
    }

    [Theory]
    [InlineData("IDN")]
    [InlineData("SSD")]
    [InlineData("BES")]
    [InlineData("TLS")]
    public void An_assigned_code_is_listed(string code) => Assert.Contains(code, s_codes);

    [Theory]
    [InlineData("INA")]
    [InlineData("XKX")]
    [InlineData("ANT")]
    [InlineData("TMP")]
    public void A_withdrawn_or_user_assigned_code_is_not_listed(string code) =>
        Assert.DoesNotContain(code, s_codes);
}
