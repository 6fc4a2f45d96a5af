using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>Reads what a contract's members say of an order, by the roles that the contract gives them.</summary>
internal static class OrderReports
{
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A value's JSON.</summary>
    internal static ReadOnlyMemory<byte> Write<T>(T value)
        where T : class, IContract<T>
    {
        var buffer = new ArrayBufferWriter<byte>();
        ContractCodec.Write(value, buffer);
        return buffer.WrittenMemory;
    }

    internal static string? Find<T>(ContractOperation<T> operation, JsonElement body, string role)
        where T : class, IContract<T> =>
        PointerOf(operation, role) is { } pointer ? JsonBody.FindText(body, pointer) : null;

    internal static ContractStatus? Status<T>(
        ContractOperation<T> operation,
        JsonElement body,
        Func<string, ContractStatus> read
    )
        where T : class, IContract<T> =>
        Find(operation, body, ContractRoles.Status) is { Length: > 0 } text ? read(text) : null;

    /// <summary>
    /// The report on an order, in the form of a notification. The path was signed, so the order is known where the response
    /// doesn't repeat its number.
    /// </summary>
    internal static OrderReport Report<T>(
        ContractOperation<T> operation,
        ReadOnlyMemory<byte> body,
        ContractStatus? status,
        string? orderNumber
    )
        where T : class, IContract<T>
    {
        if (orderNumber is null)
        {
            return new OrderReport(status, body);
        }

        var root = JsonNode.Parse(body.Span)!.AsObject();
        var at = root;
        var tokens = JsonBody.Names(PointerOf(operation, ContractRoles.OrderNumber)!);
        foreach (var token in tokens[..^1])
        {
            if (at[token] is not JsonObject next)
            {
                at[token] = next = [];
            }

            at = next;
        }

        at[tokens[^1]] = orderNumber;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            root.WriteTo(writer);
        }

        return new OrderReport(status, buffer.WrittenMemory);
    }

    /// <summary>The order's number in the request that a report is about.</summary>
    internal static string? NumberIn<T>(
        ContractOperation<T> operation,
        ReadOnlyMemory<byte> request
    )
        where T : class, IContract<T>
    {
        var pointer = PointerOf(operation, ContractRoles.OrderNumber);
        if (operation.Echoes.FirstOrDefault(echo => echo.Response == pointer) is not { } echo)
        {
            return null;
        }

        using var document = JsonDocument.Parse(request);
        return JsonBody.FindText(document.RootElement, echo.Request);
    }

    private static string? PointerOf<T>(ContractOperation<T> operation, string role)
        where T : class, IContract<T> =>
        operation.ResponseMembers.FirstOrDefault(member => member.Role == role)?.Pointer;
}
