using Doku.Contracts.Runtime;

namespace Storefront.Checkout;

/// <summary>The contract's errors as the customer reads them: beside the field, in plain words.</summary>
internal sealed class FieldErrors
{
    private readonly List<(CheckoutField? Field, string Words)> _errors = [];
    private readonly List<(CheckoutField Field, string Words)> _advice = [];

    internal static FieldErrors None { get; } = new();

    internal bool IsEmpty => _errors.Count == 0;

    /// <summary>The fields with errors, in the order of the form.</summary>
    internal IEnumerable<CheckoutField> Fields => CheckoutField.All.Where(one => Of(one).Any());

    /// <summary>The errors that no field can mend.</summary>
    internal IEnumerable<string> Others =>
        _errors.Where(error => error.Field is null).Select(error => error.Words);

    /// <param name="errors">What keeps the order from being placed.</param>
    /// <param name="advice">What doesn't.</param>
    /// <param name="form">What was typed.</param>
    internal static FieldErrors Explain(
        ContractErrors errors,
        ContractErrors advice,
        CheckoutForm form
    )
    {
        var explained = new FieldErrors();
        foreach (var error in errors)
        {
            var field = CheckoutField.Of(error.Pointer);
            var words = field is null
                ? $"This order can't be paid with Kredivo: {error}"
                : PlainWords.Say(error, field, form[field.Name]);
            // Customer and shipping address repeat what was typed once.
            if (!explained._errors.Contains((field, words)))
            {
                explained._errors.Add((field, words));
            }
        }

        foreach (var one in advice)
        {
            if (CheckoutField.Of(one.Pointer) is not { } field || explained.Of(field).Any())
            {
                continue;
            }

            var words = PlainWords.Advise(one, field, form[field.Name]);
            if (!explained._advice.Contains((field, words)))
            {
                explained._advice.Add((field, words));
            }
        }

        return explained;
    }

    /// <summary>What a field without errors might be better for.</summary>
    internal IEnumerable<string> AdviceOn(CheckoutField field) =>
        _advice.Where(one => one.Field == field).Select(one => one.Words);

    internal IEnumerable<string> Of(CheckoutField field) =>
        _errors.Where(error => error.Field == field).Select(error => error.Words);
}
