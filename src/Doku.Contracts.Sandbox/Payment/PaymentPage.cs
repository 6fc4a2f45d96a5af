using System.Globalization;
using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Payment;

/// <summary>
/// The payment page as HTML. It works by forms alone; the script lets the countdown run and turns the page when the
/// order changes elsewhere.
/// </summary>
internal sealed class PaymentPage(SandboxOrder order, DateTimeOffset now, Tenor? tenor)
{
    private readonly SandboxOrderStatus _status = order.Status;

    private bool IsOpen => _status is SandboxOrderStatus.Pending or SandboxOrderStatus.Failed;

    private string Name => order.Operation.Contract;

    internal Markup Write() =>
        Layout.Page(
            $"{Heading()} – {order.InvoiceNumber}",
            "payment",
            Markup.Of(
                $"""
                {Top(Name)}
                <main data-live="{order.PaymentUrl.AbsolutePath}/live" data-page="{order.PaymentUrl.AbsolutePath}" data-status="{_status.ToString()}">
                <section class="pay" aria-labelledby="heading">
                <h1 id="heading">{Heading()}</h1>
                {Message()}
                <p class="amount"><span class="label">{(
                    IsOpen ? "To pay" : "Amount"
                )}</span> <strong>{Rupiah.Write(order.Amount)}</strong></p>
                {(IsOpen ? Open() : Closed())}
                </section>
                <section class="order" aria-labelledby="order-heading">
                <h2 id="order-heading">Order <span class="invoice">{order.InvoiceNumber}</span></h2>
                {new PaymentLines(order).Write()}
                {History()}
                </section>
                </main>
                """
            )
        );

    internal static Markup Unknown() =>
        Layout.Page(
            "Unknown payment",
            "payment",
            Markup.Of(
                $"""
                {Top("Payment")}
                <main>
                <section class="pay">
                <h1>This payment page does not exist</h1>
                <p>The address may be incomplete. Go back to the shop and start the payment again.</p>
                </section>
                </main>
                """
            )
        );

    private static Markup Top(string name) =>
        Markup.Of(
            $"""
            <header class="top">
            <img src="{PageAssets.UrlOf("icon.svg")}" alt="" width="32" height="32">
            <span class="brand">{name}</span>
            <span class="badge">Sandbox<span class="more">: no money moves</span></span>
            </header>
            """
        );

    private string Heading() =>
        _status switch
        {
            SandboxOrderStatus.Success => "Paid",
            SandboxOrderStatus.Expired => "The time to pay is over",
            SandboxOrderStatus.Refunded => "Refunded",
            _ => $"Pay with {Name}",
        };

    private Markup Message()
    {
        var (kind, words) = _status switch
        {
            SandboxOrderStatus.Success => (
                "good",
                "This order is already paid. Nothing more is to be done here."
            ),
            SandboxOrderStatus.Expired => (
                "over",
                "This order can no longer be paid. Please order again in the shop."
            ),
            SandboxOrderStatus.Refunded => (
                "over",
                "This order was paid, and the money was given back."
            ),
            SandboxOrderStatus.Failed => (
                "bad",
                "The payment was declined. You can try again or cancel."
            ),
            _ => ("", ""),
        };
        return Markup.If(
            words.Length > 0,
            () => Markup.Of($"""<p class="message {kind}" role="alert">{words}</p>""")
        );
    }

    private Markup Open()
    {
        var path = order.PaymentUrl.AbsolutePath;
        return Markup.Of(
            $"""
            <p class="deadline"><span class="label">Time left</span>
            <span id="countdown" class="countdown" role="timer" aria-live="off">{Times.Countdown(
                order.ExpiresAt - now
            )}</span>
            <span class="until">until {Times.InJakarta(order.ExpiresAt)}</span></p>
            <p id="announcement" class="unseen" role="status"></p>
            <form method="post" action="{path}/pay" class="choose">
            <fieldset>
            <legend>How would you like to pay?</legend>
            {Tenor.All.Select(Choice)}
            </fieldset>
            <button class="main" type="submit">Pay</button>
            </form>
            <div class="others">
            <form method="post" action="{path}/decline"><button type="submit" aria-describedby="decline-note">Decline</button></form>
            <form method="post" action="{path}/cancel"><button type="submit" aria-describedby="cancel-note">Cancel</button></form>
            </div>
            <p class="note"><span id="decline-note">Decline plays {Name} refusing the payment.</span> <span id="cancel-note">Cancel goes back to the shop without paying.</span></p>
            """
        );
    }

    private Markup Choice(Tenor choice)
    {
        var sum = Rupiah.Write(choice.MonthlySum(order.Amount));
        var rate =
            choice.MonthlyRate == 0
                ? "no interest"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{choice.MonthlyRate * 100:0.#} % a month"
                );
        var isChosen = choice == (tenor ?? Tenor.All[0]);
        return Markup.Of(
            $"""
            <label class="tenor"><input type="radio" name="tenor" value="{choice.Months}"{Markup.If(
                isChosen,
                () => Markup.Of($" checked")
            )}>
            <span class="tenor-name">{choice.Name}</span>
            <span class="tenor-rate">{rate}</span>
            <strong class="tenor-sum">{sum}</strong>
            <span class="tenor-when">{(choice.Months == 1 ? "once" : "a month")}</span></label>
            """
        );
    }

    private Markup Closed() =>
        Markup.Of(
            $"""
            {Plan()}
            {Markup.If(
                order.CallbackUrl is not null,
                () =>
                    Markup.Of(
                        $"""<p><a class="main" href="{order.CallbackUrl!.AbsoluteUri}">Back to the shop</a></p>"""
                    )
            )}
            """
        );

    private Markup Plan() =>
        Markup.If(
            tenor is not null && _status == SandboxOrderStatus.Success,
            () =>
                Markup.Of(
                    $"""<p class="plan">{(tenor!.Months == 1 ? "One payment" : $"{tenor.Months} monthly payments")} of <strong>{Rupiah.Write(tenor.MonthlySum(order.Amount))}</strong>{(tenor.Months == 1 ? ", due in 30 days" : "")}.</p>"""
                )
        );

    private Markup History()
    {
        var events = order.Events;
        return Markup.If(
            events.Count > 1,
            () =>
                Markup.Of(
                    $"""
                    <h3>What happened</h3>
                    <ol class="history">
                    {events.Select(one =>
                        Markup.Of(
                            $"<li><span>{PaymentWords.Of(one)}</span> {Times.InJakarta(one.At)}</li>"
                        )
                    )}
                    </ol>
                    """
                )
        );
    }
}
