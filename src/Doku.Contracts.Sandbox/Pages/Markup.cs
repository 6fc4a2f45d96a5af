namespace Doku.Contracts.Sandbox.Pages;

/// <summary>
/// A piece of HTML. The only way to make one is an interpolated string whose holes are encoded unless they are markup
/// themselves: what a merchant sent can't become part of a page by an oversight.
/// </summary>
internal sealed class Markup
{
    private readonly string _html;

    private Markup(string html) => _html = html;

    internal static Markup None { get; } = new("");

    internal static Markup Of(ref MarkupHandler html) => new(html.Take());

    /// <summary>The piece, or nothing.</summary>
    internal static Markup If(bool condition, Func<Markup> piece) => condition ? piece() : None;

    public override string ToString() => _html;
}
