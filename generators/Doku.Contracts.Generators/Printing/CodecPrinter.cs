using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>The nested class that reads, writes and checks a record. It is internal, so that records call each other's directly.</summary>
internal static class CodecPrinter
{
    public static void Print(SourceWriter writer, ObjectModel model)
    {
        var texts = Texts(model);
        using (writer.Begin("internal static class Codec"))
        {
            PatternPrinter.PrintFields(writer, texts);
            ReadPrinter.Print(writer, model);
            WritePrinter.Print(writer, model);
            ValidatePrinter.Print(writer, model);
            PatternPrinter.PrintMatchers(writer, texts);
        }
    }

    // Everything with a pattern: members, the values of members without a name, and the questions of conditions.
    private static EquatableArray<PropertyModel> Texts(ObjectModel model)
    {
        var texts = new List<PropertyModel>(model.Properties);
        if (model.Additional is { } additional)
        {
            texts.Add(Nameless("AdditionalMembersItem", additional));
        }

        var index = 0;
        foreach (var pattern in ConditionPrinter.Patterns(model))
        {
            texts.Add(
                Nameless(
                    ConditionPrinter.PatternName(index++),
                    new TextValue(TextRules.None with { Patterns = [pattern] })
                )
            );
        }

        return texts.ToEquatableArray();
    }

    private static PropertyModel Nameless(string name, ValueModel value) =>
        new(name, name, value, IsRequired: false, IsSensitive: false, Documentation.None);
}
