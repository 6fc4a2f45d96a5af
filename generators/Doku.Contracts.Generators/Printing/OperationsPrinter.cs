using System.Text.RegularExpressions;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A contract's operations, its client's interface and its client.</summary>
internal static class OperationsPrinter
{
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Token =
        "global::System.Threading.CancellationToken cancellationToken = default";

    public static string PrintOperations(ContractModel model)
    {
        var writer = SourceWriter.ForNamespace(
            model.Namespace,
            model.Source,
            model.Operations.Any(o => o.Documentation.IsDeprecated)
        );
        writer.Line($"/// <summary>The operations of the contract {model.Name}.</summary>");
        using (writer.Begin($"public static class {model.Name}Operations"))
        {
            foreach (var operation in model.Operations)
            {
                var method = operation.Method[0] + operation.Method.Substring(1).ToLowerInvariant();
                DocumentationPrinter.Print(writer, operation.Documentation, operation.Name);
                writer
                    .Line($"public static {TypeOf(operation)} {operation.Name} {{ get; }} =")
                    .Line(
                        $"    new({SchemaText.Literal(model.Name + "." + operation.Name)}, global::System.Net.Http.HttpMethod.{method}, {SchemaText.Literal(operation.Path)}){Places(model, operation)};"
                    )
                    .Line();
            }
        }

        return writer.ToString();
    }

    public static string PrintInterface(ContractModel model)
    {
        var writer = SourceWriter.ForNamespace(
            model.Namespace,
            model.Source,
            model.Operations.Any(o => o.Documentation.IsDeprecated)
        );
        DocumentationPrinter.Print(
            writer,
            model.Documentation,
            $"Calls the operations of the contract {model.Name}."
        );
        using (writer.Begin($"public interface I{model.Name}Client"))
        {
            foreach (var operation in model.Operations)
            {
                PrintDocumentation(writer, operation, withCall: false);
                writer.Line($"{Signature(operation, withCall: false)};").Line();
                PrintDocumentation(writer, operation, withCall: true);
                writer.Line($"{Signature(operation, withCall: true)};").Line();
            }
        }

        return writer.ToString();
    }

    public static string PrintClient(ContractModel model)
    {
        var writer = SourceWriter.ForNamespace(
            model.Namespace,
            model.Source,
            model.Operations.Any(o => o.Documentation.IsDeprecated)
        );
        writer
            .Line(
                $"/// <summary>Calls the operations of the contract {model.Name} over a transport. It holds no state of its own and may be shared.</summary>"
            )
            .Line("/// <param name=\"transport\">Signs, sends and verifies.</param>");
        using (
            writer.Begin(
                $"public sealed class {model.Name}Client({Names.Runtime}IContractTransport transport) : I{model.Name}Client"
            )
        )
        {
            writer
                .Line($"private static readonly {Names.Runtime}ContractCall NewCall = new();")
                .Line();
            foreach (var operation in model.Operations)
            {
                var arguments = string.Join(", ", [.. Arguments(operation), "NewCall"]);
                writer
                    .Line("/// <inheritdoc/>")
                    .Line(
                        $"public {Signature(operation, withCall: false)} => {operation.Name}Async({arguments}, cancellationToken);"
                    )
                    .Line();
                PrintCall(writer, model, operation);
                foreach (var parameter in operation.Parameters)
                {
                    PrintParameterCheck(writer, parameter);
                }
            }
        }

        return writer.ToString();
    }

    private static string Places(ContractModel model, OperationModel operation)
    {
        List<string> lists =
        [
            .. List("Echoes", operation.Echoes.Select(e => (e.Response, e.Request))),
            .. List("ResponseMembers", operation.ResponseMembers.Select(r => (r.Role, r.Pointer))),
            .. List("ErrorMembers", model.ErrorMembers.Select(r => (r.Role, r.Pointer))),
        ];
        return lists.Count == 0
            ? ""
            : "\n    {\n        " + string.Join("\n        ", lists) + "\n    }";
    }

    private static IEnumerable<string> List(
        string property,
        IEnumerable<(string First, string Second)> places
    )
    {
        var items = places
            .Select(p => $"new({SchemaText.Literal(p.First)}, {SchemaText.Literal(p.Second)})")
            .ToList();
        return items.Count == 0 ? [] : [$"{property} = [{string.Join(", ", items)}],"];
    }

