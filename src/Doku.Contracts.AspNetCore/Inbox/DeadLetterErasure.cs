using System.Text;
using System.Text.Json;

namespace Doku.Contracts.AspNetCore;

/// <summary>Erases personal data of one order.</summary>
public static class DeadLetterErasure
{
    private const int Page = 100;

    /// <summary>
    /// Erases the bodies of an order's dead letters: of all whose body has the invoice number as the value of any member,
    /// or, where a body is no JSON, anywhere in it. Key, Request-Id, times and reason stay, so that it is known that
    /// something came. What waits or is worked on isn't touched: it is erased by itself when it is done.
    /// </summary>
    /// <param name="inbox">The inbox.</param>
    /// <param name="invoiceNumber">The order.</param>
    /// <param name="cancellationToken">Stops between two dead letters; call again to go on.</param>
    /// <returns>How many were erased.</returns>
    /// <exception cref="ArgumentException"><paramref name="invoiceNumber"/> has no text.</exception>
    public static async ValueTask<int> EraseOrderAsync(
        this INotificationInbox inbox,
        string invoiceNumber,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(inbox);
        ArgumentException.ThrowIfNullOrWhiteSpace(invoiceNumber);
        var count = 0;
        DeadNotification? last = null;
        IReadOnlyList<DeadNotification> page;
        do
        {
            page = await inbox.ListDeadAsync(Page, last, cancellationToken);
            foreach (var dead in page)
            {
                last = dead;
                if (
                    Mentions(dead.Notification.Body, invoiceNumber)
                    && await inbox.EraseAsync(dead.Notification.Key, cancellationToken)
                )
                {
                    count++;
                }
            }
        } while (page.Count == Page);

        return count;
    }

    private static bool Mentions(ReadOnlyMemory<byte> body, string invoiceNumber)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            var found = false;
            while (reader.Read())
            {
                found |=
                    reader.TokenType == JsonTokenType.String
                    && reader.ValueTextEquals(invoiceNumber);
            }

            return found;
        }
        catch (JsonException)
        {
            return body.Span.IndexOf(Encoding.UTF8.GetBytes(invoiceNumber)) >= 0;
        }
    }
}
