using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>The verdict on a signature: what is wrong first, then every component.</summary>
internal static class SignaturePanel
{
    internal static Markup Write(SignatureVerdict verdict) =>
        Markup.Of(
            $"""
            <section class="panel" aria-labelledby="signature-heading">
            <h2 id="signature-heading">Signature</h2>
            {Summary(verdict)}
            <div class="scroll" tabindex="0" role="region" aria-labelledby="signature-heading">
            <table class="components" role="table">
            <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Component</th><th role="columnheader" scope="col">Verdict</th><th role="columnheader" scope="col">What the sandbox reckoned with</th></tr></thead>
            <tbody role="rowgroup">
            {verdict.Components.Select(Component)}
            </tbody>
            </table>
            </div>
            {Markup.If(verdict.StringToSign is not null, () => Markup.Of(
                $"""
                <details id="string-to-sign"><summary>The lines that the sandbox signed for comparison</summary>
                <pre tabindex="0" role="region" aria-label="String to sign"><code>{verdict.StringToSign}</code></pre>
                <p class="note">Joined by one line feed each, with none at the end.</p></details>
                """))}
            </section>
            """
        );

    private static Markup Summary(SignatureVerdict verdict)
    {
        if (verdict.IsValid)
        {
            return Markup.Of($"""<p class="note-box good">The signature holds.</p>""");
        }
        var wrong = verdict.Components.Where(one => one.Note is not null).ToList();
        return Markup.Of(
            $"""
            <div class="note-box bad">
            <p><strong>The signature does not hold.</strong> The caller was told: “{verdict.Reason}”.</p>
            {(wrong.Count == 0
                ? Markup.Of($"<p>No known mistake gives the signature that came. Most often the body changed between signing and sending, or the secret key is another.</p>")
                : Markup.Of($"<ul>{wrong.Select(one => Markup.Of($"<li><strong>{one.Name}</strong>: {one.Note}</li>"))}</ul>"))}
            </div>
            """
        );
    }

    private static Markup Component(SignatureComponent one)
    {
        var isWrong = one.State is SignatureComponentState.Wrong or SignatureComponentState.Missing;
        return Markup.Of(
            $"""
            <tr role="row" class="{(isWrong ? "wrong" : "")}"><th role="rowheader" scope="row">{one.Name}</th><td role="cell">{Badges.Of(
                one.State
            )}</td>
            <td role="cell">{Value(one)}{Markup.If(
                one.Note is not null,
                () => Markup.Of($"<p class=\"why\">{one.Note}</p>")
            )}</td></tr>
            """
        );
    }

    private static Markup Value(SignatureComponent one) =>
        one switch
        {
            { Name: "Secret key" } => Markup.Of($"<span class=\"note\">never shown</span>"),
            { Value: null } => Markup.Of($"<span class=\"note\">none: the call has no body</span>"),
            { Value.Length: 0 } => Markup.Of($"<span class=\"note\">not sent</span>"),
            _ => Markup.Of($"<code>{one.Value}</code>"),
        };
}
