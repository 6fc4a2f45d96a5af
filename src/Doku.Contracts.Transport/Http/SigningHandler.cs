namespace Doku.Contracts.Transport;

/// <summary>
/// Signs each attempt anew, with a fresh time stamp and the call's one Request-Id. Stands directly on the primary
/// handler, below every handler that a program adds.
/// </summary>
internal sealed class SigningHandler(HttpMessageHandler primary, TimeProvider timeProvider)
    : DelegatingHandler(WithoutRedirects(primary))
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Options.TryGetValue(DokuExchange.Key, out var exchange))
        {
            throw new AlteredRequestException(
                "This HttpClient carries contracts only: make calls through IContractTransport."
            );
        }

        UnalteredRequest.Ensure(request, exchange);
        Sign(request, exchange);
        // A handler below that follows redirects changes the message and writes its body again: not to another address.
        if (request.Content is PooledBodyContent content)
        {
            content.BeforeWriting = () => UnalteredRequest.Ensure(request, exchange);
        }

        var attempt = exchange.BeginAttempt();
        try
        {
            var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            EnsureFromThere(answer, request, exchange);
            attempt.Answered(answer);
            return answer;
        }
        catch (Exception exception)
        {
            attempt.Failed(exception);
            throw;
        }
        finally
        {
            CallInstruments.CountAttempt(exchange.Operation, attempt.Status);
        }
    }

    // Without this the base class would send unsigned.
    protected override HttpResponseMessage Send(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException("DOKU's client is asynchronous.");

    private void Sign(HttpRequestMessage request, DokuExchange exchange)
    {
        if (exchange.Body is { } held && !held.TryHold())
        {
            throw new IOException("The call has ended; it can't be attempted again.");
        }

        try
        {
            var message = new SignedMessage
            {
                ClientId = exchange.ClientId,
                RequestId = exchange.RequestId,
                Timestamp = HeaderText.Stamp(timeProvider.GetUtcNow()),
                RequestTarget = exchange.RequestTarget,
            };
            if (exchange.Body is { } body)
            {
                message = message with { Body = body.Memory };
            }

            // A retrying handler sends the same message again, with the headers of the attempt before.
            Replace(request, DokuHeaders.ClientId, message.ClientId);
            Replace(request, DokuHeaders.RequestId, message.RequestId);
            Replace(request, DokuHeaders.RequestTimestamp, message.Timestamp);
            Replace(
                request,
                DokuHeaders.Signature,
                DokuSignature.Compute(message, exchange.SigningKey)
            );
        }
        finally
        {
            exchange.Body?.Release();
        }
    }

    private static void Replace(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }

    // A redirect leads to an address that nobody signed, and takes signature and personal data there.
    private static HttpMessageHandler WithoutRedirects(HttpMessageHandler primary)
    {
        switch (primary)
        {
            case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                sockets.AllowAutoRedirect = false;
                break;
            case HttpClientHandler { AllowAutoRedirect: true } client:
                client.AllowAutoRedirect = false;
                break;
        }

        return primary;
    }

    // A call without a body is seen only when its answer is there.
    private static void EnsureFromThere(
        HttpResponseMessage answer,
        HttpRequestMessage request,
        DokuExchange exchange
    )
    {
        try
        {
            UnalteredRequest.Ensure(request, exchange);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
