using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A record: its members, its public methods, its limits, its codec.</summary>
internal static class RecordPrinter
{
    public static string Print(RecordModel model)
    {
        var writer = SourceWriter.ForNamespace(
            model.Name.Namespace,
            model.Source,
            model.Properties.Any(p => p is { IsRequired: false, Documentation.IsDeprecated: true })
        );
        using (ContractTypePrinter.Begin(writer, model))
        {
            foreach (var property in model.Properties)
            {
                ContractTypePrinter.PrintProperty(writer, property);
            }

            PrintUnnamed(writer, model);
            PrintPaymentPage(writer, model.PaymentPages);
            ContractTypePrinter.PrintMethods(writer, model);
            ContractTypePrinter.PrintToString(writer, model.Properties);
            LimitsPrinter.Print(writer, model.Properties);
            using (ContractTypePrinter.BeginCodec(writer, model.Patterns))
            {
                var values = model.Values.ToList();
                RecordReadPrinter.Print(writer, model);
                ReadPrinter.PrintMethods(writer, values);
                WritePrinter.PrintRecord(writer, model);
                WritePrinter.PrintMethods(writer, values);
                ValidatePrinter.PrintRecord(writer, model);
                ValidatePrinter.PrintMethods(writer, values);
                ConditionPrinter.Print(writer, model);
                PatternPrinter.PrintMatchers(writer, model.Patterns);
            }
        }

        return writer.ToString();
    }

    private static void PrintPaymentPage(SourceWriter writer, EquatableArray<string> pages)
    {
        if (pages.Count > 0)
        {
            writer
                .Line(
                    "/// <summary>The page to which the customer's browser is sent, wherever a response has had its address; null where it has none, or one that is no <c>https</c> or <c>http</c> address.</summary>"
                )
                .Line($"public global::System.Uri? PaymentPage => {string.Join(" ?? ", pages)};")
                .Line();
        }
    }

    private static void PrintUnnamed(SourceWriter writer, RecordModel model)
    {
        if (model.Additional is { } additional)
        {
            writer
                .Line(
                    "/// <summary>The members that the schema doesn't name, in ordinal order.</summary>"
                )
                .Line(
                    $"public {Names.Runtime}ContractMap<{Names.TypeOf(additional)}> AdditionalMembers {{ get; init; }} = [];"
                )
                .Line();
        }

        if (model.HoldsOthers)
        {
            writer
                .Line(
                    "/// <summary>The value when it is no object, which the schema allows; then no other member counts.</summary>"
                )
                .Line($"public {Names.Runtime}ContractValue? OtherValue {{ get; init; }}")
                .Line();
        }
    }
}
