using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Doku.Contracts.Sandbox.Payment;

/// <summary>The payment page as HTML: no script, nothing from another host, every value encoded.</summary>
internal static class PaymentPage
{
    private const string Style = """
        :root { color-scheme: light; }
        body { margin: 0; background: #f3f4f6; color: #1f2430; font: 1rem/1.5 system-ui, sans-serif; }
        main { max-width: 36rem; margin: 2rem auto; padding: 1.5rem 2rem 2rem; background: #fff; border-radius: .5rem; }
        h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
        .note { color: #4b5162; margin: 0 0 1rem; }
        .message { padding: .75rem 1rem; border-left: .3rem solid #9a3412; background: #fff4ec; }
        table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
        caption { text-align: left; font-weight: 600; padding-bottom: .5rem; }
        th, td { padding: .4rem 0; text-align: left; border-bottom: 1px solid #d9dce3; overflow-wrap: anywhere; }
        .number { text-align: right; white-space: nowrap; padding-left: 1rem; }
        @media (max-width: 30rem) {
          thead { position: absolute; clip-path: inset(50%); }
          tbody tr { display: grid; grid-template-columns: auto auto 1fr; padding: .4rem 0; }
          tbody td:first-child { grid-column: 1 / -1; }
          tbody td { padding-left: 0; padding-right: 1rem; }
        }
        tfoot th, tfoot td { font-weight: 700; border-bottom: 0; }
        .actions { display: flex; flex-wrap: wrap; gap: .75rem; }
        button { font: inherit; padding: .6rem 1.4rem; border: 1px solid #1d4f91; border-radius: .35rem; background: #fff; color: #1d4f91; cursor: pointer; }
        button.main { background: #1d4f91; color: #fff; }
        button:focus-visible, a:focus-visible { outline: .2rem solid #c2410c; outline-offset: .15rem; }
        """;

    /// <summary>The one style that the page's security policy lets in.</summary>
    internal static string StyleHash { get; } =
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    internal static string Write(SandboxOrder order, string? message)
    {
        var status = order.Status;
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"<h1>Pay with {Encode(order.Operation.Contract)}</h1>\n"
        );
        html.Append("<p class=\"note\">Sandbox: no money moves.</p>\n");
        if (message is not null)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"message\" role=\"alert\">{Encode(message)}</p>\n"
            );
        }
        AppendLines(html, order);
        if (status is SandboxOrderStatus.Pending or SandboxOrderStatus.Failed)
        {
            AppendActions(html, order);
        }
        else
        {
            AppendWayBack(html, order);
        }
        return Document($"Pay {order.InvoiceNumber}", html.ToString());
    }

    internal static string Unknown() =>
        Document(
            "Unknown payment",
            "<h1>This payment page does not exist</h1>\n<p>Go back to the shop and start the payment again.</p>\n"
        );

    private static void AppendLines(StringBuilder html, SandboxOrder order)
    {
        html.Append(
            CultureInfo.InvariantCulture,
            $"<table>\n<caption>Order {Encode(order.InvoiceNumber)}</caption>\n"
        );
        html.Append(
            "<thead><tr><th scope=\"col\">Item</th><th scope=\"col\" class=\"number\">Quantity</th>"
                + "<th scope=\"col\" class=\"number\">Price</th><th scope=\"col\" class=\"number\">Sum</th></tr></thead>\n<tbody>\n"
        );
        foreach (var line in order.Lines)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{Encode(line.Name)}</td><td class=\"number\">{line.Quantity:0.##}</td>"
            );
            html.Append(
                CultureInfo.InvariantCulture,
                $"<td class=\"number\">{Rupiah.Write(line.Price)}</td><td class=\"number\">{Rupiah.Write(line.Price * line.Quantity)}</td></tr>\n"
            );
        }
        html.Append(
            CultureInfo.InvariantCulture,
            $"</tbody>\n<tfoot><tr><th scope=\"row\" colspan=\"3\">Total</th><td class=\"number\">{Rupiah.Write(order.Amount)}</td></tr></tfoot>\n</table>\n"
        );
    }

    private static void AppendActions(StringBuilder html, SandboxOrder order)
    {
        var path = Encode(order.PaymentUrl.AbsolutePath);
        html.Append(
            CultureInfo.InvariantCulture,
            $"""
            <div class="actions">
            <form method="post" action="{path}/pay"><button class="main" type="submit">Pay</button></form>
            <form method="post" action="{path}/decline"><button type="submit">Decline</button></form>
            <form method="post" action="{path}/cancel"><button type="submit">Cancel</button></form>
            </div>

            """
        );
    }

    private static void AppendWayBack(StringBuilder html, SandboxOrder order)
    {
        if (order.CallbackUrl is { } url)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p><a href=\"{Encode(url.AbsoluteUri)}\">Back to the shop</a></p>\n"
            );
        }
    }

    private static string Document(string title, string main) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(title)}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            {main}</main>
            </body>
            </html>

            """;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
