using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Sandbox.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Browser.Tests.Support;

/// <summary>A sandbox whose clock stands still, and a merchant with pages to come back to and ears for notifications.</summary>
internal sealed class Desk : IAsyncDisposable
{
    internal static readonly DateTimeOffset Start = new(2026, 11, 22, 3, 30, 0, TimeSpan.Zero);

    private readonly WebApplication _merchant;

    private Desk(WebApplication merchant) => _merchant = merchant;

    internal DokuSandbox Sandbox { get; private set; } = null!;

    internal Shop Shop { get; private set; } = null!;

    internal Uri Merchant { get; private set; } = null!;

    /// <summary>What the merchant answers to a notification.</summary>
    internal int Status { get; set; } = StatusCodes.Status200OK;

    /// <summary>Changes a notification's body on its way, as a proxy might.</summary>
    internal Func<byte[], byte[]> OnTheWay { get; set; } = body => body;

    internal ConcurrentQueue<string> Told { get; } = new();

    internal static async Task<Desk> StartAsync(
        Action<DokuSandboxOptions>? configure = null,
        bool notifies = true
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(server => server.Listen(System.Net.IPAddress.Loopback, 0));
        var desk = new Desk(builder.Build());
        desk._merchant.Run(desk.AnswerAsync);
        await desk._merchant.StartAsync(TestContext.Current.CancellationToken);
        desk.Merchant = new Uri(
            desk._merchant.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.Single()
        );
        desk.Sandbox = await DokuSandbox.StartAsync(
            options =>
            {
                options.StoppedAt = Start;
                options.MerchantName = "toko-kopi";
                options.ClientId = "MCH-0042-10981234567890";
                options.NotificationUrl = notifies
                    ? new Uri(desk.Merchant, "/notifications")
                    : null;
                configure?.Invoke(options);
            },
            TestContext.Current.CancellationToken
        );
        desk.Shop = new Shop(desk.Sandbox);
        return desk;
    }

    /// <summary>Places an order of a marketplace that leads back to this merchant; gives its payment page.</summary>
    internal Task<string> PlaceAsync(
        string invoice = "INV-2026-0001",
        Action<JsonNode>? change = null
    ) => Shop.PlaceAsync(Body(invoice, change), "R-" + invoice);

    internal byte[] Body(string invoice, Action<JsonNode>? change = null) =>
        Bodies.With(body =>
        {
            var order = body["order"]!;
            order["invoice_number"] = invoice;
            order["callback_url"] = new Uri(Merchant, "/done").AbsoluteUri;
            order["callback_url_cancel"] = new Uri(Merchant, "/cart").AbsoluteUri;
            order["line_items"]![0]!["parent_type"] = "SELLER";
            order["line_items"]![0]!["parent_id"] = "S-1";
            order["line_items"]!
                .AsArray()
                .Add(
                    JsonNode.Parse(
                        """
                        {"name":"Cangkir enamel motif kawung","price":64500,"quantity":4,"id":"CE-4","type":"HOME",
                        "url":"https://toko.example/p/ce-4","parent_type":"SELLER","parent_id":"S-2"}
                        """
                    )
                );
            order["line_items"]!
                .AsArray()
                .Add(
                    JsonNode.Parse(
                        """
                        {"name":"Ongkos kirim","price":22000,"quantity":1,"id":"shippingfee","type":"FEE",
                        "url":"https://toko.example/kirim"}
                        """
                    )
                );
            order["amount"] = 450000;
            body["sellers"] = JsonNode.Parse(
                """[{"id":"S-1","name":"Koperasi Tani Gayo"},{"id":"S-2","name":"CV Cahaya Abadi"}]"""
            );
            change?.Invoke(body);
        });

    public async ValueTask DisposeAsync()
    {
        Shop.Dispose();
        await Sandbox.DisposeAsync();
        await _merchant.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/favicon.ico")
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(
                $"<!DOCTYPE html><html lang=\"en\"><title>Shop</title><h1>The shop at {context.Request.Path}</h1></html>",
                context.RequestAborted
            );
            return;
        }
        using var kept = new MemoryStream();
        await context.Request.Body.CopyToAsync(kept, context.RequestAborted);
        var body = OnTheWay(kept.ToArray());
        context.Response.StatusCode = Holds(context.Request, body)
            ? Status
            : StatusCodes.Status401Unauthorized;
        Told.Enqueue(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(string?)JsonNode.Parse(body)!["transaction"]!["status"]} {context.Response.StatusCode}"
            )
        );
    }

    private bool Holds(HttpRequest request, byte[] body) =>
        request.Headers["Signature"]
        == WireSigner.Sign(
            Sandbox.SecretKey,
            body,
            ("Client-Id", Sandbox.ClientId),
            ("Request-Id", request.Headers["Request-Id"].ToString()),
            ("Request-Timestamp", request.Headers["Request-Timestamp"].ToString()),
            ("Request-Target", request.Path.Value!)
        );
}
