namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>One operation of a contract file.</summary>
/// <param name="Contract">Name of the contract, such as <c>Shipping</c>.</param>
/// <param name="Name">Name of the operation, such as <c>GenerateOrder</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path template with <c>{parameters}</c>.</param>
/// <param name="RequestSchema">Schema of the body, or null for an operation without a body.</param>
/// <param name="ResponseSchema">Schema of the answer, or null for an empty object.</param>
/// <param name="NotificationSchema">Schema of the contract's first notification, or null when it has none.</param>
/// <param name="Role">What it does to an order.</param>
internal sealed record SandboxOperation(
    string Contract,
    string Name,
    string Method,
    string Path,
    string? RequestSchema,
    string? ResponseSchema,
    string? NotificationSchema,
    OperationRole Role
)
{
    internal string FullName => $"{Contract}.{Name}";

    /// <summary>The values that a path on the wire gives to the template's parameters.</summary>
    internal List<KeyValuePair<string, string>> Parameters(string path) =>
        Path.Split('/')
            .Zip(path.Split('/'))
            .Where(pair => pair.First.StartsWith('{'))
            .Select(pair =>
                KeyValuePair.Create(pair.First.Trim('{', '}'), Uri.UnescapeDataString(pair.Second))
            )
            .ToList();
}
