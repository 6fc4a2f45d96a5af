using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A named character set, as a member of its namespace's <c>CharacterSets</c>.</summary>
internal static class CharacterSetPrinter
{
    public static string Print(CharacterSetModel model)
    {
        var writer = SourceWriter.ForNamespace(model.Name.Namespace, model.Source);
        writer.Line("/// <summary>The named sets of allowed characters.</summary>");
        using (writer.Begin($"public static partial class {Names.CharacterSets}"))
        {
            DocumentationPrinter.Print(
                writer,
                model.Documentation,
                model.Name.Name,
                SchemaText.Xml(model.Pattern.Description),
                warns: false
            );
            writer.Line(
                $"public static {Names.Runtime}CharacterSet {model.Name.Name} {{ get; }} = {PatternPrinter.NewSet(model.Pattern)};"
            );
        }

        return writer.ToString();
    }
}
