using System.Text;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Transport.Tests.Http;

public sealed class AlteredRequestTests
{
    private static readonly Dictionary<string, Action<HttpRequestMessage>> Changes = new(
        StringComparer.Ordinal
    )
    {
        ["body"] = request => request.Content = new StringContent("{}", Encoding.UTF8),
        ["no body"] = request => request.Content = null,
        ["path"] = request => request.RequestUri = new Uri(request.RequestUri!, "/other"),
        ["scheme"] = request => request.RequestUri = Changed(request, it => it.Scheme = "http"),
        ["host"] = request => request.RequestUri = Changed(request, it => it.Host = "doku.example"),
        ["port"] = request => request.RequestUri = Changed(request, it => it.Port = 8443),
        ["user"] = request => request.RequestUri = Changed(request, it => it.UserName = "user"),
        ["host header"] = request => request.Headers.Host = "doku.example",
        ["method"] = request => request.Method = HttpMethod.Put,
        ["query"] = request => request.RequestUri = new Uri(request.RequestUri! + "?a=b"),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Refuses_to_sign_what_a_handler_changed(string change)
    {
        using var bench = Changing(Changes[change]);
        await Assert.ThrowsAsync<AlteredRequestException>(() => bench.SendAsync());
        Assert.Empty(bench.Doku.Sent);
    }

    [Fact]
    public async Task Refuses_to_sign_a_body_that_a_handler_added()
    {
        using var bench = Changing(Changes["body"]);
        await Assert.ThrowsAsync<AlteredRequestException>(() => bench.FindAsync());
        Assert.Empty(bench.Doku.Sent);
    }

    [Fact]
    public async Task Replaces_signed_headers_that_a_handler_brought()
    {
        using var bench = Changing(request =>
        {
            request.Headers.TryAddWithoutValidation("Request-Id", "forged");
            request.Headers.TryAddWithoutValidation("Signature", "forged");
        });
        var outcome = await bench.SendAsync();
        var sent = Assert.Single(bench.Doku.Sent);
        Assert.Equal(outcome.RequestId, sent.RequestId);
        Assert.StartsWith("HMACSHA256=", sent.Signature, StringComparison.Ordinal);
    }

    private static Uri Changed(HttpRequestMessage request, Action<UriBuilder> change)
    {
        var address = new UriBuilder(request.RequestUri!);
        change(address);
        return address.Uri;
    }

    private static Bench Changing(Action<HttpRequestMessage> change) =>
        new(doku => doku.HttpClient.AddHttpMessageHandler(() => new ChangingHandler(change)));

    private sealed class ChangingHandler(Action<HttpRequestMessage> change) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            change(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
