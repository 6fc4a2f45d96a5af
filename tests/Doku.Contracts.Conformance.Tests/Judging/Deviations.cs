using System.Text.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>NJsonSchema 11's known deviations: every difference of verdicts must be one of these, and each must occur.</summary>
internal static class Deviations
{
    public static IReadOnlyList<Deviation> All { get; } =
    [
        .. ReaderDeviations.All,
        .. TextDeviations.All,
        .. NumberDeviations.All,
        Ignores("const", "it knows draft 4's keywords, and const came with draft 6"),
        Ignores("if", "if, then and else came with draft 7"),
        Ignores("dependentRequired", "it came with draft 2019-09"),
        Ignores("x-total", "it is this project's own"),
        new(
            "a oneOf told apart by const fits several branches",
            "const is ignored, so an instance of one branch is often one of another too"
        )
        {
            Invents = (error, _) =>
                error.Kind == ValidationErrorKind.NotOneOf && error.Branches.Any(b => b.Count == 0),
        },
        new(
            "a oneOf told apart by const takes one branch for another",
            "const is ignored, so what breaks a rule of its own branch may fit the next"
        )
        {
            Overlooks = (_, comparison) => comparison.IsChoiceByConst,
        },
        new(
            "a oneOf hides what its branch invents",
            "an error in a branch is reported as the choice's"
        )
        {
            Invents = (error, comparison) =>
                error.Kind == ValidationErrorKind.NotOneOf
                && error.Branches.Any(branch =>
                    branch.Count > 0
                    && branch.All(inner => All!.Any(row => row.Invents(inner, comparison)))
                ),
        },
        new("an enum lets null pass where the type does", "null is asked for before the enum is")
        {
            Overlooks = (fault, _) =>
                fault.Keyword == "enum" && fault.Value.ValueKind == JsonValueKind.Null,
        },
        new("an enum of 5 lets \"5\" pass", "enum compares texts")
        {
            Overlooks = (fault, _) =>
                fault is { Keyword: "enum", Value.ValueKind: JsonValueKind.String }
                && fault
                    .Limit.EnumerateArray()
                    .Any(allowed => allowed.GetRawText() == fault.Value.GetString()),
        },
        new("5 and \"5\" are equal items", "uniqueItems compares texts")
        {
            Invents = (error, _) =>
                error is { Kind: ValidationErrorKind.ItemsNotUnique, Token: JArray items }
                && items.Select(i => i.Type).Distinct().Count() > 1,
        },
        new("maxItems of 0 is passed over", "0 is taken for no limit")
        {
            Overlooks = (fault, _) => fault.Keyword == "maxItems" && fault.Limit.GetDecimal() == 0,
        },
        new(
            "equal objects are unequal",
            "uniqueItems compares texts, and members in another order give another text"
        )
        {
            Overlooks = (fault, _) =>
                fault.Keyword == "uniqueItems"
                && fault.Value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count()
                    == fault.Value.GetArrayLength(),
        },
    ];

    private static Deviation Ignores(string keyword, string why) =>
        new($"{keyword} is ignored", why) { Overlooks = (fault, _) => fault.Keyword == keyword };
}
