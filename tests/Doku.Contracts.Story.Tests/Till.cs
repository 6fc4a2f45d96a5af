using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Resilience;
using Doku.Contracts.Runtime;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Story.Tests;

/// <summary>The shop's side that calls: client, retries and recovery as a shop registers them.</summary>
internal sealed class Till : IAsyncDisposable
{
    // A shop asks on until it knows. At these odds a handful of rounds is a lot.
    private const int MostRounds = 25;

    private readonly ServiceProvider _services;
    private readonly IKredivoClient _kredivo;
    private readonly IContractRecovery<GenerateOrderRequest, GenerateOrderResponse> _recovery;

    internal Till(DokuSandbox sandbox, StoryClock clock)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new RecoveryLimits { MaxTime = StoryClock.RecoveryLimit });
        services
            .AddDoku(options =>
            {
                options.ClientId = sandbox.ClientId;
                options.SecretKey = sandbox.SecretKey;
                options.BaseAddress = new Uri("http://localhost");
                options.Timeout = StoryClock.CallLimit;
            })
            // The breaker makes one order's story depend on another's; the retries' own tests hold it.
            .AddResilience(options =>
            {
                options.AttemptTimeout = StoryClock.AttemptLimit;
                options.BreakAfter = int.MaxValue;
                // Whether one attempt more fits into a call's time must not be left to chance.
                options.Spread = () => 0.5;
            })
            .HttpClient.ConfigurePrimaryHttpMessageHandler(sandbox.CreateHandler);
        _services = services.BuildServiceProvider();
        _kredivo = _services.GetRequiredService<IKredivoClient>();
        _recovery = _services.GetRequiredService<
            IContractRecovery<GenerateOrderRequest, GenerateOrderResponse>
        >();
    }

    /// <summary>Places an order, and finds out what became of it where the answer was lost.</summary>
    /// <returns>Whether DOKU has it, and after how many recoveries that was known; -1 when it never was.</returns>
    internal async Task<(bool IsAccepted, int Recoveries)> PlaceAsync(
        GenerateOrderRequest order,
        string requestId,
        CancellationToken cancellationToken
    )
    {
        var outcome = await _kredivo.GenerateOrderAsync(
            order,
            new ContractCall { RequestId = requestId },
            cancellationToken
        );
        if (outcome is not OutcomeUnknown<GenerateOrderResponse> unknown)
        {
            return (outcome is Accepted<GenerateOrderResponse>, 0);
        }

        var recovered = await _recovery.RecoverAsync(unknown, order, cancellationToken);
        for (var round = 1; round <= MostRounds; round++)
        {
            if (recovered is not OutcomeUnknown<RecoveredOrder<GenerateOrderResponse>>)
            {
                return (recovered is Accepted<RecoveredOrder<GenerateOrderResponse>>, round);
            }

            recovered = await _recovery.RecoverAsync(requestId, order, cancellationToken);
        }
        return (false, -1);
    }

    /// <summary>Asks for an order's status until there is an answer; null when there never was.</summary>
    internal async Task<PaylaterStatus?> CheckAsync(
        string invoice,
        CancellationToken cancellationToken
    )
    {
        for (var round = 1; round <= MostRounds; round++)
        {
            var outcome = await _kredivo.CheckStatusAsync(invoice, cancellationToken);
            if (outcome is Accepted<OrderStatusResponse> { Value.Transaction.Status: { } status })
            {
                return status;
            }
        }
        return null;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
