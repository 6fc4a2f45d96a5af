using Doku.Contracts.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.AspNetCore;

// Order progress that counts when the handler succeeds, wherever it is kept.
public sealed partial class NotificationScope
{
    private readonly InMemoryOrderProgress? _memory;
    private readonly Stack<Action> _undo = new();

    /// <summary>
    /// Takes DOKU's report of an order in, by the rule of <see cref="ContractStatus.After"/>, so that the handler can act
    /// on <see cref="OrderAdvance.IsNowPaid"/>. The report counts when the handler succeeds: it is written in the
    /// transaction of <see cref="BeginTransactionAsync"/> where the ledger is in a database, and undone after a failure
    /// where it is in memory. It goes to the registered <see cref="IOrderProgress"/>; where the ledger is the default one
    /// and none is registered, to this process's memory.
    /// </summary>
    /// <param name="invoiceNumber">The order.</param>
    /// <param name="reported">What DOKU said.</param>
    /// <param name="amount">The amount that DOKU said; null where it said none, which is no difference.</param>
    /// <param name="orderAmount">The amount of the shop's own order; null where the shop has no such order.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <remarks>
    /// Let its exceptions through. A handler that catches one and returns without a later call that succeeds hasn't
    /// applied the report: the attempt fails with that exception, or is a dead letter, all the same.
    /// </remarks>
    /// <exception cref="DeadLetterException">
    /// The shop has no such order, or it is reported as paid with another amount: let this through.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="reported"/> has no text.</exception>
    /// <exception cref="InvalidOperationException">The ledger is one of your own, without an <see cref="IOrderProgress"/>; or the handler has returned.</exception>
    /// <exception cref="LeaseLostException">Somebody else works on the notification: let this through.</exception>
    public async ValueTask<OrderAdvance> AdvanceOrderAsync(
        string invoiceNumber,
        ContractStatus reported,
        decimal? amount,
        decimal? orderAmount,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(invoiceNumber);
        try
        {
            var advance = await AdvanceAsync(
                invoiceNumber,
                reported,
                amount,
                orderAmount,
                cancellationToken
            );
            _advanceFailure = null;
            return advance;
        }
        catch (Exception exception)
        {
            _advanceFailure = exception;
            throw;
        }
    }

    private async ValueTask<OrderAdvance> AdvanceAsync(
        string invoiceNumber,
        ContractStatus reported,
        decimal? amount,
        decimal? orderAmount,
        CancellationToken cancellationToken
    )
    {
        if (orderAmount is null)
        {
            throw new DeadLetterException("unknown order");
        }

        if (reported.IsPaid && amount is { } said && said != orderAmount)
        {
            throw new DeadLetterException("another amount than the order's");
        }

        var progress =
            Services.GetService<IOrderProgress>()
            ?? _memory
            ?? throw new InvalidOperationException(
                "A ledger of your own needs an order progress that lasts as long: register an IOrderProgress."
            );
        if (progress is InMemoryOrderProgress memory)
        {
            return await AdvanceInMemoryAsync(memory, invoiceNumber, reported, cancellationToken);
        }

        var transaction =
            _ledger is INotificationInbox ? await BeginTransactionAsync(cancellationToken) : null;
        return await progress.AdvanceAsync(
            transaction,
            Key.ClientId,
            invoiceNumber,
            reported,
            cancellationToken
        );
    }

    private async ValueTask<OrderAdvance> AdvanceInMemoryAsync(
        InMemoryOrderProgress memory,
        string invoiceNumber,
        ContractStatus reported,
        CancellationToken cancellationToken
    )
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            EnsureNotOver();
            var advance = memory.Advance(Key.ClientId, invoiceNumber, reported);
            _undo.Push(() => memory.Undo(Key.ClientId, invoiceNumber, advance));
            return advance;
        }
        finally
        {
            _gate.Release();
        }
    }
}
