using System.Text.Json;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>Reads the operations of the contract files.</summary>
internal sealed class ContractReader(SchemaFiles files)
{
    private readonly SchemaShape _shape = new(files);

    /// <summary>
    /// The operations of every contract file. An operation that several contracts share (check status, say)
    /// counts once.
    /// </summary>
    internal IReadOnlyList<SandboxOperation> ReadAll() =>
        files
            .ContractPaths.SelectMany(Read)
            .DistinctBy(operation => (operation.Method, operation.Path))
            .ToList();

    private IEnumerable<SandboxOperation> Read(string path)
    {
        var document = files.Read(path);
        var contract = document.GetProperty("contract").GetString()!;
        string? notification = null;
        if (document.TryGetProperty("notifications", out var notifications))
        {
            notification = notifications
                .EnumerateObject()
                .Select(one => Reference(path, one.Value, "body"))
                .FirstOrDefault();
        }
        foreach (var operation in document.GetProperty("operations").EnumerateObject())
        {
            var method = operation.Value.GetProperty("method").GetString()!;
            var template = operation.Value.GetProperty("path").GetString()!;
            var request = Reference(path, operation.Value, "request");
            var response = Reference(path, operation.Value, "response");
            yield return new SandboxOperation(
                contract,
                operation.Name,
                method,
                template,
                request,
                response,
                notification,
                RoleOf(operation.Name, method, template, request, response)
            );
        }
    }

    private OperationRole RoleOf(
        string name,
        string method,
        string template,
        string? request,
        string? response
    )
    {
        if (method == "GET")
        {
            return template.Contains('{', StringComparison.Ordinal)
                ? OperationRole.Reads
                : OperationRole.Other;
        }
        if (
            request is null
            || _shape.Find(files.ResolvePath(request), "order", "invoice_number") is null
        )
        {
            return OperationRole.Other;
        }
        if (name.StartsWith("Cancel", StringComparison.OrdinalIgnoreCase))
        {
            return OperationRole.Cancels;
        }
        if (name.StartsWith("Refund", StringComparison.OrdinalIgnoreCase))
        {
            return OperationRole.Refunds;
        }
        return response is not null && HasPaymentPage(files.ResolvePath(response), 0)
            ? OperationRole.CreatesOrder
            : OperationRole.Other;
    }

    private bool HasPaymentPage(SchemaPlace place, int depth) =>
        depth < SchemaShape.MaxDepth
        && (
            _shape.Find(place, "payment", "url") is not null
            || _shape.Properties(place).Any(property => HasPaymentPage(property.Place, depth + 1))
        );

    private string? Reference(string path, JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var reference)
            ? files.Resolve(path, reference.GetString()!).ToString()
            : null;
}
