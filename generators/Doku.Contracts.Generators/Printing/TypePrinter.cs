using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>One type to one file.</summary>
internal static class TypePrinter
{
    public static string Print(TypeModel model) =>
        model switch
        {
            ObjectModel @object => ObjectPrinter.Print(@object),
            UnionModel union => UnionPrinter.Print(union),
            EnumerationModel enumeration => EnumerationPrinter.Print(enumeration),
            CharacterSetModel set => CharacterSetPrinter.Print(set),
            _ => throw new InvalidOperationException($"A {model.GetType().Name} can't be printed."),
        };

    public static string HintName(TypeModel model) =>
        model is CharacterSetModel
            ? $"{model.Name.Namespace}.{Names.CharacterSets}.{model.Name.Name}.g.cs"
            : $"{model.Name.Namespace}.{model.Name.Name}.g.cs";
}
