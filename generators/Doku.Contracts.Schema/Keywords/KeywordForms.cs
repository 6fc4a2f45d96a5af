using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Keywords;

/// <summary>The forms that keywords' values have. Each says what is wrong with a value, or null.</summary>
internal static class KeywordForms
{
    public static readonly IReadOnlyDictionary<string, JsonTypes> TypeNames = new Dictionary<
        string,
        JsonTypes
    >(StringComparer.Ordinal)
    {
        ["string"] = JsonTypes.String,
        ["integer"] = JsonTypes.Integer,
        ["number"] = JsonTypes.Number,
        ["boolean"] = JsonTypes.Boolean,
        ["object"] = JsonTypes.Object,
        ["array"] = JsonTypes.Array,
        ["null"] = JsonTypes.Null,
    };

    /// <summary>What members may be for, to code that knows no contract.</summary>
    public static readonly IReadOnlyList<string> Roles =
    [
        "status",
        "orderNumber",
        "requestId",
        "paymentPage",
        "errorCode",
        "errorKind",
        "errorMessage",
    ];

    private static readonly string[] TotalMembers = ["amount", "items", "price", "quantity"];

    public static string? Anything(SchemaNode node) => null;

    public static string? Text(SchemaNode node) => node.IsString ? null : "must be a string";

    public static string? Boolean(SchemaNode node) =>
        node.IsBoolean ? null : "must be true or false";

    public static string? Number(SchemaNode node) =>
        node.Kind == SchemaNodeKind.Number ? null : "must be a number";

    public static string? Divisor(SchemaNode node) =>
        node.Kind == SchemaNodeKind.Number
        && SchemaNumber.Parse(node.Text) is { IsNegative: false, Digits.Length: > 0 }
            ? null
            : "must be a number above 0";

    public static string? Count(SchemaNode node) =>
        node.IsWholeNumber && !SchemaNumber.Parse(node.Text).IsNegative
            ? null
            : "must be a whole number from 0";

    public static string? Array(SchemaNode node) => node.IsArray ? null : "must be an array";

    public static string? Names(SchemaNode node) =>
        node.IsArray && node.Items.All(i => i.IsString) ? null : "must be an array of strings";

    public static string? NamesByName(SchemaNode node) =>
        node.IsObject && node.Members.All(m => Names(m.Value) is null)
            ? null
            : "must be an object whose members are arrays of strings";

    public static string? Schema(SchemaNode node) =>
        IsSchema(node) ? null : "must be a schema: an object, true or false";

    public static string? Schemas(SchemaNode node) =>
        node.IsArray && node.Items.Count > 0 && node.Items.All(IsSchema)
            ? null
            : "must be an array of at least one schema";

    public static string? SchemasByName(SchemaNode node) =>
        node.IsObject && node.Members.All(m => IsSchema(m.Value))
            ? null
            : "must be an object of schemas";

    public static string? Types(SchemaNode node)
    {
        IEnumerable<SchemaNode> names = node.IsArray ? node.Items : [node];
        return
            names.All(n => n.IsString && TypeNames.ContainsKey(n.Text))
            && (!node.IsArray || node.Items.Count > 0)
            ? null
            : $"must be one or several of {string.Join(", ", TypeNames.Keys)}";
    }

    public static string? Anchor(SchemaNode node) =>
        node.IsString
        && node.Text.Length > 0
        && (IsAsciiLetter(node.Text[0]) || node.Text[0] == '_')
        && node.Text.All(c => IsAsciiLetter(c) || c is (>= '0' and <= '9') or '-' or '_' or '.')
            ? null
            : "must be a name of ASCII letters, digits, '-', '_' and '.' that begins with a letter or '_'";

    public static string? Identifier(SchemaNode node) =>
        node.IsString && CSharpNames.IsIdentifier(node.Text) ? null : "must be a C# name";

    public static string? Evidence(SchemaNode node) =>
        node.IsObject && node.TextOf("level") is "documented" or "observed" or "inferred"
            ? null
            : "must be an object whose 'level' is documented, observed or inferred";

    /// <summary>The member of an advice that says why it is given.</summary>
    public const string Reason = "reason";

    public static string? Advice(SchemaNode node) =>
        node.IsObject && node.Members.Count > 1 && !string.IsNullOrWhiteSpace(node.TextOf(Reason))
            ? null
            : "must be a schema with a 'reason', a text that isn't blank, and at least one keyword";

    public static string? Total(SchemaNode node) =>
        node.IsObject && TotalMembers.All(name => node.TextOf(name) is not null)
            ? null
            : "must be an object that names 'amount', 'items', 'price' and 'quantity'";

    public static string? Role(SchemaNode node) =>
        node.IsString && Roles.Contains(node.Text)
            ? null
            : $"must be one of {string.Join(", ", Roles)}";

    public static string? Pointer(SchemaNode node) =>
        node.IsString && node.Text.StartsWith("/", StringComparison.Ordinal)
            ? null
            : "must be the JSON Pointer of a member: '/order/amount', for one";

    public static string? Progress(SchemaNode node) =>
        node.IsObject
        && node.Members.All(m => m.Name is "initial" or "final" or "paid")
        && node.TextOf("initial") is not null
        && node["final"] is { } final
        && Names(final) is null
        && node.TextOf("paid") is { } paid
        && final.Items.Any(i => i.Text == paid)
            ? null
            : "must be an object with 'initial', the first state, 'final', an array of the final ones, and 'paid', one of those";

    private static bool IsSchema(SchemaNode node) => node.IsObject || node.IsBoolean;

    private static bool IsAsciiLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
