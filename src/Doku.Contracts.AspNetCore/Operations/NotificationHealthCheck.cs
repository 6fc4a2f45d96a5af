using Doku.Contracts.Transport;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>Whether notifications can be verified and are being worked on. Its words hold no secret and no content.</summary>
internal sealed class NotificationHealthCheck(
    NotificationHealthOptions settings,
    NotificationRoutes routes,
    INotificationLedger? ledger,
    IOptionsMonitor<DokuOptions> accounts,
    TimeProvider timeProvider
) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var findings = new Findings();
        var merchants =
            settings.Merchants.Count > 0 ? settings.Merchants
            : routes.Merchants is { Count: > 0 } mapped ? mapped
            : [Options.DefaultName];
        foreach (var merchant in merchants)
        {
            CheckKeys(merchant, findings);
        }

        if (ledger is INotificationInbox inbox)
        {
            await CheckInboxAsync(inbox, findings, cancellationToken);
        }

        return findings.ToResult(context.Registration.FailureStatus);
    }

    private void CheckKeys(string merchant, Findings findings)
    {
        var who = merchant.Length == 0 ? "the merchant" : $"merchant '{merchant}'";
        DokuKeyRing keys;
        try
        {
            keys = DokuKeyRing.Of(accounts.Get(merchant));
        }
        catch (OptionsValidationException)
        {
            findings.Fail($"The options of {who} are wrong.");
            return;
        }

        var now = timeProvider.GetUtcNow();
        if (keys.CurrentAt(now) is null)
        {
            findings.Fail($"No secret key of {who} counts now.");
        }
        else if (keys.CurrentAt(now + settings.KeyWarning) is null)
        {
            findings.Warn($"The last secret key of {who} ends soon.");
        }
    }

    private async Task CheckInboxAsync(
        INotificationInbox inbox,
        Findings findings,
        CancellationToken cancellationToken
    )
    {
        InboxCounts counts;
        try
        {
            counts = await inbox.CountAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The type alone: a driver's message may name the host and user of the database.
            findings.Fail($"The notification inbox can't be reached: {exception.GetType().Name}.");
            return;
        }

        findings.Count("waiting", counts.Waiting);
        findings.Count("working", counts.Working);
        findings.Count("dead", counts.Dead);
        if (counts.Dead > 0)
        {
            findings.Warn("There are dead notifications: replay or discard them.");
        }

        if (timeProvider.GetUtcNow() - counts.OldestReceivedAt > settings.MaxBacklogAge)
        {
            findings.Warn("Notifications wait too long for their work.");
        }
    }

    /// <summary>What was found, the worst of it being the verdict.</summary>
    private sealed class Findings
    {
        private readonly List<string> _words = [];
        private readonly Dictionary<string, object> _counts = new(StringComparer.Ordinal);
        private bool _isFailed;

        internal void Fail(string words)
        {
            _isFailed = true;
            _words.Add(words);
        }

        internal void Warn(string words) => _words.Add(words);

        internal void Count(string name, long count) => _counts.Add(name, count);

        internal HealthCheckResult ToResult(HealthStatus failure) =>
            new(
                _isFailed ? failure
                    : _words.Count > 0 ? HealthStatus.Degraded
                    : HealthStatus.Healthy,
                _words.Count > 0 ? string.Join(' ', _words) : null,
                data: _counts
            );
    }
}
