using Doku.Contracts.Sandbox.Schemas;
using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

/// <summary>The sandbox keeps its own side of the contract too.</summary>
public sealed class AnswerSchemaTests
{
    private static readonly SchemaJudge Judge = new(SchemaFiles.Embedded);

    [Fact]
    public async Task Its_answers_and_notifications_keep_to_the_schemas()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await DokuSandbox.StartAsync(
            options => options.NotificationUrl = inbox.Url(),
            TestContext.Current.CancellationToken
        );
        using var shop = new Shop(sandbox);

        var accepted = await shop.OrderAsync(Bodies.Valid());
        var refused = await shop.OrderAsync("{}"u8.ToArray(), "R-2");
        var conflict = await shop.OrderAsync("{}"u8.ToArray());
        var reused = await shop.OrderAsync(Bodies.Valid(), "R-3");
        await sandbox.Orders["INV-1"].DeclineAsync(TestContext.Current.CancellationToken);
        var status = await shop.StatusAsync("INV-1");

        Assert.Empty(Judge.Judge("kredivo/generate-order.response.schema.json", accepted.Body));
        Assert.All(
            [refused, conflict, reused],
            answer => Assert.Empty(Judge.Judge("common/error.schema.json", answer.Body))
        );
        Assert.Empty(Judge.Judge("common/order-status.schema.json", status.Body));
        var notification = Assert.Single(inbox.Received);
        Assert.Empty(Judge.Judge("common/paylater-notification.schema.json", notification.Body));
    }
}
