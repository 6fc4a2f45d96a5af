using System.Collections.Concurrent;
using System.Text;
using Doku.Contracts.Common;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;

namespace Doku.Contracts.AspNetCore.Tests.Support;

/// <summary>DOKU as a test wants it to be asked about orders.</summary>
internal sealed class FakeStatusCheck(TimeProvider clock) : IOrderStatusCheck
{
    private const string RequestId = "question-1";

    internal ConcurrentQueue<(string Invoice, DateTimeOffset At)> Asked { get; } = new();

    internal Func<string, ContractOutcome<OrderReport>> Answer { get; set; } =
        _ => Says(PaylaterStatus.Pending);

    internal static ContractOutcome<OrderReport> Says(
        PaylaterStatus status,
        string body = """{"id":"INV-1"}"""
    ) =>
        new Accepted<OrderReport>(
            RequestId,
            new OrderReport(status, Encoding.UTF8.GetBytes(body)),
            isReplay: false
        );

    internal static ContractOutcome<OrderReport> Nothing { get; } =
        new OutcomeUnknown<OrderReport>(RequestId, UnknownReason.ConnectionLost);

    public Task<ContractOutcome<OrderReport>> CheckAsync(
        string invoiceNumber,
        CancellationToken cancellationToken
    )
    {
        Asked.Enqueue((invoiceNumber, clock.GetUtcNow()));
        return Task.FromResult(Answer(invoiceNumber));
    }
}
