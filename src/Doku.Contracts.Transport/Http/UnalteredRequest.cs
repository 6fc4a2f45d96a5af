namespace Doku.Contracts.Transport;

/// <summary>Holds a message to the call that it carries: what is signed is what is sent, and to nobody else.</summary>
internal static class UnalteredRequest
{
    /// <exception cref="AlteredRequestException">A handler replaced the method, the address or the body.</exception>
    internal static void Ensure(HttpRequestMessage request, DokuExchange exchange)
    {
        if (
            (request.Content as PooledBodyContent)?.Body != exchange.Body
            || (exchange.Body is null && request.Content is not null)
        )
        {
            throw new AlteredRequestException(
                "A handler replaced the body of a call to DOKU; the bytes that are signed must be those that are sent."
            );
        }

        if (request.Method != exchange.Method)
        {
            throw new AlteredRequestException("A handler replaced the method of a call to DOKU.");
        }

        if (
            request.RequestUri is not { IsAbsoluteUri: true } address
            || Origin(address) != Origin(exchange.Address)
            || (request.Headers.Host is { } host && host != exchange.Address.Authority)
        )
        {
            throw new AlteredRequestException(
                "A handler replaced the scheme, host or port of a call to DOKU: set BaseAddress instead."
            );
        }

        if (address.PathAndQuery != exchange.Address.PathAndQuery)
        {
            throw new AlteredRequestException(
                "A handler replaced the path of a call to DOKU, which is part of the signature."
            );
        }
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
