using Doku.Contracts.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>A program with one merchant whose network is a <see cref="FakeDoku"/>.</summary>
internal sealed class Bench : IDisposable
{
    private readonly ServiceProvider _services;

    internal Bench(
        Action<DokuBuilder>? extend = null,
        Action<IServiceCollection>? before = null,
        Action<IServiceCollection>? after = null,
        Action<DokuOptions>? configure = null,
        FakeTimeProvider? clock = null
    )
    {
        Clock = clock ?? new FakeTimeProvider(Start);
        Doku = new FakeDoku(Clock);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        before?.Invoke(services);
        var builder = services.AddDoku(options =>
        {
            options.ClientId = FakeDoku.ClientId;
            options.SecretKey = FakeDoku.Secret;
            options.Environment = DokuEnvironment.Sandbox;
            configure?.Invoke(options);
        });
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => Doku);
        extend?.Invoke(builder);
        after?.Invoke(services);
        _services = services.BuildServiceProvider();
        Transport = _services.GetRequiredService<IContractTransport>();
    }

    internal static DateTimeOffset Start { get; } = new(2026, 11, 22, 1, 51, 0, TimeSpan.Zero);

    internal FakeTimeProvider Clock { get; }

    internal IServiceProvider Services => _services;

    internal LogKeeper Log { get; } = new();

    internal FakeDoku Doku { get; }

    internal IContractTransport Transport { get; }

    internal Task<ContractOutcome<Parcel>> SendAsync(
        string id = "P-1",
        string? requestId = null,
        CancellationToken? cancellationToken = null,
        bool isRepeat = false
    ) =>
        Transport.SendAsync(
            Parcel.Send,
            Parcel.Send.Path,
            new Parcel(id),
            new ContractCall { RequestId = requestId, IsRepeat = isRepeat },
            cancellationToken ?? TestContext.Current.CancellationToken
        );

    internal Task<ContractOutcome<Parcel>> FindAsync(string target = "/parcels/v1/P-1") =>
        Transport.SendAsync(
            Parcel.Find,
            target,
            new ContractCall(),
            TestContext.Current.CancellationToken
        );

    public void Dispose() => _services.Dispose();
}
