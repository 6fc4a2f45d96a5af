using System.Globalization;
using System.Text.Json;

namespace Doku.Contracts.Schemas.Tests;

/// <summary>Every row of DOKU's two Kredivo tables is in the schemas; rows.tsv is the copy of the tables.</summary>
public sealed class RowTests
{
    public static TheoryData<string, string, string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, string, string, string>();
            foreach (var row in Table.Read("rows.tsv"))
            {
                rows.Add(row[0], row[1], row[2], row[3], row[4], row[5]);
            }
            return rows;
        }
    }

    [Fact]
    public void The_table_has_45_numbered_request_rows_and_10_response_rows()
    {
        var numbered = Table
            .Read("rows.tsv")
            .Where(row => row[1] != "-")
            .ToLookup(row => row[0], row => row[1]);

        Assert.Equal(Numbers(45), numbered["request"]);
        Assert.Equal(Numbers(10), numbered["response"]);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_is_in_the_schema(
        string message,
        string row,
        string path,
        string mandatory,
        string type,
        string max
    )
    {
        var (found, required) = Find($"kredivo/generate-order.{message}.schema.json", path);

        Assert.True(found is not null, $"{message} row {row}: no {path}");
        Assert.Equal(mandatory == "M", required);
        Assert.Equal(type, TypeOf(found));
        Assert.NotEmpty(found.Keyword("description").First().GetString()!);
        Assert.Matches(
            "^(documented|observed|inferred)$",
            found.Keyword("x-evidence").First().GetProperty("level").GetString()
        );
        if (max.Length > 0)
        {
            Assert.Equal(int.Parse(max, CultureInfo.InvariantCulture), LimitOf(found));
        }
    }

    [Fact]
    public void The_objects_that_hold_mandatory_rows_are_mandatory_except_the_shipping_address()
    {
        var request = SchemaFiles.Open("kredivo/generate-order.request.schema.json");
        var holders = Table
            .Read("rows.tsv")
            .Where(row => row[0] == "request" && row[3] == "M")
            .Select(row => row[2].Split('.')[0])
            .Distinct();

        Assert.Equal(["shipping_address"], holders.Where(holder => !request.Requires(holder)));
        Assert.True(request.At("else").Requires("shipping_address"));
        Assert.True(request.Property("order")!.Requires("line_items"));
    }

    [Fact]
    public void A_path_that_is_in_no_table_is_not_found() =>
        Assert.Null(
            Find("kredivo/generate-order.request.schema.json", "order.line_items[].colour").Found
        );

    private static (SchemaPlace? Found, bool Required) Find(string file, string path)
    {
        SchemaPlace? place = SchemaFiles.Open(file);
        var required = false;
        foreach (var step in path.Split('.'))
        {
            var name = step.Replace("[]", "", StringComparison.Ordinal);
            required = place?.Requires(name) ?? false;
            place = place?.Property(name);
            place = step.EndsWith("[]", StringComparison.Ordinal) ? place?.Items() : place;
        }
        return (place, required);
    }

    private static string TypeOf(SchemaPlace place)
    {
        var type = place.Keyword("type").First();
        return type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : string.Join('|', type.EnumerateArray().Select(one => one.GetString()));
    }

    /// <summary>A text's greatest length; a number's greatest count of digits before the point.</summary>
    private static int LimitOf(SchemaPlace place)
    {
        var lengths = place.Keyword("maxLength").Select(limit => limit.GetInt32()).ToList();
        return lengths.Count > 0
            ? lengths.Min()
            : place
                .Keyword("maximum")
                .Min(limit => limit.GetInt64())
                .ToString(CultureInfo.InvariantCulture)
                .Length;
    }

    private static IEnumerable<string> Numbers(int count) =>
        Enumerable.Range(1, count).Select(number => number.ToString(CultureInfo.InvariantCulture));
}
