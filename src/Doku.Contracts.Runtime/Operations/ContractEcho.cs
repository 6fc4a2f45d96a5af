namespace Doku.Contracts.Runtime;

/// <summary>
/// A member of a response that repeats one of the request. A response whose member differs is about something else.
/// Generated from the <c>x-same-as</c> of a schema.
/// </summary>
/// <param name="response">The member's JSON Pointer in the response.</param>
/// <param name="request">The repeated member's JSON Pointer in the request.</param>
public sealed class ContractEcho(string response, string request)
{
    /// <summary>The member's JSON Pointer in the response.</summary>
    public string Response { get; } = response;

    /// <summary>The repeated member's JSON Pointer in the request.</summary>
    public string Request { get; } = request;
}
