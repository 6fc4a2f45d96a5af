namespace Doku.Contracts.Sandbox.Http;

/// <summary>The bytes of the request's body, read once for signature, judge and record.</summary>
internal sealed record RequestBody(byte[] Bytes);
