using System.Text.Json;

namespace Doku.Contracts.Schemas.Tests;

/// <summary>Members that tell who somebody is are marked, so that they are masked wherever they are shown.</summary>
public sealed class PersonalDataTests
{
    private static readonly HashSet<string> s_personal =
    [
        "first_name",
        "last_name",
        "phone",
        "email",
        "city",
        "postal_code",
        "postcode",
        "state",
        "legal_id",
        "virtual_account_number",
    ];

    [Fact]
    public void Every_personal_member_is_sensitive()
    {
        var personal = Properties().Where(IsPersonal).ToList();

        Assert.InRange(personal.Count, 14, int.MaxValue);
        Assert.Empty(
            personal.Where(place => !IsSensitive(place)).Select(place => place.ToString())
        );
    }

    [Fact]
    public void Nothing_else_is_sensitive() =>
        Assert.Empty(
            Properties()
                .Where(place => IsSensitive(place) && !IsPersonal(place))
                .Select(place => place.ToString())
        );

    private static IEnumerable<SchemaPlace> Properties() =>
        SchemaFiles.AllPlaces().Where(place => place.IsProperty() && !place.IsInCondition());

    /// <summary>An address line is text; a whole address is an object, whose members are marked one by one.</summary>
    private static bool IsPersonal(SchemaPlace place) =>
        place.MemberName() switch
        {
            "address" => place.Keyword("type").First().ValueEquals("string"),
            "id" => place.File.EndsWith("/customer.schema.json", StringComparison.Ordinal),
            "name" => place.File.EndsWith("/seller.schema.json", StringComparison.Ordinal)
                || place.File.EndsWith("/customer.schema.json", StringComparison.Ordinal),
            var name => s_personal.Contains(name),
        };

    private static bool IsSensitive(SchemaPlace place) =>
        place.Node.TryGetProperty("x-sensitive", out var mark)
        && mark.ValueKind == JsonValueKind.True;
}
