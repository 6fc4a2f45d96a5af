using System.Buffers;
using System.Text.Json;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Channels.Tests.Support;

/// <summary>A contract whose orders can be recovered, with what its files say of it and no word of C#.</summary>
internal abstract class Channel(string name)
{
    internal static IReadOnlyList<Channel> All { get; } = ChannelFinder.Find();

    /// <summary>The contract's name: the part before the dot of an operation's name.</summary>
    internal string Name { get; } = name;

    internal static Channel Of(string name) => All.Single(channel => channel.Name == name);

    /// <summary>The valid examples of the request.</summary>
    internal abstract IReadOnlyList<byte[]> Examples { get; }

    /// <summary>Places the order of a request.</summary>
    internal abstract Task<Placed> PlaceAsync(
        IServiceProvider services,
        byte[] request,
        ContractCall call
    );

    /// <summary>Recovers a call after its outcome was lost.</summary>
    internal abstract Task<Placed> RecoverAsync(
        IServiceProvider services,
        byte[] request,
        string requestId
    );

    /// <summary>A response that repeats a request, but for one member at most.</summary>
    /// <param name="request">The request.</param>
    /// <param name="altered">The number of the echo that differs; -1 for none.</param>
    internal abstract byte[]? Echo(byte[] request, int altered);
}

/// <summary>How a call ended, and the response's JSON where there is one.</summary>
internal sealed record Placed(string Outcome, JsonElement Response, Uri? Page);

internal sealed class Channel<TClient, TRequest, TResponse, TReport>(
    ContractSettlement<TClient, TRequest, TResponse, TReport> settlement
) : Channel(settlement.Operation.Name.Split('.')[0])
    where TClient : class
    where TRequest : class, IContract<TRequest>
    where TResponse : class, IContract<TResponse>
    where TReport : class, IContract<TReport>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal override IReadOnlyList<byte[]> Examples { get; } =
        ChannelFiles.Examples(settlement.Operation.Name.Split('.')[0], typeof(TRequest).Name);

    internal override async Task<Placed> PlaceAsync(
        IServiceProvider services,
        byte[] request,
        ContractCall call
    )
    {
        var client = services.GetRequiredService<TClient>();
        var outcome = await settlement.Send(client, Read(request), call, Cancel);
        return Describe(outcome, accepted => accepted);
    }

    internal override async Task<Placed> RecoverAsync(
        IServiceProvider services,
        byte[] request,
        string requestId
    )
    {
        var recovery = services.GetRequiredService<IContractRecovery<TRequest, TResponse>>();
        var outcome = await recovery.RecoverAsync(requestId, Read(request), Cancel);
        return Describe(outcome, accepted => accepted.Response!);
    }

    internal override byte[]? Echo(byte[] request, int altered)
    {
        var echoes = settlement.Operation.Echoes;
        return altered >= echoes.Count
            ? null
            : JsonTree.Build(
                JsonElement.Parse(request),
                echoes.Select((echo, i) => (echo.Response, echo.Request, i == altered))
            );
    }

    private static TRequest Read(byte[] request)
    {
        Assert.True(
            ContractCodec.TryRead<TRequest>(
                request,
                ContractReadOptions.Strict,
                out var value,
                out var errors
            ),
            errors.ToString()
        );
        return value;
    }

    private Placed Describe<T>(ContractOutcome<T> outcome, Func<T, TResponse> response)
        where T : class =>
        outcome.Match(
            accepted =>
            {
                var json = JsonElement.Parse(Write(response(accepted.Value)));
                var page = settlement
                    .Operation.ResponseMembers.Where(m => m.Role == ContractRoles.PaymentPage)
                    .Select(m => JsonTree.Find(json, m.Pointer)?.GetString())
                    .FirstOrDefault(text => text is not null);
                return new Placed(
                    accepted.IsReplay ? "replayed" : "accepted",
                    json,
                    page is null ? null : new Uri(page)
                );
            },
            refused => new Placed($"refused {refused.Refusal}", default, null),
            unknown => new Placed($"unknown {unknown.Reason}", default, null)
        );

    private static ReadOnlySpan<byte> Write(TResponse response)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ContractCodec.Write(response, buffer);
        return buffer.WrittenSpan;
    }
}
