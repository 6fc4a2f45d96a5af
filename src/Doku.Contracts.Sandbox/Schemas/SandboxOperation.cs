namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>One operation of a contract file.</summary>
/// <param name="Contract">Name of the contract, such as <c>Kredivo</c>.</param>
/// <param name="Name">Name of the operation, such as <c>GenerateOrder</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path template with <c>{parameters}</c>.</param>
/// <param name="RequestSchema">Path of the body's schema file, or null for an operation without a body.</param>
internal sealed record SandboxOperation(
    string Contract,
    string Name,
    string Method,
    string Path,
    string? RequestSchema
)
{
    /// <summary>
    /// The operations of every contract file. An operation that several contracts share (check status, say)
    /// counts once.
    /// </summary>
    internal static IReadOnlyList<SandboxOperation> ReadAll(SchemaFiles files) =>
        files
            .ContractPaths.SelectMany(path => Read(files, path))
            .DistinctBy(operation => (operation.Method, operation.Path))
            .ToList();

    private static IEnumerable<SandboxOperation> Read(SchemaFiles files, string path)
    {
        var document = files.Read(path);
        var contract = document.GetProperty("contract").GetString()!;
        foreach (var operation in document.GetProperty("operations").EnumerateObject())
        {
            string? schema = null;
            if (operation.Value.TryGetProperty("request", out var request))
            {
                schema = files.Resolve(path, request.GetString()!).File;
            }
            yield return new SandboxOperation(
                contract,
                operation.Name,
                operation.Value.GetProperty("method").GetString()!,
                operation.Value.GetProperty("path").GetString()!,
                schema
            );
        }
    }
}
