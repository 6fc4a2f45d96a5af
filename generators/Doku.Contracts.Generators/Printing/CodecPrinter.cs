using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>The nested class that reads, writes and checks a record. It is internal, so that records call each other's directly.</summary>
internal static class CodecPrinter
{
    public static void Print(SourceWriter writer, ObjectModel model)
    {
        using (writer.Begin("internal static class Codec"))
        {
            PatternPrinter.PrintFields(writer, model.Properties);
            ReadPrinter.Print(writer, model);
            WritePrinter.Print(writer, model);
            ValidatePrinter.Print(writer, model);
            PatternPrinter.PrintMatchers(writer, model.Properties);
        }
    }
}
