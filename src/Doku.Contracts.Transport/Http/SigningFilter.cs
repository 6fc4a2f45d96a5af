using Microsoft.Extensions.Http;

namespace Doku.Contracts.Transport;

/// <summary>
/// Wraps the primary handler of DOKU's clients. A handler added to the builder instead would stand above any retrying
/// handler that is added after it, and then one signature and time stamp would serve every attempt.
/// </summary>
internal sealed class SigningFilter(TimeProvider timeProvider) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (DokuClientName.IsDoku(builder.Name))
            {
                builder.PrimaryHandler = new SigningHandler(builder.PrimaryHandler, timeProvider);
            }
        };
}
