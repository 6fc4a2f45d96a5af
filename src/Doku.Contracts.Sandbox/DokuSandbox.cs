using Doku.Contracts.Sandbox.Clock;
using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Recording;

namespace Doku.Contracts.Sandbox;

/// <summary>
/// DOKU on this machine, for tests and demonstrations: takes signed orders over HTTP on 127.0.0.1, judges them by
/// the schema files, shows a payment page and sends signed notifications. Not a copy of DOKU's servers: it plays
/// what DOKU documents.
/// </summary>
public sealed class DokuSandbox : IAsyncDisposable
{
    private readonly SandboxHouse _house;

    private DokuSandbox(SandboxHouse house) => _house = house;

    /// <summary>Where the sandbox listens, with a slash at the end.</summary>
    public Uri BaseAddress => _house.Context.BaseAddress;

    /// <summary>The page that shows and steers the sandbox, for the browser of whoever sits at this machine.</summary>
    public Uri DashboardUrl => new(BaseAddress, "dashboard");

    /// <summary>The Client-Id of the first merchant.</summary>
    public string ClientId => Merchants.Default.ClientId;

    /// <summary>The secret key that belongs to <see cref="ClientId"/>.</summary>
    public string SecretKey => Merchants.Default.SecretKey;

    /// <summary>The merchants that the sandbox knows.</summary>
    public SandboxMerchantCollection Merchants => _house.Context.Merchants;

    /// <summary>The accepted orders.</summary>
    public SandboxOrderCollection Orders => _house.Orders;

    /// <summary>The notifications, with every attempt.</summary>
    public SandboxNotificationCollection Notifications => _house.Notifications.Notifications;

    /// <summary>The sandbox's clock, which can be put forward.</summary>
    public SandboxClock Clock => _house.Context.Clock;

    /// <summary>What is to go wrong.</summary>
    public SandboxFaults Faults => _house.Context.Faults;

    /// <summary>Everything that happens, numbered, for a live display.</summary>
    public SandboxEventLog Events => _house.Context.Events;

    /// <summary>The latest requests with their bodies, oldest first. They hold what the client sent, unmasked.</summary>
    public IReadOnlyList<SandboxExchange> Exchanges => _house.Exchanges.Snapshot();

    /// <summary>Where the first merchant's notifications go; null sends none.</summary>
    /// <exception cref="ArgumentException">The address is not on this machine.</exception>
    public Uri? NotificationUrl
    {
        get => Merchants.Default.NotificationUrl;
        set => Merchants.Default.NotificationUrl = value;
    }

    /// <summary>While true, orders change but no notification leaves; it can be sent later by hand.</summary>
    public bool WithholdNotifications
    {
        get => Notifications.IsHolding;
        set => Notifications.IsHolding = value;
    }

    /// <summary>Starts a sandbox on 127.0.0.1. As many as wanted may run at once.</summary>
    /// <param name="configure">Changes the options; null keeps the defaults.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="ArgumentException">An option is out of its limits, such as a notification URL elsewhere.</exception>
    /// <exception cref="InvalidDataException">The store is no file of this sandbox, or a schema file is not JSON.</exception>
    /// <exception cref="IOException">The port is taken, or another sandbox has the store open.</exception>
    public static async Task<DokuSandbox> StartAsync(
        Action<DokuSandboxOptions>? configure = null,
        CancellationToken cancellationToken = default
    )
    {
        var options = new DokuSandboxOptions();
        configure?.Invoke(options);
        Check(options);

        var house = SandboxHouse.Build(options);
        try
        {
            await house.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await house.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return new DokuSandbox(house);
    }

    /// <summary>
    /// A handler that leads to the sandbox without a socket: the whole of HTTP, in memory. The address of the request
    /// does not matter but for its path. The caller disposes it.
    /// </summary>
    public HttpMessageHandler CreateHandler() => _house.Memory.CreateHandler();

    /// <summary>
    /// Does a session again that <see cref="DokuSandboxOptions.RecordTo"/> recorded, best in a new sandbox with merchants
    /// of the same names: the same calls, signed anew, the same doings of customers, the same faults.
    /// </summary>
    /// <param name="path">The recorded session.</param>
    /// <param name="cancellationToken">Stops on the way.</param>
    /// <returns>Where it went another way than the recording.</returns>
    /// <exception cref="InvalidDataException">The file is no recorded session.</exception>
    public async Task<SandboxReplay> ReplayAsync(
        string path,
        CancellationToken cancellationToken = default
    )
    {
        using var http = new HttpMessageInvoker(CreateHandler());
        return await new SessionReplay(this, http)
            .RunAsync(path, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Stops listening, closes open connections and the store.</summary>
    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static void Check(DokuSandboxOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, 65535);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ExchangeCapacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.EventCapacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ClockTolerance, TimeSpan.Zero);
        LoopbackUrl.Require(options.NotificationUrl, nameof(options.NotificationUrl));
        foreach (var merchant in options.Merchants)
        {
            LoopbackUrl.Require(merchant.NotificationUrl, nameof(options.Merchants));
        }
        if (
            options
                .NotificationRetries.Zip(options.NotificationRetries.Skip(1))
                .Any(pair => pair.First >= pair.Second)
            || options.NotificationRetries.Any(retry => retry <= TimeSpan.Zero)
        )
        {
            throw new ArgumentException(
                "The retries count from the first attempt and rise.",
                nameof(options)
            );
        }
    }
}
