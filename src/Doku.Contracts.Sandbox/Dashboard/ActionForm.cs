using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>A button with what it does in hidden fields; it works without any script.</summary>
internal static class ActionForm
{
    internal static Markup Button(
        string action,
        string words,
        string back,
        string style = "",
        params (string Name, string Value)[] fields
    ) =>
        Markup.Of(
            $"""
            <form method="post" action="{DashboardLinks.Act}">{Hidden([
                ("do", action),
                ("back", back),
                .. fields,
            ])}<button id="do-{action}{Key(
                fields
            )}" class="{style}" type="submit">{words}</button></form>
            """
        );

    internal static Markup Hidden(IEnumerable<(string Name, string Value)> fields) =>
        Markup.Of(
            $"{fields.Select(field => Markup.Of($"<input type=\"hidden\" name=\"{field.Name}\" value=\"{field.Value}\">"))}"
        );

    // By its id a button keeps the focus when the page changes under it.
    private static string Key((string Name, string Value)[] fields) =>
        string.Concat(
            fields.Where(field => field.Name == "minutes").Select(field => "-" + field.Value)
        );
}
