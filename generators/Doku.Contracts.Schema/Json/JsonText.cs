using System.Text;

namespace Doku.Contracts.Schema.Json;

/// <summary>A value of a schema file as compact JSON.</summary>
public static class JsonText
{
    private static readonly System.Text.Json.JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(SchemaNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    public static string OfText(string text) =>
        System.Text.Json.JsonSerializer.Serialize(text, Options);

    private static void Append(StringBuilder text, SchemaNode node)
    {
        switch (node.Kind)
        {
            case SchemaNodeKind.String:
                text.Append(OfText(node.Text));
                break;
            case SchemaNodeKind.Array:
                AppendList(text, '[', node.Items, Append, ']');
                break;
            case SchemaNodeKind.Object:
                AppendList(
                    text,
                    '{',
                    node.Members,
                    static (to, member) =>
                    {
                        to.Append(OfText(member.Name)).Append(':');
                        Append(to, member.Value);
                    },
                    '}'
                );
                break;
            default:
                text.Append(node.Text);
                break;
        }
    }

    private static void AppendList<T>(
        StringBuilder text,
        char open,
        IReadOnlyList<T> items,
        Action<StringBuilder, T> append,
        char close
    )
    {
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            append(text, items[i]);
        }

        text.Append(close);
    }
}
