using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>One type to one file.</summary>
internal static class TypePrinter
{
    public static string Print(TypeModel model) =>
        model switch
        {
            RecordModel record => RecordPrinter.Print(record),
            TupleModel tuple => TuplePrinter.Print(tuple),
            AliasModel alias => AliasPrinter.Print(alias),
            UnionModel union => UnionPrinter.Print(union),
            ChoiceModel choice => ChoicePrinter.Print(choice),
            EnumerationModel enumeration => EnumerationPrinter.Print(enumeration),
            CharacterSetModel set => CharacterSetPrinter.Print(set),
            _ => throw new InvalidOperationException($"A {model.GetType().Name} can't be printed."),
        };
}
