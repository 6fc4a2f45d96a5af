using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>Stands where the network would: keeps what was sent, and answers as it was told.</summary>
internal sealed class FakeDoku(FakeTimeProvider clock) : HttpMessageHandler
{
    internal const string ClientId = "MCH-0001-10791114622547";
    internal const string Secret = "SK-canary-secret";

    private readonly Lock _gate = new();

    internal List<SentRequest> Sent { get; } = [];

    /// <summary>Says how each attempt is answered; by default a signed success.</summary>
    internal Func<SentRequest, HttpResponseMessage> Answer { get; set; } =
        request => Signed(request, 200, """{"id":"answer"}""");

    /// <summary>Whether an attempt is left without any answer, while time goes by in such steps.</summary>
    internal Func<SentRequest, TimeSpan?> Silence { get; set; } = _ => null;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var sent = await SentRequest.ReadAsync(request);
        // A hedging handler sends several at once.
        lock (_gate)
        {
            Sent.Add(sent);
        }

        // Time goes by, so that an attempt with an old stamp shows.
        clock.Advance(TimeSpan.FromSeconds(1));
        if (Silence(sent) is { } step)
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                clock.Advance(step);
            }

            throw new OperationCanceledException(cancellationToken);
        }

        return Answer(sent);
    }

    internal static HttpResponseMessage Unsigned(int status, string body) =>
        new((HttpStatusCode)status)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };

    internal static HttpResponseMessage Signed(
        SentRequest request,
        int status,
        string body,
        AnswerForm? form = null
    )
    {
        form ??= new AnswerForm();
        var clientId = form.ClientId ?? request.One("Client-Id");
        var requestId = form.RequestId ?? request.RequestId;
        var target = form.Target ?? request.Address.AbsolutePath;
        var response = Unsigned(status, form.SentBody ?? body);
        var signature = Signer.Sign(
            form.Secret ?? Secret,
            form.StampName,
            clientId,
            requestId,
            form.Stamp,
            target,
            Encoding.UTF8.GetBytes(body)
        );
        foreach (
            var (name, value) in new[]
            {
                ("Client-Id", clientId),
                ("Request-Id", requestId),
                (form.StampName, form.Stamp),
                ("Signature", signature),
            }
        )
        {
            var times =
                name == form.Missing ? 0
                : name == form.Twice ? 2
                : 1;
            for (var i = 0; i < times; i++)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}

/// <summary>In what an answer differs from a rightly signed one.</summary>
internal sealed record AnswerForm
{
    public string? ClientId { get; init; }
    public string? RequestId { get; init; }
    public string? Target { get; init; }
    public string? Secret { get; init; }
    public string? SentBody { get; init; }
    public string Stamp { get; init; } = "2026-11-22T01:51:02Z";
    public string StampName { get; init; } = "Response-Timestamp";
    public string? Missing { get; init; }
    public string? Twice { get; init; }
}
