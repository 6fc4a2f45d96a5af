using Microsoft.Extensions.Http;

namespace Doku.Contracts.Transport;

/// <summary>
/// Puts the signature directly on the handler that sends. A handler added to the builder instead would stand above any
/// retrying handler that is added after it, and then one signature and time stamp would serve every attempt.
/// </summary>
internal sealed class SigningFilter(TimeProvider timeProvider) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (DokuClientName.IsDoku(builder.Name))
            {
                builder.PrimaryHandler = Sign(builder.PrimaryHandler);
            }
        };

    // A program's own filter may have wrapped the primary handler in one that tries again: below that, too.
    private HttpMessageHandler Sign(HttpMessageHandler primary)
    {
        if (primary is not DelegatingHandler { InnerHandler: { } inner } outer)
        {
            return new SigningHandler(primary, timeProvider);
        }

        // One that serves several merchants, or again after the factory's rotation, has its signature already.
        if (outer is not SigningHandler && Sign(inner) is var signed && signed != inner)
        {
            outer.InnerHandler = signed;
        }

        return outer;
    }
}
