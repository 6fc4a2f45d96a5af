using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Doku.Contracts.Sandbox.Http;

/// <summary>Writes an answer, and spoils it on the way where a fault was asked for.</summary>
internal sealed class FaultedAnswer(SandboxContext sandbox)
{
    private static readonly byte[] GatewayHtml = Encoding.UTF8.GetBytes(
        "<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n<center><h1>502 Bad Gateway</h1></center>\n</body>\n</html>\n"
    );

    /// <summary>The answer of a fault that comes before anything is done; null when the call is to be carried out.</summary>
    internal static ApiAnswer? InsteadOfWork(SandboxFault? fault) =>
        fault switch
        {
            SandboxFault.DropBeforeCommit => new ApiAnswer(0, []),
            SandboxFault.ServerError => ApiAnswer.Error(
                StatusCodes.Status500InternalServerError,
                "internal_server_error",
                "something went wrong"
            ),
            SandboxFault.TooManyRequests => ApiAnswer.Error(
                StatusCodes.Status429TooManyRequests,
                "too_many_requests",
                "too many requests"
            ),
            _ => null,
        };

    /// <summary>What a fault puts in the answer's place, after the work is done; null when it leaves it.</summary>
    internal static ApiAnswer? InsteadOfAnswer(SandboxFault? fault) =>
        fault == SandboxFault.GatewayPage
            ? new ApiAnswer(StatusCodes.Status502BadGateway, GatewayHtml)
            : null;

    internal static void SetHeaders(HttpResponse response, ApiAnswer answer, SandboxFault? fault)
    {
        response.StatusCode = answer.Status == 0 ? StatusCodes.Status200OK : answer.Status;
        response.ContentType = fault == SandboxFault.GatewayPage ? "text/html" : "application/json";
        response.ContentLength = answer.Body.Length;
        if (fault == SandboxFault.TooManyRequests)
        {
            response.Headers.RetryAfter = "1";
        }
    }

    internal async Task WriteAsync(HttpContext context, ApiAnswer answer, SandboxFault? fault)
    {
        switch (fault)
        {
            case SandboxFault.DropBeforeCommit or SandboxFault.DropAfterCommit:
                HangUp(context);
                return;
            case SandboxFault.ConnectionReset:
                context.Abort();
                return;
            case SandboxFault.TruncatedBody:
                await context.Response.Body.WriteAsync(
                    answer.Body.AsMemory(0, answer.Body.Length / 2)
                );
                await context.Response.Body.FlushAsync();
                HangUp(context);
                return;
            case SandboxFault.SlowHeaders when !await WaitAsync(context):
                return;
            default:
                await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
                return;
        }
    }

    /// <summary>False when the caller gave up before.</summary>
    private async Task<bool> WaitAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(sandbox.Faults.Delay, sandbox.Clock, context.RequestAborted);
            return true;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Ends the connection as a process does that dies: the other side reads the end of the stream.</summary>
    private static void HangUp(HttpContext context)
    {
        context.Features.Get<IConnectionSocketFeature>()?.Socket.Shutdown(SocketShutdown.Send);
        context.Abort();
    }
}
