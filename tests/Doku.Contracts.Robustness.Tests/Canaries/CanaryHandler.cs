using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;

namespace Doku.Contracts.Robustness.Tests.Canaries;

/// <summary>A shop's handler, whose order numbers say what becomes of them. Prints what it has, as a program does while it is written.</summary>
internal static class CanaryHandler
{
    internal const string Fails = "FAILS";
    internal const string NeverWorks = "NEVER";
    internal const string NoEffect = "NONE";

    internal static FailureKind Classify(Exception exception) =>
        exception switch
        {
            NotSupportedException => FailureKind.Permanent,
            ArgumentException => FailureKind.Ignored,
            _ => FailureKind.Unknown,
        };

    internal static async Task HandleAsync(
        Verified<PaylaterNotification> notification,
        NotificationScope scope,
        CancellationToken cancellationToken
    )
    {
        Console.WriteLine($"{notification} {notification.Value} {scope.Key} {scope}");
        var order = notification.Value.Order;
        var advance = await scope.AdvanceOrderAsync(
            order.InvoiceNumber,
            notification.Value.Transaction.Status,
            order.Amount,
            170_000,
            cancellationToken
        );
        Console.WriteLine(advance);
        if (order.InvoiceNumber.StartsWith(Fails, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The warehouse is closed.");
        }

        if (order.InvoiceNumber.StartsWith(NeverWorks, StringComparison.Ordinal))
        {
            throw new NotSupportedException("The warehouse has burnt down.");
        }

        if (order.InvoiceNumber.StartsWith(NoEffect, StringComparison.Ordinal))
        {
            throw new ArgumentException("The warehouse doesn't care.");
        }
    }
}
