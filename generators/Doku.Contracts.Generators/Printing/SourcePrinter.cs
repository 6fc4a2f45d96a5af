using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Binding;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A model to its files, each called by the full name of the type that it holds.</summary>
internal static class SourcePrinter
{
    public static EquatableArray<string> HintNames(BoundDocument document) =>
        document.Sources.SelectMany(HintNames).ToEquatableArray();

    /// <summary>The names of the files that a model becomes.</summary>
    public static IEnumerable<string> HintNames(SourceModel model) =>
        model switch
        {
            CharacterSetModel set =>
            [
                Name(set.Name.Namespace, $"{Names.CharacterSets}.{set.Name.Name}"),
            ],
            TypeModel type => [Name(type.Name.Namespace, type.Name.Name)],
            RulesModel rules => [Name(rules.Name.Namespace, rules.Name.Name)],
            ContractModel contract =>
            [
                Name(contract.Namespace, contract.Name + "Operations"),
                Name(contract.Namespace, $"I{contract.Name}Client"),
                Name(contract.Namespace, contract.Name + "Client"),
                Name(contract.Namespace, contract.Name + "JsonContext"),
                Name(contract.Namespace, contract.Name + "Contract"),
            ],
            _ => throw new InvalidOperationException($"A {model.GetType().Name} has no file."),
        };

    public static IEnumerable<(string HintName, string Source)> Print(SourceModel model)
    {
        IEnumerable<string> sources = model switch
        {
            TypeModel type => [TypePrinter.Print(type)],
            RulesModel rules => [RulesPrinter.Print(rules)],
            ContractModel contract =>
            [
                OperationsPrinter.PrintOperations(contract),
                OperationsPrinter.PrintInterface(contract),
                OperationsPrinter.PrintClient(contract),
                JsonContextPrinter.Print(contract),
                DescriptionPrinter.Print(contract),
            ],
            _ => throw new InvalidOperationException($"A {model.GetType().Name} can't be printed."),
        };
        return HintNames(model).Zip(sources, (name, source) => (name, source));
    }

    public static string Name(string @namespace, string type) => $"{@namespace}.{type}.g.cs";
}
