using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;
using MerchantShop;

// A shop that sells coffee by Kredivo: an order each POST, and the notifications. Settings come from "Doku".
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDoku(builder.Configuration.GetSection("Doku"));
builder.Services.AddSingleton<OrderBook>();
var app = builder.Build();

app.MapPost(
    "/orders/{invoice}",
    async (
        string invoice,
        OrderBook book,
        IKredivoClient kredivo,
        TimeProvider clock,
        CancellationToken stop
    ) =>
    {
        // Stored before the call: what was sent, and under which Request-Id, is all that a recovery needs.
        var order = book.Add(Coffee.Order(invoice), clock);
        var call = new ContractCall { RequestId = order.RequestId };
        var outcome = await kredivo.GenerateOrderAsync(order.Request, call, stop);
        book.SetState(
            invoice,
            outcome.Match(_ => "PENDING", _ => "REFUSED", _ => "BEING CONFIRMED")
        );
        return book.View(invoice);
    }
);

// In a real shop a background job does this for each order whose outcome isn't known.
app.MapPost(
    "/orders/{invoice}/recovery",
    async (
        string invoice,
        OrderBook book,
        IContractRecovery<GenerateOrderRequest, GenerateOrderResponse> recovery,
        CancellationToken stop
    ) =>
    {
        var order = book.Find(invoice);
        var outcome = await recovery.RecoverAsync(order.RequestId, order.Request, stop);
        book.SetState(
            invoice,
            outcome.Match(
                one => one.Value.Status?.Value ?? "PENDING",
                _ => "REFUSED",
                _ => "BEING CONFIRMED"
            )
        );
        return book.View(invoice);
    }
);

app.MapGet("/orders/{invoice}", (string invoice, OrderBook book) => book.View(invoice));

app.MapDokuNotifications<PaylaterNotification>(
    "/payments/notifications",
    (notification, scope, stop) =>
        scope.Services.GetRequiredService<OrderBook>().TakeAsync(notification.Value, scope, stop)
);

app.Run();
