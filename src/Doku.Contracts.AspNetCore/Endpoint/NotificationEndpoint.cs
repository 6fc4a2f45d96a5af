using System.Diagnostics;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// One notification endpoint: reads the body, verifies it, and hands it on. No answer has a body, and all refusals are
/// alike in status and headers: a forger learns nothing.
/// </summary>
internal sealed class NotificationEndpoint(
    string name,
    DokuNotificationOptions settings,
    IOptionsMonitor<DokuOptions> accounts,
    INotificationReceiver receiver,
    TimeProvider timeProvider,
    ILogger logger
)
{
    internal async Task HandleAsync(HttpContext context)
    {
        using var activity = NotificationTelemetry.StartReceiving();
        context.Response.StatusCode = await AnswerAsync(context, activity);
    }

    private async ValueTask<int> AnswerAsync(HttpContext context, Activity? activity)
    {
        if (NotificationContent.FaultOf(context.Request.Headers) is { } contentFault)
        {
            return Refuse(contentFault, activity);
        }

        var (body, bodyFault) = await NotificationBody.ReadAsync(
            context,
            settings.MaxBodyBytes,
            settings.BodyTimeout,
            timeProvider
        );
        if (body is null)
        {
            return Refuse(bodyFault!, activity);
        }

        DokuOptions account;
        try
        {
            account = accounts.Get(settings.Merchant);
        }
        catch (OptionsValidationException exception)
        {
            NotificationLog.OptionsWrong(logger, exception, settings.Merchant);
            NotificationTelemetry.Received(activity, "unavailable");
            return StatusCodes.Status503ServiceUnavailable;
        }

        var now = timeProvider.GetUtcNow();
        var fault = NotificationVerifier.Verify(
            context.Request.Headers,
            body,
            settings.RequestTarget
                ?? NotificationTarget.Of(context, account.RequestTargetIncludesQuery),
            account,
            settings.Freshness,
            now,
            settings.ReceivedAt is { } tell ? tell(context) : now,
            out var envelope
        );
        if (envelope is null)
        {
            return Refuse(RefusalFault.Of(fault), activity);
        }

        var key = NotificationKey.Of(account.ClientId, name, body);
        return await receiver.ReceiveAsync(key, envelope, context.RequestServices, activity);
    }

    private int Refuse(string fault, Activity? activity)
    {
        if (fault == RefusalFault.TooLarge)
        {
            NotificationLog.TooLarge(logger, settings.MaxBodyBytes);
        }
        else
        {
            NotificationLog.Refused(logger, fault);
        }

        NotificationTelemetry.Received(activity, "refused", fault);
        return StatusCodes.Status401Unauthorized;
    }
}
