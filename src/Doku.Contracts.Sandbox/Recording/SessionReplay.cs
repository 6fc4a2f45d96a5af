using System.Globalization;
using System.Text;
using System.Text.Json;
using Doku.Contracts.Sandbox.Faults;
using Doku.Contracts.Sandbox.Signing;

namespace Doku.Contracts.Sandbox.Recording;

/// <summary>
/// Does a recorded session again: sends its calls in their order, signed anew by the clock of now, lets customers do
/// what they did, puts the clock forward, and injects the same faults at the same places.
/// </summary>
internal sealed class SessionReplay(DokuSandbox sandbox, HttpMessageInvoker http)
{
    private readonly List<string> _differences = [];
    private int _calls;

    internal async Task<SandboxReplay> RunAsync(string path, CancellationToken cancellationToken)
    {
        var lines = await ReadAsync(path, cancellationToken).ConfigureAwait(false);
        sandbox.Faults.Follow(new RecordedPlan(Faults(lines)));
        foreach (var line in lines)
        {
            switch (line.GetProperty("kind").GetString())
            {
                case "call":
                    await SendAsync(line, cancellationToken).ConfigureAwait(false);
                    break;
                case "order":
                    await ActAsync(line, cancellationToken).ConfigureAwait(false);
                    break;
                case "clock":
                    var time = TimeSpan.FromTicks(line.GetProperty("advanced_ticks").GetInt64());
                    await sandbox.Clock.AdvanceAsync(time, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
        return new SandboxReplay { Calls = _calls, Differences = _differences };
    }

    private static async Task<List<JsonElement>> ReadAsync(
        string path,
        CancellationToken cancellationToken
    )
    {
        var lines = new List<JsonElement>();
        await foreach (
            var text in File.ReadLinesAsync(path, cancellationToken).ConfigureAwait(false)
        )
        {
            try
            {
                using var line = JsonDocument.Parse(text);
                lines.Add(line.RootElement.Clone());
            }
            catch (JsonException fault)
            {
                throw new InvalidDataException(
                    $"Line {(lines.Count + 1).ToString(CultureInfo.InvariantCulture)} of the session is not JSON.",
                    fault
                );
            }
        }
        if (
            lines.Count == 0
            || !lines[0].TryGetProperty("version", out var version)
            || version.GetInt32() != SessionRecorder.Version
        )
        {
            throw new InvalidDataException("The file is no session that this sandbox recorded.");
        }
        return lines;
    }

    private static Dictionary<(string, int), SandboxFault> Faults(List<JsonElement> lines) =>
        lines
            .Where(line => line.GetProperty("kind").ValueEquals("fault"))
            .ToDictionary(
                line => (Text(line, "key")!, line.GetProperty("ordinal").GetInt32()),
                line => Enum.Parse<SandboxFault>(Text(line, "fault")!)
            );

    private async Task SendAsync(JsonElement line, CancellationToken cancellationToken)
    {
        _calls++;
        using var request = Sign(line);
        var status = line.GetProperty("status").GetInt32();
        var before = sandbox.Events.LatestSequence;
        try
        {
            using var response = await http.SendAsync(request, cancellationToken)
                .ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        }
        // The faults of the recording are met again; what counts is what the sandbox made of the call.
        catch (Exception fault) when (fault is HttpRequestException or IOException) { }

        var now = sandbox
            .Events.After(before)
            .LastOrDefault(one => one.Kind == SandboxEventKind.Answered)
            ?.Exchange?.Status;
        if (now != status)
        {
            _differences.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"call {_calls}, {Text(line, "method")} {Text(line, "path")}: recorded {status}, now {now}"
                )
            );
        }
    }

    private HttpRequestMessage Sign(JsonElement line)
    {
        var merchant =
            sandbox.Merchants.FirstOrDefault(one => one.Name == Text(line, "merchant"))
            ?? sandbox.Merchants.First();
        var path = Text(line, "path")!;
        var requestId = Text(line, "request_id")!;
        var timestamp = WireTime.Header(sandbox.Clock.GetUtcNow());
        var body = Body(line);
        var isSigned = line.GetProperty("signed").GetBoolean();
        var lines = merchant.Signer.StringToSign(
            requestId,
            SandboxSigner.RequestTimestamp,
            timestamp,
            path.Split('?')[0],
            body is null ? null : SandboxSigner.Digest(body)
        );
        var mac = isSigned ? merchant.Signer.Mac(lines) : new byte[32];
        var request = new HttpRequestMessage(
            new HttpMethod(Text(line, "method")!),
            new Uri(sandbox.BaseAddress, path)
        );
        request.Headers.TryAddWithoutValidation("Client-Id", merchant.ClientId);
        request.Headers.TryAddWithoutValidation("Request-Id", requestId);
        request.Headers.TryAddWithoutValidation(SandboxSigner.RequestTimestamp, timestamp);
        request.Headers.TryAddWithoutValidation(
            "Signature",
            SandboxSigner.Prefix + Convert.ToBase64String(mac)
        );
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }
        return request;
    }

    /// <summary>A body that was no JSON was not recorded: another that is none takes its place.</summary>
    private static byte[]? Body(JsonElement line) =>
        line.TryGetProperty("body", out var body) ? Encoding.UTF8.GetBytes(body.GetRawText())
        : Text(line, "method") == "GET" ? null
        : "not JSON"u8.ToArray();

    private async Task ActAsync(JsonElement line, CancellationToken cancellationToken)
    {
        if (Text(line, "cause") != nameof(SandboxOrderCause.Customer))
        {
            return;
        }
        var invoice = Text(line, "invoice_number")!;
        var happened = Text(line, "event")!;
        var merchant = sandbox.Merchants.FirstOrDefault(one => one.Name == Text(line, "merchant"));
        var order = merchant is null
            ? sandbox.Orders.Find(invoice)
            : sandbox.Orders.Find(invoice, merchant.ClientId);
        if (order is null)
        {
            _differences.Add($"order {invoice}: {happened} in the recording, not there now");
            return;
        }
        try
        {
            await Act(order, Enum.Parse<SandboxOrderEventKind>(happened), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (InvalidOperationException fault)
        {
            _differences.Add(
                $"order {invoice}: {happened} in the recording, now refused: {fault.Message}"
            );
        }
    }

    private static Task<NotificationDelivery> Act(
        SandboxOrder order,
        SandboxOrderEventKind happened,
        CancellationToken cancellationToken
    ) =>
        happened switch
        {
            SandboxOrderEventKind.Paid => order.PayAsync(cancellationToken),
            SandboxOrderEventKind.Declined => order.DeclineAsync(cancellationToken),
            SandboxOrderEventKind.Expired => order.ExpireAsync(cancellationToken),
            SandboxOrderEventKind.Refunded => order.RefundAsync(cancellationToken),
            _ => order.CancelAsync(cancellationToken),
        };

    private static string? Text(JsonElement line, string name) =>
        line.GetProperty(name).GetString();
}
