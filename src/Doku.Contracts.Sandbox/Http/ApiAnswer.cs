using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.Sandbox.Http;

/// <summary>Status and body of an answer, with the three shapes of error body that DOKU's API has shown.</summary>
internal sealed record ApiAnswer(int Status, byte[] Body)
{
    /// <summary>Why the request was refused; empty for an answer that refuses nothing.</summary>
    internal IReadOnlyList<string> Problems { get; private init; } = [];

    internal static ApiAnswer BodyTooLong { get; } =
        Messages(StatusCodes.Status413PayloadTooLarge, ["the body is longer than 1048576 bytes"]);

    internal static ApiAnswer UnknownPath { get; } =
        Error(StatusCodes.Status404NotFound, "not_found", "there is no such operation");

    internal static ApiAnswer UnknownOrder { get; } =
        Error(StatusCodes.Status404NotFound, "order_not_found", "there is no such order");

    /// <summary>The shape <c>{"error":{"code","message","type"}}</c>.</summary>
    internal static ApiAnswer Error(int status, string code, string message) =>
        new(
            status,
            Json.Object(writer =>
            {
                writer.WriteStartObject("error");
                writer.WriteString("code", code);
                writer.WriteString("message", message);
                writer.WriteString("type", "invalid_request_error");
                writer.WriteEndObject();
            })
        )
        {
            Problems = [message],
        };

    /// <summary>The shape <c>{"error_messages":[…]}</c>.</summary>
    internal static ApiAnswer Messages(int status, IEnumerable<string> messages) =>
        Texts(status, "error_messages", messages.ToList());

    /// <summary>The shape <c>{"message":[…]}</c>.</summary>
    internal static ApiAnswer Message(int status, string message) =>
        Texts(status, "message", [message]);

    internal async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Body.Length;
        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }

    private static ApiAnswer Texts(int status, string name, IReadOnlyList<string> texts) =>
        new(
            status,
            Json.Object(writer =>
            {
                writer.WriteStartArray(name);
                foreach (var text in texts)
                {
                    writer.WriteStringValue(text);
                }
                writer.WriteEndArray();
            })
        )
        {
            Problems = texts,
        };
}
