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
}
