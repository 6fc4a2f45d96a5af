namespace Doku.Contracts.Transport;

/// <summary>What a signature is made of, each of which signer and receiver may see differently.</summary>
public enum SignatureComponent
{
    /// <summary>The spelling of the <c>Signature</c> header: algorithm, encoding, length.</summary>
    Signature = 0,

    /// <summary>The secret key.</summary>
    Key = 1,

    /// <summary>The <c>Client-Id</c> header.</summary>
    ClientId = 2,

    /// <summary>The <c>Request-Id</c> header.</summary>
    RequestId = 3,

    /// <summary>The <c>Request-Timestamp</c> or <c>Response-Timestamp</c> header, its name included.</summary>
    Timestamp = 4,

    /// <summary>The path that was called.</summary>
    RequestTarget = 5,

    /// <summary>The body and its digest.</summary>
    Body = 6,

    /// <summary>How the signed lines are put together.</summary>
    Lines = 7,
}
