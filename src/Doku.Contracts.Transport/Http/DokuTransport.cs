using Doku.Contracts.Runtime;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.Transport;

/// <summary>Carries one merchant's calls: the bytes that were validated are signed, and the bytes that were signed are sent.</summary>
internal sealed class DokuTransport(
    string merchant,
    IHttpClientFactory clients,
    IOptionsMonitor<DokuOptions> options,
    TimeProvider timeProvider,
    ILogger<DokuTransport> logger
) : IContractTransport
{
    // As many as one line of a log can tell.
    private const int MostPlaces = 10;

    public Task<ContractOutcome<TResponse>> SendAsync<TResponse>(
        ContractOperation<TResponse> operation,
        string target,
        ContractCall call,
        CancellationToken cancellationToken
    )
        where TResponse : class, IContract<TResponse> =>
        CarryAsync(operation, target, null, call, cancellationToken);

    public async Task<ContractOutcome<TResponse>> SendAsync<TRequest, TResponse>(
        ContractOperation<TRequest, TResponse> operation,
        string target,
        TRequest request,
        ContractCall call,
        CancellationToken cancellationToken
    )
        where TRequest : class, IContract<TRequest>
        where TResponse : class, IContract<TResponse>
    {
        ArgumentNullException.ThrowIfNull(request);
        var errors = ContractCodec.Validate(request);
        if (!errors.IsValid)
        {
            throw new ContractException(typeof(TRequest).Name, errors);
        }

        Review(operation, request);
        var body = new PooledBody();
        try
        {
            ContractCodec.Write(request, body);
            return await CarryAsync(operation, target, body, call, cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            body.Release();
        }
    }

    private void Review<TRequest, TResponse>(
        ContractOperation<TRequest, TResponse> operation,
        TRequest request
    )
        where TRequest : class, IContract<TRequest>
        where TResponse : class, IContract<TResponse>
    {
        var policy = options.Get(merchant).Advice;
        if (
            policy == AdvicePolicy.Ignore
            || (policy == AdvicePolicy.Log && !logger.IsEnabled(LogLevel.Information))
        )
        {
            return;
        }

        var advice = ContractCodec.Review(request);
        if (advice.IsValid)
        {
            return;
        }

        if (policy == AdvicePolicy.Refuse)
        {
            throw new ContractException(typeof(TRequest).Name, advice);
        }

        // No message of a finding: it may quote a character of a customer's name.
        var places = string.Join(
            ", ",
            advice.Take(MostPlaces).Select(a => $"{a.Pointer} [{a.Code}]")
        );
        TransportLog.Advised(logger, operation.Name, advice.Total, places);
    }

    private async Task<ContractOutcome<TResponse>> CarryAsync<TResponse>(
        ContractOperation<TResponse> operation,
        string target,
        PooledBody? body,
        ContractCall call,
        CancellationToken cancellationToken
    )
        where TResponse : class, IContract<TResponse>
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(call);
        cancellationToken.ThrowIfCancellationRequested();

        var account = options.Get(merchant);
        var keys = DokuKeyRing.Of(account);
        var exchange = Begin(account, keys, operation, target, body, call);
        using var report = new CallReport(logger, timeProvider, exchange);

        using var time = new CancellationTokenSource(account.Timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            time.Token
        );
        ContractOutcome<TResponse> outcome;
        try
        {
            var answer = await ExchangeAsync(exchange, keys, either.Token).ConfigureAwait(false);
            report.Answered(answer);
            outcome = AnswerJudge.Judge(answer, exchange, operation, timeProvider.GetUtcNow());
        }
        catch (AlteredRequestException) when (exchange.Attempts == 0)
        {
            throw;
        }
        catch (OperationCanceledException exception)
            when (cancellationToken.IsCancellationRequested)
        {
            report.GivenUp();
            throw new OperationCanceledException(
                $"The call was given up; it isn't known whether it took effect. Its Request-Id is {exchange.RequestId}.",
                exception,
                cancellationToken
            );
        }
        // Whatever failed, perhaps in a handler that the program added, must not hide that the order may exist.
        catch (Exception exception)
        {
            outcome = exchange.Unknown<TResponse>(
                exchange.ReasonOf(exception),
                timeProvider.GetUtcNow(),
                exception
            );
        }

        report.Ended(outcome);
        return outcome;
    }

    private DokuExchange Begin<TResponse>(
        DokuOptions account,
        DokuKeyRing keys,
        ContractOperation<TResponse> operation,
        string target,
        PooledBody? body,
        ContractCall call
    )
        where TResponse : class, IContract<TResponse>
    {
        var now = timeProvider.GetUtcNow();
        return new DokuExchange
        {
            Operation = operation.Name,
            Method = operation.Method,
            ClientId = account.ClientId,
            RequestId = RequestIdOf(call, now),
            IsRepeat = call.IsRepeat,
            Address = RequestTargets.Address(account.Host, target),
            RequestTarget = RequestTargets.Signed(target, account.RequestTargetIncludesQuery),
            SigningKey =
                keys.CurrentAt(now)
                ?? throw new InvalidOperationException(
                    $"No secret key of {account} counts at the moment: see NotBefore and NotAfter."
                ),
            Body = body,
        };
    }

    private static string RequestIdOf(ContractCall call, DateTimeOffset now)
    {
        if (call.RequestId is not { } requestId)
        {
            if (call.IsRepeat)
            {
                throw new ArgumentException(
                    "A repeat needs the Request-Id of the call that it repeats.",
                    nameof(call)
                );
            }

            return Guid.CreateVersion7(now).ToString();
        }

        return HeaderText.IsComponent(requestId, HeaderText.MaxRequestId)
            ? requestId
            : throw new ArgumentException(
                $"A Request-Id must be 1 to {HeaderText.MaxRequestId} visible ASCII characters.",
                nameof(call)
            );
    }

    private async Task<DokuAnswer> ExchangeAsync(
        DokuExchange exchange,
        DokuKeyRing keys,
        CancellationToken cancellationToken
    )
    {
        using var client = clients.CreateClient(DokuClientName.Of(merchant));
        using var message = new HttpRequestMessage(exchange.Method, exchange.Address);
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Options.Set(DokuExchange.Key, exchange);
        if (exchange.Body is { } body)
        {
            message.Content = new PooledBodyContent(body);
        }

        using var response = await client
            .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        return await DokuAnswer
            .ReadAsync(response, exchange, keys, timeProvider, cancellationToken)
            .ConfigureAwait(false);
    }
}
