using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.Sandbox.Http;

/// <summary>Status and body of an answer, with the three shapes of error body that DOKU's API has shown.</summary>
internal sealed record ApiAnswer(int Status, byte[] Body)
{
    internal static ApiAnswer BodyTooLong { get; } =
        Messages(StatusCodes.Status413PayloadTooLarge, ["the body is longer than 1048576 bytes"]);

    internal static ApiAnswer UnknownPath { get; } =
        Error(StatusCodes.Status404NotFound, "not_found", "there is no such operation");

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
        );

    /// <summary>The shape <c>{"error_messages":[…]}</c>.</summary>
    internal static ApiAnswer Messages(int status, IEnumerable<string> messages) =>
        new(status, Json.Object(writer => WriteTexts(writer, "error_messages", messages)));

    /// <summary>The shape <c>{"message":[…]}</c>.</summary>
    internal static ApiAnswer Message(int status, string message) =>
        new(status, Json.Object(writer => WriteTexts(writer, "message", [message])));

    internal async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Body.Length;
        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }
        writer.WriteEndArray();
    }
}
