using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>One notification endpoint: verify, read, claim, handle, acknowledge.</summary>
internal sealed class NotificationEndpoint<T>(
    DokuNotificationOptions settings,
    INotificationLedger fallbackLedger,
    TimeProvider timeProvider,
    ILogger logger,
    Func<Verified<T>, IServiceProvider, CancellationToken, Task> handler
)
    where T : class, IContract<T>
{
    /// <summary>Answers a request. No answer has a body, and all refusals are alike: a forger learns nothing.</summary>
    internal async Task HandleAsync(HttpContext context)
    {
        var body = await NotificationBody.ReadAsync(
            context.Request.BodyReader,
            context.Request.ContentLength,
            settings.MaxBodyBytes,
            context.RequestAborted
        );
        if (body is null)
        {
            NotificationLog.TooLarge(logger, settings.MaxBodyBytes);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var account = context
            .RequestServices.GetRequiredService<IOptionsMonitor<DokuOptions>>()
            .Get(settings.Merchant);
        var target =
            settings.RequestTarget
            ?? NotificationTarget.Of(context, account.RequestTargetIncludesQuery);
        var fault = NotificationVerifier.Verify(
            context.Request.Headers,
            body,
            target,
            account,
            settings.Freshness,
            timeProvider.GetUtcNow(),
            out var envelope
        );
        if (envelope is null)
        {
            NotificationLog.Refused(logger, fault);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (
            !ContractCodec.TryParse<T>(
                body,
                ContractReadOptions.Lenient,
                out var value,
                out var errors
            )
        )
        {
            NotificationLog.Unreadable(
                logger,
                envelope.RequestId,
                typeof(T).Name,
                errors.Total,
                errors.Count > 0 ? errors[0].Code : ""
            );
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        context.Response.StatusCode = await WorkOnceAsync(
            context.RequestServices,
            NotificationKey.Of(account.ClientId, body),
            new Verified<T>(value, envelope)
        );
    }

    private async Task<int> WorkOnceAsync(
        IServiceProvider services,
        NotificationKey key,
        Verified<T> notification
    )
    {
        // Not the request's own token: when DOKU stops waiting, work that has begun is better finished, and then the
        // retry is acknowledged at once.
        var stopping =
            services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? default;
        var ledger = services.GetService<INotificationLedger>() ?? fallbackLedger;
        switch (await ledger.TryBeginAsync(key, stopping))
        {
            case LedgerEntryState.AlreadyDone:
                NotificationLog.AlreadyDone(logger, notification.RequestId);
                return StatusCodes.Status200OK;
            case LedgerEntryState.Begun:
                break;
            default:
                // Whether that work will succeed isn't known, so DOKU must ask again.
                NotificationLog.InProgress(logger, notification.RequestId);
                return StatusCodes.Status503ServiceUnavailable;
        }

        try
        {
            await handler(notification, services, stopping);
        }
        catch (Exception exception)
        {
            // Whatever the handler threw, DOKU's retry must find the notification free again.
            NotificationLog.HandlerFailed(logger, exception, notification.RequestId);
            await ledger.AbandonAsync(key, CancellationToken.None);
            return StatusCodes.Status500InternalServerError;
        }

        await ledger.CompleteAsync(key, CancellationToken.None);
        NotificationLog.Done(logger, notification.RequestId, notification.KeyId);
        return StatusCodes.Status200OK;
    }
}
