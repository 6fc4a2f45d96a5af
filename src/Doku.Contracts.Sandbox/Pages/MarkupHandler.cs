using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Doku.Contracts.Sandbox.Pages;

/// <summary>Puts <see cref="Markup"/> together; the compiler calls it for <c>Markup.Of($"…")</c>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler
{
    private readonly StringBuilder _html;

    public MarkupHandler(int literalLength, int formattedCount) =>
        _html = new StringBuilder(literalLength + (formattedCount * 16));

    // The author's own text: HTML as it stands.
    public void AppendLiteral(string literal) => _html.Append(literal);

    public void AppendFormatted(string? text) =>
        _html.Append(HtmlEncoder.Default.Encode(text ?? ""));

    public void AppendFormatted(long number) =>
        _html.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Markup markup) => _html.Append(markup);

    public void AppendFormatted(IEnumerable<Markup> pieces) => _html.AppendJoin('\n', pieces);

    internal string Take() => _html.ToString();
}
