using System.Buffers;
using System.IO.Pipelines;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Fuzz.Wire;

/// <summary>
/// The whole pipeline of MapDokuNotifications, routing included, without a server: what a server would refuse
/// by itself gets in here too.
/// </summary>
internal sealed class EndpointHost : IDisposable
{
    private readonly WebApplication _app;
    private readonly RequestDelegate _pipeline;
    private readonly IServiceScopeFactory _scopes;

    private EndpointHost(WebApplication app)
    {
        _app = app;
        app.UseRouting();
        app.UseEndpoints(_ => { });
        _pipeline = ((IApplicationBuilder)app).Build();
        _scopes = app.Services.GetRequiredService<IServiceScopeFactory>();
    }

    internal static EndpointHost Open<T>(
        Func<Verified<T>, NotificationScope, CancellationToken, Task> handler,
        Action<DokuNotificationOptions>? configure = null,
        Action<IServiceCollection>? services = null,
        DateTimeOffset? now = null,
        string pattern = Merchant.Path
    )
        where T : class, IContract<T>
    {
        var clock = new StillClock(now ?? Merchant.Now);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddLogging();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IServer, NoServer>();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddDoku(options =>
        {
            options.ClientId = Merchant.ClientId;
            options.SecretKey = Merchant.Secret;
            options.Environment = DokuEnvironment.Sandbox;
        });
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapDokuNotifications(pattern, handler, configure);
        return new EndpointHost(app);
    }

    /// <summary>Feeds a request. Everything is in memory, so nothing is waited for.</summary>
    internal WireAnswer Send(WireRequest request)
    {
        using var scope = _scopes.CreateScope();
        using var sent = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Response.Body = sent;
        context.Request.Method = request.Method;
        context.Request.Path = PathOf(request.SignedTarget);
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = request.Target;
        foreach (var (name, value) in request.Headers)
        {
            context.Request.Headers.Append(name, value);
        }

        GiveBody(context, request.Body);
        _pipeline(context).GetAwaiter().GetResult();
        context.Response.BodyWriter.FlushAsync().AsTask().GetAwaiter().GetResult();
        return new WireAnswer(
            context.Response.StatusCode,
            string.Join('\n', context.Response.Headers.Select(h => $"{h.Key}: {h.Value}")),
            sent.Length
        );
    }

    public void Dispose() => ((IDisposable)_app).Dispose();

    private static PathString PathOf(string target) =>
        // Routing sees the path decoded, as a server does it; what is signed is the raw one. A path with an encoded NUL
        // is turned away by the server; in here it counts as it stands.
        target.Contains('%') && !target.Contains("%00", StringComparison.Ordinal)
            ? PathString.FromUriComponent(target)
            : new PathString(target);

    // Bodies come in several ways: there already, in one piece or in several, or out of a stream bit by bit.
    private static void GiveBody(HttpContext context, byte[] body)
    {
        switch (body.Length % 3)
        {
            case 0:
                context.Request.Body = new MemoryStream(body, writable: false);
                break;
            case 1:
                SetPipe(context, new ReadOnlySequence<byte>(body));
                break;
            default:
                SetPipe(context, Segment.Split(body));
                break;
        }
    }

    private static void SetPipe(HttpContext context, ReadOnlySequence<byte> body) =>
        context.Features.Set<IRequestBodyPipeFeature>(new Pipe(PipeReader.Create(body)));

    private sealed class Pipe(PipeReader reader) : IRequestBodyPipeFeature
    {
        public PipeReader Reader => reader;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        internal static ReadOnlySequence<byte> Split(byte[] body)
        {
            var first = new Segment { Memory = body.AsMemory(0, body.Length / 2) };
            var second = new Segment
            {
                Memory = body.AsMemory(body.Length / 2),
                RunningIndex = body.Length / 2,
            };
            first.Next = second;
            return new ReadOnlySequence<byte>(first, 0, second, second.Memory.Length);
        }
    }
}
