using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Doku.Contracts.AspNetCore;

/// <summary>Markup, made from interpolated strings in which every text is encoded and only other markup is not.</summary>
internal readonly record struct Markup(string Text)
{
    internal static Markup Of(Builder builder) => new(builder.ToString());

    internal static Markup Join(IEnumerable<Markup> parts) =>
        new(string.Concat(parts.Select(part => part.Text)));

    public override string ToString() => Text;

    /// <summary>What the compiler makes of <c>Markup.Of($"…")</c>.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Builder(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) =>
            _text.Append(HtmlEncoder.Default.Encode(text ?? ""));

        public void AppendFormatted(long number) =>
            _text.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(DateTimeOffset moment) =>
            _text.Append(
                CultureInfo.InvariantCulture,
                $"{moment.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z"
            );

        public void AppendFormatted(Markup markup) => _text.Append(markup.Text);

        public override string ToString() => _text.ToString();
    }
}
