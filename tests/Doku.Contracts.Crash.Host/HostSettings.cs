using System.Data.Common;
using Doku.Contracts.AspNetCore;
using Npgsql;

namespace Doku.Contracts.Crash.Host;

/// <summary>What the tests say on the command line, each as <c>--Name=value</c>.</summary>
public sealed class HostSettings
{
    public const string ClientId = "MCH-0001-10791114622547";
    public const string SecretKey = "crash-host-secret";
    public const string Path = "/payments/notifications";

    /// <summary>The campaign's endpoint that stores and acknowledges.</summary>
    public const string InboxPath = "/inbox/notifications";

    /// <summary>The campaign's endpoint whose handler works while DOKU waits.</summary>
    public const string InlinePath = "/inline/notifications";

    /// <summary>What an order number begins with that the shop doesn't know.</summary>
    public const string UnknownOrder = "UNKNOWN-";

    /// <summary>What each of the shop's orders costs.</summary>
    public const long OrderAmount = 150000;

    public NotificationDatabase Database { get; init; }

    public string ConnectionString { get; init; } = "";

    /// <summary>After a kill the notification rests this long.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Of how many notifications one fails at its first attempt, after its effect was written; 0 for none.</summary>
    public int FailsOneIn { get; init; }

    /// <summary>Whether each call of the handler is written down at once, outside the ledger's transaction.</summary>
    public bool CountsStarts { get; init; }

    public CrashPoint CrashAt { get; init; }

    /// <summary>At which passing of <see cref="CrashAt"/> the process dies.</summary>
    public int CrashAtPassing { get; init; } = 1;

    /// <summary>The folder of <see cref="TrickBook"/>; with one the host is the campaign's.</summary>
    public string Tricks { get; init; } = "";

    /// <summary>How often a notification is tried.</summary>
    public int MaxAttempts { get; init; } = 24;

    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether a first attempt fails: the same ones in each run, because a body's hash is its own.</summary>
    public static bool Fails(string bodyHash, int oneIn)
    {
        ArgumentNullException.ThrowIfNull(bodyHash);
        return oneIn > 0 && Convert.ToInt32(bodyHash[..4], 16) % oneIn == 0;
    }

    internal DbDataSource OpenSource(HostFaults faults) =>
        Database == NotificationDatabase.PostgreSql
            ? NpgsqlDataSource.Create(ConnectionString)
            : new FaultySource(ConnectionString, faults);
}
