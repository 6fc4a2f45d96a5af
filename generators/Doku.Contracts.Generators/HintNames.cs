using Doku.Contracts.Generators.Printing;
using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Binding;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators;

/// <summary>The names of generated files: the full name of the type that each holds.</summary>
internal static class HintNames
{
    public static EquatableArray<string> Of(BoundDocument document) =>
        document
            .Types.Select(Of)
            .Concat(document.Contract is { } contract ? Of(contract) : [])
            .ToEquatableArray();

    public static IEnumerable<string> Of(ContractModel model) =>
        [Operations(model), Interface(model), Client(model), JsonContext(model)];

    public static string Of(TypeModel model) =>
        model is CharacterSetModel
            ? $"{model.Name.Namespace}.{Names.CharacterSets}.{model.Name.Name}.g.cs"
            : $"{model.Name.Namespace}.{model.Name.Name}.g.cs";

    public static string Operations(ContractModel model) =>
        $"{model.Namespace}.{model.Name}Operations.g.cs";

    public static string Interface(ContractModel model) =>
        $"{model.Namespace}.I{model.Name}Client.g.cs";

    public static string Client(ContractModel model) =>
        $"{model.Namespace}.{model.Name}Client.g.cs";

    public static string JsonContext(ContractModel model) =>
        $"{model.Namespace}.{model.Name}JsonContext.g.cs";
}
