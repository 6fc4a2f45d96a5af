using Doku.Contracts.Sandbox.Clock;
using Doku.Contracts.Sandbox.Dashboard;
using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Http.Memory;
using Doku.Contracts.Sandbox.Notifications;
using Doku.Contracts.Sandbox.Orders;
using Doku.Contracts.Sandbox.Payment;
using Doku.Contracts.Sandbox.Recording;
using Doku.Contracts.Sandbox.Schemas;
using Doku.Contracts.Sandbox.Signing;
using Doku.Contracts.Sandbox.Store;
using Microsoft.AspNetCore.Builder;

namespace Doku.Contracts.Sandbox;

/// <summary>The parts of a sandbox, put together and taken apart.</summary>
internal sealed class SandboxHouse : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly SessionRecorder? _recorder;
    private readonly ReplyLedger _replies;
    private readonly StoredState _stored;

    private SandboxHouse(DokuSandboxOptions options, ISandboxStore store)
    {
        var schemas = SchemaSet.WithFolder(options.SchemaFolder);
        _stored = store.Load(options.ExchangeCapacity);
        var merchants = new SandboxMerchantCollection(store);
        MerchantsOf.Add(merchants, options, _stored);
        _recorder = options.RecordTo is { } file
            ? new SessionRecorder(file, schemas, id => merchants.FindByClientId(id)?.Name)
            : null;
        Context = new SandboxContext
        {
            Clock = new SandboxClock(
                options.StoppedAt is { } moment ? new StoppedTime(moment) : options.TimeProvider,
                _stored.ClockOffset
            ),
            Store = store,
            Schemas = schemas,
            Events = new SandboxEventLog(options.EventCapacity, one => _recorder?.Take(one)),
            Faults = new SandboxFaults(),
            Merchants = merchants,
        };
        Context.Clock.Advanced = TellAdvance;
        Notifications = new NotificationDesk(
            Context,
            options.NotificationRetries,
            options.NotifyExpiry
        );
        Exchanges = new ExchangeLog(Context, options.ExchangeCapacity);
        _replies = new ReplyLedger(store);
        _application = BuildServer(options, schemas);
    }

    internal SandboxContext Context { get; }

    internal SandboxOrderCollection Orders { get; } = new();

    internal NotificationDesk Notifications { get; }

    internal ExchangeLog Exchanges { get; }

    internal MemoryTransport Memory { get; } = new();

    internal static SandboxHouse Build(DokuSandboxOptions options)
    {
        ISandboxStore store = options.StorePath is { } path
            ? new SqliteStore(path)
            : new MemoryStore();
        try
        {
            return new SandboxHouse(options, store);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request can come; what fell due meanwhile waits for the address.
        StoredOrders.Restore(_stored, Context, Orders, Notifications, _replies);
        Exchanges.Restore(_stored.Exchanges);
        await _application.StartAsync(cancellationToken).ConfigureAwait(false);
        Context.BaseAddress = LoopbackServer.AddressOf(_application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync().ConfigureAwait(false);
        try
        {
            await Notifications.SettleAsync().ConfigureAwait(false);
            await Context.Clock.CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            Notifications.Dispose();
            Context.Events.Close();
            _recorder?.Dispose();
            Context.Store.Dispose();
        }
    }

    private WebApplication BuildServer(DokuSandboxOptions options, SchemaSet schemas)
    {
        var desk = new OperationDesk(Context, Orders, Notifications, _replies);
        var check = new SignatureCheck(
            Context.Merchants,
            Context.Clock,
            options.ClockTolerance,
            path =>
                schemas.Operations.Select(one => one.Path).Where(other => other != path).ToList(),
            Exchanges.RequestIds
        );
        return LoopbackServer.Build(
            options.UseSocket ? options.Port : null,
            Memory,
            new ExchangeRecorder(Context.Clock, Exchanges),
            schemas.Operations,
            new ApiEndpoint(Context, check, desk, Orders, Exchanges),
            new PaymentEndpoint(Context, Orders),
            new DashboardEndpoint(Context, Orders, Notifications.Notifications, Exchanges)
        );
    }

    private void TellAdvance(TimeSpan time)
    {
        Context.Store.SaveClock(Context.Clock.Offset);
        Context.Events.Add(
            new SandboxEvent
            {
                At = Context.Now,
                Kind = SandboxEventKind.ClockAdvanced,
                Advanced = time,
            }
        );
    }
}
