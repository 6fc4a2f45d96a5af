using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Storefront.Pages;

/// <summary>Markup. Made from interpolated strings, in which every text is encoded and only other markup is not.</summary>
internal readonly record struct Html(string Markup)
{
    internal static Html None { get; } = new("");

    internal static Html Of(HtmlBuilder builder) => new(builder.ToString());

    internal static Html Join(IEnumerable<Html> parts) =>
        new(string.Concat(parts.Select(part => part.Markup)));

    public override string ToString() => Markup;

    /// <summary>What the compiler makes of <c>Html.Of($"…")</c>.</summary>
    [InterpolatedStringHandler]
    internal readonly struct HtmlBuilder(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _markup = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => _markup.Append(markup);

        public void AppendFormatted(string? text) =>
            _markup.Append(HtmlEncoder.Default.Encode(text ?? ""));

        public void AppendFormatted(int number) =>
            _markup.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(Html html) => _markup.Append(html.Markup);

        public void AppendFormatted(IEnumerable<Html> parts) => AppendFormatted(Join(parts));

        public override string ToString() => _markup.ToString();
    }
}
