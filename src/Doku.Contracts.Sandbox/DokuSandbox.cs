using System.Globalization;
using System.Security.Cryptography;
using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Notifications;
using Doku.Contracts.Sandbox.Orders;
using Doku.Contracts.Sandbox.Payment;
using Doku.Contracts.Sandbox.Schemas;
using Doku.Contracts.Sandbox.Signing;
using Microsoft.AspNetCore.Builder;

namespace Doku.Contracts.Sandbox;

/// <summary>
/// DOKU on this machine, for tests and demonstrations: takes signed orders over HTTP on 127.0.0.1, judges them by
/// the schema files, shows a payment page and sends signed notifications. Not a copy of DOKU's servers: it plays
/// what DOKU documents.
/// </summary>
public sealed class DokuSandbox : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly NotificationSender _sender;
    private readonly ExchangeRecorder _recorder;

    private DokuSandbox(DokuSandboxOptions options)
    {
        var clock = options.TimeProvider;
        ClientId = options.ClientId ?? NewClientId();
        SecretKey = options.SecretKey ?? NewSecretKey();
        var signer = new SandboxSigner(ClientId, SecretKey);
        _sender = new NotificationSender(signer, clock, options.NotificationUrl);
        _recorder = new ExchangeRecorder(clock, options.ExchangeCapacity);
        Orders = new SandboxOrderCollection();
        var files = SchemaFiles.Embedded;
        var desk = new OrderDesk(Orders, new SchemaJudge(files), _sender, clock, () => BaseAddress);
        var check = new SignatureCheck(signer, clock, options.ClockTolerance);
        _application = LoopbackServer.Build(
            options.Port,
            _recorder,
            SandboxOperation.ReadAll(files),
            new ApiEndpoint(signer, check, desk, clock),
            new PaymentEndpoint(Orders)
        );
    }

    /// <summary>Where the sandbox listens, with a slash at the end.</summary>
    public Uri BaseAddress { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The Client-Id that the sandbox knows.</summary>
    public string ClientId { get; }

    /// <summary>The secret key that belongs to <see cref="ClientId"/>.</summary>
    public string SecretKey { get; }

    /// <summary>The accepted orders.</summary>
    public SandboxOrderCollection Orders { get; }

    /// <summary>The latest requests with their bodies, oldest first. They hold what the client sent, unmasked.</summary>
    public IReadOnlyList<SandboxExchange> Exchanges => _recorder.Snapshot();

    /// <summary>Where notifications go; null sends none.</summary>
    /// <exception cref="ArgumentException">The address is not on this machine.</exception>
    public Uri? NotificationUrl
    {
        get => _sender.Url;
        set => _sender.Url = value;
    }

    /// <summary>While true, orders change but no notification leaves; one can be sent later by hand.</summary>
    public bool WithholdNotifications
    {
        get => _sender.Withhold;
        set => _sender.Withhold = value;
    }

    /// <summary>Starts a sandbox on 127.0.0.1.</summary>
    /// <param name="configure">Changes the options; null keeps the defaults.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="ArgumentException">An option is out of its limits, such as a notification URL elsewhere.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<DokuSandbox> StartAsync(
        Action<DokuSandboxOptions>? configure = null,
        CancellationToken cancellationToken = default
    )
    {
        var options = new DokuSandboxOptions();
        configure?.Invoke(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, 65535);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ExchangeCapacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ClockTolerance, TimeSpan.Zero);
        LoopbackUrl.Require(options.NotificationUrl, nameof(options.NotificationUrl));

        var sandbox = new DokuSandbox(options);
        try
        {
            await sandbox._application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await sandbox.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        sandbox.BaseAddress = LoopbackServer.AddressOf(sandbox._application);
        return sandbox;
    }

    /// <summary>Stops listening and closes open connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync().ConfigureAwait(false);
        _sender.Dispose();
    }

    private static string NewClientId() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"MCH-{RandomNumberGenerator.GetInt32(10_000):0000}-{RandomNumberGenerator.GetString("0123456789", 14)}"
        );

    private static string NewSecretKey() =>
        "SK-" + RandomNumberGenerator.GetHexString(32, lowercase: true);
}
