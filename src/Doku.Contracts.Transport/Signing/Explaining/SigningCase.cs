namespace Doku.Contracts.Transport;

/// <summary>A message whose signature is to be explained, and what a rightly made signature would cover.</summary>
internal sealed class SigningCase
{
    // Bodies are hashed in some twenty variations; DOKU's have a few kilobytes.
    private const int MaxBody = 1024 * 1024;

    internal SigningCase(in SignedMessage message, SignatureHints hints)
    {
        Message = message;
        Hints = hints;
        Plain = Attempt(message);
    }

    internal SignedMessage Message { get; }

    internal SignatureHints Hints { get; }

    /// <summary>What should have been signed.</summary>
    internal SigningAttempt Plain { get; }

    /// <summary>The body, where there is one whose variations may be tried.</summary>
    internal ReadOnlyMemory<byte>? Body =>
        Message.HasBody && Message.Body.Length <= MaxBody ? Message.Body : null;

    internal static SigningAttempt Attempt(in SignedMessage message) =>
        new()
        {
            // The struct's default has no texts at all.
            ClientId = message.ClientId ?? "",
            RequestId = message.RequestId ?? "",
            Timestamp = message.Timestamp ?? "",
            Target = message.RequestTarget ?? "",
            Digest = message.HasBody ? BodyDigest.Text(message.Body.Span) : null,
            IsResponse = message.IsResponse,
        };
}
