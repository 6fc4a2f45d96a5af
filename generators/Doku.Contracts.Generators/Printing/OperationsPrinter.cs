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
        var writer = SourceWriter.ForNamespace(model.Namespace);
        writer.Line($"/// <summary>The operations of the contract {model.Name}.</summary>");
        using (writer.Begin($"public static class {model.Name}Operations"))
        {
            foreach (var operation in model.Operations)
            {
                var method = operation.Method[0] + operation.Method.Substring(1).ToLowerInvariant();
                DocumentationPrinter.Print(writer, operation.Documentation, operation.Name);
                writer
                    .Line(
                        $"public static {TypeOf(operation)} {operation.Name} {{ get; }} = new({Literals.Text(model.Name + "." + operation.Name)}, global::System.Net.Http.HttpMethod.{method}, {Literals.Text(operation.Path)});"
                    )
                    .Line();
            }
        }

        return writer.ToString();
    }

    public static string PrintInterface(ContractModel model)
    {
        var writer = SourceWriter.ForNamespace(model.Namespace);
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
        var writer = SourceWriter.ForNamespace(model.Namespace);
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
                var arguments = string.Join(", ", Arguments(operation));
                writer
                    .Line("/// <inheritdoc/>")
                    .Line(
                        $"public {Signature(operation, withCall: false)} => {operation.Name}Async({arguments}, NewCall, cancellationToken);"
                    )
                    .Line();
                PrintCall(writer, model, operation);
                foreach (var parameter in operation.Parameters)
                {
                    PrintParameterCheck(writer, operation, parameter);
                }
            }
        }

        return writer.ToString();
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
            var target = Literals.Text(operation.Path);
            foreach (var parameter in operation.Parameters)
            {
                writer.Line($"Check{operation.Name}{CheckName(parameter)}({parameter.Name});");
                target = target.Replace(
                    "{" + parameter.JsonName + "}",
                    $"\" + global::System.Uri.EscapeDataString({parameter.Name}) + \""
                );
            }

            var request = operation.Request is null ? "" : "request, ";
            writer.Line(
                $"return transport.SendAsync({model.Name}Operations.{operation.Name}, {target.Replace(" + \"\"", "")}, {request}call, cancellationToken);"
            );
        }

        writer.Line();
    }

    private static void PrintParameterCheck(
        SourceWriter writer,
        OperationModel operation,
        ParameterModel parameter
    )
    {
        var name = operation.Name + CheckName(parameter);
        var rules = new PropertyModel(
            parameter.JsonName,
            name,
            parameter.Value,
            true,
            false,
            parameter.Documentation
        );
        PatternPrinter.PrintFields(writer, [rules]);
        using (writer.Begin($"private static void Check{name}(string value)"))
        {
            writer.Line(
                $$"""
                global::System.ArgumentNullException.ThrowIfNull(value, {{Literals.Text(
                    parameter.JsonName
                )}});
                var errors = new {{Names.Runtime}}ContractErrorSink(100);
                Check{{name}}(value, ref errors);
                if (errors.Count > 0)
                {
                    throw new {{Names.Runtime}}ContractException({{Literals.Text(
                    parameter.JsonName
                )}}, errors.ToErrors());
                }
                """
            );
        }

        writer.Line();
        CheckPrinter.Print(writer, name, parameter.Value);
        PatternPrinter.PrintMatchers(writer, [rules]);
    }

    private static string CheckName(ParameterModel parameter) =>
        char.ToUpperInvariant(parameter.Name[1]) + parameter.Name.Substring(2);

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
            var words =
                $"{parameter.Documentation.Summary ?? parameter.JsonName}{(limits.Length > 0 ? $" ({limits})" : "")}";
            writer.Line(
                $"/// <param name=\"{parameter.Name.TrimStart('@')}\">{DocumentationPrinter.Xml(words)}</param>"
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
