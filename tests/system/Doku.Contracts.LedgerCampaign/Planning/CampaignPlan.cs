using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Doku.Contracts.Crash.Host;
using Doku.Contracts.LedgerCampaign.Sending;

namespace Doku.Contracts.LedgerCampaign.Planning;

/// <summary>Everything that a campaign does of its own will: the same for the same settings.</summary>
internal sealed class CampaignPlan
{
    private static readonly string[] Statuses = ["SUCCESS", "FAILED", "EXPIRED"];

    internal CampaignPlan(CampaignSettings settings)
    {
        var random = new Random(settings.Seed);
        var tricks = TrickMix.For(settings.Notifications, random);
        var order = 0;
        for (var left = 0; Notifications.Count < settings.Notifications; left--)
        {
            if (left == 0)
            {
                // Of each order there are one to three.
                order++;
                left = random.Next(1, 4);
            }

            Notifications.Add(Next(order, left, tricks[Notifications.Count], random));
        }

        Deliveries =
        [
            .. Notifications.SelectMany(each =>
                Enumerable
                    .Range(1, random.Next(4) == 0 ? 2 : 1)
                    .Select(copy => new Delivery(each.Report, copy, each.Path))
            ),
        ];
        random.Shuffle(Deliveries);
        Faults = FaultMix.For(settings, Deliveries.Length, random);
    }

    internal List<PlannedNotification> Notifications { get; } = [];

    /// <summary>In the order of their first sending; some notifications come twice.</summary>
    internal Delivery[] Deliveries { get; }

    /// <summary>By their moments.</summary>
    internal PlannedFault[] Faults { get; }

    /// <summary>Tells one plan from another.</summary>
    internal string Digest()
    {
        var text = new StringBuilder();
        foreach (var delivery in Deliveries)
        {
            text.Append(delivery.RequestId).Append(delivery.Report.Hash).Append('\n');
        }

        foreach (var fault in Faults)
        {
            text.Append(fault).Append('\n');
        }

        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8)
        );
    }

    private static PlannedNotification Next(int order, int index, Trick trick, Random random)
    {
        // Of those whose handler does nothing wrong, some can't be applied.
        var flaw = trick is Trick.None or Trick.SwallowAll ? random.Next(40) : -1;
        var (isUnknown, isUnreadable, isOtherAmount) = (flaw == 0, flaw == 1, flaw is 2 or 3);
        // Of another amount DOKU must be refused where it says that it is paid.
        var status = isOtherAmount ? Statuses[0] : Statuses[random.Next(Statuses.Length)];
        var isInline =
            trick is not (Trick.AlwaysThrow or Trick.CrashBeforeTransaction) && random.Next(3) == 0;
        return new PlannedNotification(
            new Report(
                string.Create(CultureInfo.InvariantCulture, $"n-{order}-{index}"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(isUnknown ? HostSettings.UnknownOrder : "INV-")}{order:D5}"
                ),
                status,
                isUnreadable ? null : HostSettings.OrderAmount - (isOtherAmount ? 1 : 0),
                TrickBook.Write(trick, TrickMix.TimesOf(trick, random)),
                index
            ),
            isInline ? HostSettings.InlinePath : HostSettings.InboxPath,
            trick,
            isUnknown
                || isUnreadable
                || isOtherAmount
                || trick is Trick.FailForGood or Trick.AlwaysThrow
        );
    }
}
