using System.Globalization;
using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>What the dashboard's buttons do.</summary>
internal sealed class DashboardActions(
    SandboxContext sandbox,
    SandboxOrderCollection orders,
    SandboxNotificationCollection notifications
)
{
    private const int MostMinutes = 525_600;
    private const int MostTimes = 100;

    /// <summary>Does what a form asks for, to its end.</summary>
    /// <returns>What came of it.</returns>
    internal async Task<DashboardNote> DoAsync(Dictionary<string, string> form)
    {
        try
        {
            return form.GetValueOrDefault("do") switch
            {
                "advance" => await AdvanceAsync(form),
                "fault" => Inject(form),
                "clear-faults" => ClearFaults(),
                "hold" => Hold(),
                "release" => await ReleaseAsync(),
                "resend" => await TellAsync(form, one => one.ResendAsync(), "Sent again"),
                "duplicate" => await TellAsync(
                    form,
                    async one => (await one.DuplicateAsync())[^1],
                    "Sent twice"
                ),
                var change => await ChangeAsync(form, change),
            };
        }
        catch (InvalidOperationException refusal)
        {
            return new DashboardNote(refusal.Message, IsRefusal: true);
        }
    }

    private async Task<DashboardNote> AdvanceAsync(Dictionary<string, string> form)
    {
        if (Number(form, "minutes", MostMinutes) is not { } minutes)
        {
            return Refuse("The clock goes forward by 1 to 525600 minutes.");
        }
        var time = TimeSpan.FromMinutes(minutes);
        await sandbox.Clock.AdvanceAsync(time);
        return new DashboardNote(
            $"The clock was put forward by {Times.Length(time)}, and what fell due is done."
        );
    }

    private DashboardNote Inject(Dictionary<string, string> form)
    {
        // By name alone: a number would pass as a value that nothing stands for.
        var name = form.GetValueOrDefault("fault");
        var known = Array.FindIndex(Enum.GetNames<SandboxFault>(), one => one == name);
        if (known < 0 || Number(form, "times", MostTimes) is not { } times)
        {
            return Refuse("Choose a fault, and how many times: 1 to 100.");
        }
        var fault = Enum.GetValues<SandboxFault>()[known];
        sandbox.Faults.Next(fault, times);
        var victim = SandboxFaults.BefallsNotifications(fault) ? "notification" : "call";
        return new DashboardNote(
            times == 1
                ? $"The next {victim} meets: {Words.Of(fault)}."
                : $"The next {times} {victim}s meet: {Words.Of(fault)}."
        );
    }

    private DashboardNote ClearFaults()
    {
        sandbox.Faults.Clear();
        return new DashboardNote("No faults are waiting any more.");
    }

    private DashboardNote Hold()
    {
        notifications.IsHolding = true;
        return new DashboardNote("Notifications are held back from now on.");
    }

    private async Task<DashboardNote> ReleaseAsync()
    {
        var sent = await notifications.ReleaseAsync();
        return new DashboardNote(
            $"Released: {sent.Count} sent, {sent.Count(one => one.IsAcknowledged)} acknowledged."
        );
    }

    private async Task<DashboardNote> TellAsync(
        Dictionary<string, string> form,
        Func<SandboxNotification, Task<NotificationDelivery>> tell,
        string done
    )
    {
        var id = form.GetValueOrDefault("notification");
        return notifications.FirstOrDefault(one => one.RequestId == id) is { } notification
            ? new DashboardNote($"{done}: {Describe(await tell(notification))}.")
            : Refuse("There is no such notification.");
    }

    private async Task<DashboardNote> ChangeAsync(Dictionary<string, string> form, string? change)
    {
        var invoice = form.GetValueOrDefault("invoice") ?? "";
        if (orders.Find(invoice, form.GetValueOrDefault("merchant") ?? "") is not { } order)
        {
            return Refuse("There is no such order.");
        }
        switch (change)
        {
            case "pay":
                return Say("Paid", await order.PayAsync());
            case "decline":
                return Say("Declined", await order.DeclineAsync());
            case "expire":
                return Say("Expired", await order.ExpireAsync());
            case "refund":
                return Say("Refunded", await order.RefundAsync());
            case "cancel":
                await order.CancelAsync();
                return new DashboardNote("The customer left without paying. The order waits on.");
            default:
                return Refuse("There is no such button.");
        }
    }

    private static DashboardNote Say(string done, NotificationDelivery told) =>
        new($"{done}. Notification: {Describe(told)}.");

    private static string Describe(NotificationDelivery told) =>
        told.Status is { } status
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Words.Of(told.Outcome).ToLowerInvariant()} with HTTP {status}"
            )
            : Words.Of(told.Outcome).ToLowerInvariant();

    private static DashboardNote Refuse(string words) => new(words, IsRefusal: true);

    private static int? Number(Dictionary<string, string> form, string name, int most) =>
        int.TryParse(
            form.GetValueOrDefault(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number >= 1
        && number <= most
            ? number
            : null;
}
