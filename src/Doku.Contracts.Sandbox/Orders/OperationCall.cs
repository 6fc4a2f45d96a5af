using Doku.Contracts.Sandbox.Schemas;

namespace Doku.Contracts.Sandbox.Orders;

/// <summary>A call whose sender is known.</summary>
internal sealed record OperationCall(
    SandboxMerchant Merchant,
    SandboxOperation Operation,
    string RequestId,
    byte[] Body,
    IReadOnlyList<KeyValuePair<string, string>> Parameters
);
