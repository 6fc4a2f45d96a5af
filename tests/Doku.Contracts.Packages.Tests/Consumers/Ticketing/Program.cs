using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Doku.Contracts.Runtime;
using Ticketing;
using Ticketing.Ticketing;

var booking = new Booking
{
    Show = new Show
    {
        Id = "FIG-12",
        Title = "Le nozze di Figaro",
        BeginsAt = DateTimeOffset.UnixEpoch.AddDays(20000),
        Genre = ShowGenre.Opera,
    },
    Seats =
    [
        new Seat
        {
            Row = "C",
            Number = 7,
            Price = 89.50m,
        },
        new Seat
        {
            Row = "C",
            Number = 8,
            Price = 89.50m,
        },
    ],
    Holder = "A. Susanna",
};
Console.WriteLine($"valid: {booking.Validate().IsValid}");

var body = new ArrayBufferWriter<byte>();
booking.Write(body);
Console.WriteLine($"written: {Encoding.UTF8.GetString(body.WrittenSpan)}");
Console.WriteLine(
    $"read again: {Booking.Read(body.WrittenSpan, ContractReadOptions.Strict) == booking}"
);
Console.WriteLine($"masked: {!booking.ToString().Contains("Susanna")}");

// From outside: in constants the compiler would find these mistakes by itself.
var typed = "A|B c 61 0.001".Split(' ');
var wrong = booking with
{
    Holder = typed[0],
    Seats =
    [
        new Seat
        {
            Row = typed[1],
            Number = long.Parse(typed[2], CultureInfo.InvariantCulture),
            Price = decimal.Parse(typed[3], CultureInfo.InvariantCulture),
        },
    ],
};
foreach (var error in wrong.Validate())
{
    Console.WriteLine($"wrong: {error.Pointer} {error.Code}");
}

Booking.TryRead(
    """{"show":{"id":"x"},"seats":[]}"""u8,
    ContractReadOptions.Strict,
    out _,
    out var errors
);
Console.WriteLine($"refused: {string.Join(' ', errors.Select(e => e.Pointer + ":" + e.Code))}");

var text = JsonSerializer.Serialize(booking, TicketingJsonContext.Default.Booking);
Console.WriteLine($"serialized alike: {text == Encoding.UTF8.GetString(body.WrittenSpan)}");

ITicketingClient office = new TicketingClient(new Counter());
var ticket = (await office.BookAsync(booking)).EnsureAccepted();
Console.WriteLine($"ticket: {ticket.Code}");

namespace Ticketing
{
    /// <summary>A transport without a network: answers every booking.</summary>
    internal sealed class Counter : IContractTransport
    {
        public Task<ContractOutcome<TResponse>> SendAsync<TResponse>(
            ContractOperation<TResponse> operation,
            string target,
            ContractCall call,
            CancellationToken cancellationToken
        )
            where TResponse : class, IContract<TResponse> => throw new NotSupportedException();

        public Task<ContractOutcome<TResponse>> SendAsync<TRequest, TResponse>(
            ContractOperation<TRequest, TResponse> operation,
            string target,
            TRequest request,
            ContractCall call,
            CancellationToken cancellationToken
        )
            where TRequest : class, IContract<TRequest>
            where TResponse : class, IContract<TResponse>
        {
            Console.WriteLine($"sent to: {target}");
            var answer = ContractCodec.Read<TResponse>(
                """{"code":"TICKET-0001"}"""u8,
                ContractReadOptions.Strict
            );
            return Task.FromResult<ContractOutcome<TResponse>>(
                new Accepted<TResponse>("1", answer, isReplay: false)
            );
        }
    }
}
