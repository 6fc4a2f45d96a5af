using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What is advised about a value by itself, for its documentation and for the analyzer.</summary>
internal static class AdviceReader
{
    public static EquatableArray<AdviceModel> Read(BindingContext context, SchemaView view) =>
        view.All("x-advice")
            .Select(found =>
                Read(
                    context,
                    context.View(found.Location.Child("x-advice")),
                    found.Value.TextOf(KeywordForms.Reason)!
                )
            )
            .ToEquatableArray();

    private static AdviceModel Read(BindingContext context, SchemaView advice, string reason)
    {
        var coverage = new Coverage(context, advice);
        return new AdviceModel(
            reason,
            new[] { LimitUnit.Characters, LimitUnit.Number, LimitUnit.Items }
                .SelectMany(unit => LimitBinder.Bind(advice, coverage, unit))
                .ToEquatableArray(),
            advice
                .All("pattern")
                .Select(p => TextBinder.ReadPattern(context, p.Location))
                .OfType<PatternModel>()
                .Distinct()
                .ToEquatableArray(),
            advice.First("format")?.Value.Text,
            advice
                .All("required")
                .SelectMany(r => r.Value.Items)
                .Select(i => i.Text)
                .Distinct()
                .ToEquatableArray()
        );
    }
}