    private static void PrintCall(
        SourceWriter writer,
        ContractModel model,
        OperationModel operation
    )
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Begin($"public {Signature(operation, withCall: true)}"))
        {
            foreach (var parameter in operation.Parameters)
            {
                writer.Line($"Check{parameter.Value.Name}({parameter.Name});");
            }

            var request = operation.Request is null ? "" : "request, ";
            writer.Line(
                $"return transport.SendAsync({model.Name}Operations.{operation.Name}, {Target(operation)}, {request}call, cancellationToken);"
            );
        }

        writer.Line();
    }

    // The path's own text and its parameters in turn. They are told apart before anything is escaped: in a literal a
    // parameter's name may look otherwise.
    private static string Target(OperationModel operation) =>
        string.Join(
            " + ",
            Regex
                .Split(operation.Path, @"\{([^{}]*)\}")
                .Select(
                    (part, index) =>
                        index % 2 == 0
                            ? SchemaText.Literal(part)
                            : $"global::System.Uri.EscapeDataString({operation.Parameters.First(p => p.JsonName == part).Name})"
                )
                .Where(part => part != "\"\"")
        );

    private static void PrintParameterCheck(SourceWriter writer, ParameterModel parameter)
    {
        var name = parameter.Value.Name;
        PatternPrinter.PrintFields(writer, parameter.Patterns);
        using (writer.Begin($"private static void Check{name}(string value)"))
        {
            writer.Line(
                $$"""
                global::System.ArgumentNullException.ThrowIfNull(value, {{SchemaText.Literal(
                    parameter.JsonName
                )}});
                var errors = new {{Names.Runtime}}ContractErrorSink(100);
                {{CheckPrinter.Call(parameter.Value, "value", "errors")}}
                if (errors.Count > 0)
                {
                    throw new {{Names.Runtime}}ContractException({{SchemaText.Literal(
                    parameter.JsonName
                )}}, errors.ToErrors());
                }
                """
            );
        }

        writer.Line();
        CheckPrinter.Print(writer, parameter.Value);
        PatternPrinter.PrintMatchers(writer, parameter.Patterns);
    }

    private static void PrintDocumentation(
        SourceWriter writer,
        OperationModel operation,
        bool withCall
    )
    {
        DocumentationPrinter.Print(writer, operation.Documentation, operation.Name);
        foreach (var parameter in operation.Parameters)
        {
            var limits = string.Join("; ", LimitsText.Of(parameter.Value));
            var words = SchemaText.Xml(parameter.Documentation.Summary ?? parameter.JsonName);
            DocumentationPrinter.Element(
                writer,
                "param",
                limits.Length > 0 ? $"{words} ({limits})" : words,
                $" name=\"{parameter.Name}\""
            );
        }

        if (operation.Request is not null)
        {
            writer.Line("/// <param name=\"request\">What is sent; it is checked first.</param>");
        }

        if (withCall)
        {
            writer.Line(
                "/// <param name=\"call\">What the caller decides: the idempotency key.</param>"
            );
        }

        writer
            .Line(
                "/// <param name=\"cancellationToken\">Ends the waiting; whether the call took effect is then not known.</param>"
            )
            .Line("/// <returns>Accepted, refused, or not known.</returns>")
            .Line(
                "/// <exception cref=\"global::Doku.Contracts.Runtime.ContractException\">What was to be sent breaks its contract; nothing was sent.</exception>"
            );
    }

    private static string Signature(OperationModel operation, bool withCall)
    {
        var parameters = operation.Parameters.Select(p => $"string {p.Name}").ToList();
        if (operation.Request is { } request)
        {
            parameters.Add($"{request.Full} request");
        }

        if (withCall)
        {
            parameters.Add($"{Names.Runtime}ContractCall call");
        }

        parameters.Add(Token);
        return $"{Task}<{Names.Runtime}ContractOutcome<{operation.Response.Full}>> {operation.Name}Async({string.Join(", ", parameters)})";
    }

    private static IEnumerable<string> Arguments(OperationModel operation)
    {
        var parameters = operation.Parameters.Select(p => p.Name);
        return operation.Request is null ? parameters : parameters.Append("request");
    }

    private static string TypeOf(OperationModel operation) =>
        operation.Request is { } request
            ? $"{Names.Runtime}ContractOperation<{request.Full}, {operation.Response.Full}>"
            : $"{Names.Runtime}ContractOperation<{operation.Response.Full}>";
}
