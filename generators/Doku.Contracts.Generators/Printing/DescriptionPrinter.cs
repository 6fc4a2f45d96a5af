using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Binding;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>What a contract brings along, and the index of all contracts of a project.</summary>
internal static class DescriptionPrinter
{
    private const string Index = "AllContracts";
    private const string Method =
        "public static void Describe(" + Names.Runtime + "IContractVisitor visitor)";

    public static ContractClaim? Claim(BoundDocument document) =>
        document.Sources.OfType<ContractModel>().FirstOrDefault() is { } contract
            ? new ContractClaim(
                contract.RootNamespace,
                new TypeName(contract.Namespace, contract.Name + "Contract").Full
            )
            : null;

    /// <summary>An index for each namespace of a project: that is one, where no file is told otherwise.</summary>
    public static IEnumerable<(string HintName, string Source)> PrintIndexes(
        IReadOnlyCollection<TypeClaim> claims
    ) =>
        claims
            .Where(claim => claim.Contract is not null)
            .GroupBy(claim => claim.Contract!.RootNamespace, StringComparer.Ordinal)
            .Select(group =>
                (
                    SourcePrinter.Name(group.Key, Index),
                    PrintIndex(
                        group.Key,
                        group
                            .OrderBy(claim => claim.LogicalPath, StringComparer.Ordinal)
                            .Select(claim => claim.Contract!.Description)
                    )
                )
            )
            .Where(index => claims.All(claim => !claim.HintNames.Contains(index.Item1)));

    public static string Print(ContractModel model)
    {
        var writer = SourceWriter.ForNamespace(
            model.Namespace,
            model.Source,
            model.Operations.Any(o => o.Documentation.IsDeprecated)
        );
        writer.Line($"/// <summary>What the contract {model.Name} brings along.</summary>");
        using (Begin(writer, model.Name + "Contract"))
        {
            using (writer.Begin(Method))
            {
                writer.Line("global::System.ArgumentNullException.ThrowIfNull(visitor);");
                if (model.Operations.Count > 0)
                {
                    writer.Line(
                        $"visitor.Client<I{model.Name}Client>(static transport => new {model.Name}Client(transport));"
                    );
                }

                PrintChecks(writer, model);
                foreach (var operation in model.Operations.Where(o => o.SettledBy is not null))
                {
                    PrintSettlement(writer, model, operation);
                }

                foreach (var notification in model.Notifications)
                {
                    writer.Line(
                        $"visitor.Notification<{notification.Body.Full}>({SchemaText.Literal(model.Name + "." + notification.Name)});"
                    );
                }
            }
        }

        return writer.ToString();
    }

    private static string PrintIndex(string @namespace, IEnumerable<string> descriptions)
    {
        var writer = SourceWriter.ForNamespace(@namespace, "every contract file", false);
        writer.Line("/// <summary>What every contract of this project brings along.</summary>");
        using (Begin(writer, Index))
        {
            using (writer.Begin(Method))
            {
                foreach (var description in descriptions)
                {
                    writer.Line($"{description}.Describe(visitor);");
                }
            }
        }

        return writer.ToString();
    }

    private static SourceWriter.Block Begin(SourceWriter writer, string name)
    {
        var block = writer.Begin(
            $"public sealed class {name} : {Names.Runtime}IContractDescription"
        );
        writer.Line($"private {name}() {{ }}").Line().Line("/// <inheritdoc/>");
        return block;
    }

    private static void PrintChecks(SourceWriter writer, ContractModel model)
    {
        foreach (var check in model.StatusChecks)
        {
            var operation = Find(model, check.Operation);
            writer.Line(
                $$"""
                var {{Variable(
                    check
                )}} = new {{Names.Runtime}}ContractStatusCheck<I{{model.Name}}Client, {{operation.Response.Full}}>
                {
                    Operation = {{model.Name}}Operations.{{operation.Name}},
                    Ask = static (client, reference, cancellation) => client.{{operation.Name}}Async(reference, cancellation),
                    ReadStatus = static text => new {{check.Status.Full}}(text),
                };
                visitor.StatusCheck({{Variable(check)}});
                """
            );
        }
    }

    private static void PrintSettlement(
        SourceWriter writer,
        ContractModel model,
        OperationModel operation
    )
    {
        var check = model.StatusChecks.First(c => c.Operation == operation.SettledBy);
        var response = Find(model, check.Operation).Response;
        writer.Line(
            $$"""
            visitor.Settlement(new {{Names.Runtime}}ContractSettlement<I{{model.Name}}Client, {{operation.Request!.Full}}, {{operation.Response.Full}}, {{response.Full}}>
            {
                Operation = {{model.Name}}Operations.{{operation.Name}},
                Send = static (client, request, call, cancellation) => client.{{operation.Name}}Async(request, call, cancellation),
                Check = {{Variable(check)}},
            });
            """
        );
    }

    private static OperationModel Find(ContractModel model, string name) =>
        model.Operations.First(operation => operation.Name == name);

    private static string Variable(StatusCheckModel check) => "by" + check.Operation;
}
