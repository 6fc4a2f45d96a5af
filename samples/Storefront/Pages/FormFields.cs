using Storefront.Checkout;

namespace Storefront.Pages;

/// <summary>The fields of the checkout, with what is wrong beside each. The first wrong one has the focus.</summary>
internal static class FormFields
{
    internal static Html Write(CheckoutForm form, FieldErrors errors)
    {
        var first = errors.Fields.FirstOrDefault();
        return Html.Join(
            CheckoutField.All.Select(field =>
                Write(field, form, [.. errors.Of(field)], errors.AdviceOn(field), field == first)
            )
        );
    }

    private static Html Write(
        CheckoutField field,
        CheckoutForm form,
        string[] errors,
        IEnumerable<string> advice,
        bool isFirst
    )
    {
        var isWrong = errors.Length > 0;
        var words = errors.Select(error => Html.Of($"<p>{error}</p>"));
        var attributes = Html.Of(
            $"""
            id="{field.Name}" name="{field.Name}" autocomplete="{field.Autocomplete}" aria-describedby="{(
                isWrong ? $"{field.Name}-error " : ""
            )}{field.Name}-hint"{(
                isWrong ? Html.Of($" aria-invalid=\"true\"") : Html.None
            )}{(isFirst ? Html.Of($" autofocus") : Html.None)}
            """
        );
        return Html.Of(
            $"""
            <div class="field{(isWrong ? " wrong" : "")} {field.Name}">
            <label for="{field.Name}">{field.Label}</label>
            {Input(field, form[field.Name], attributes)}
            {(
                isWrong
                    ? Html.Of($"<div class=\"error\" id=\"{field.Name}-error\">{words}</div>")
                    : Html.None
            )}
            <p class="hint" id="{field.Name}-hint">{field.Hint}{advice.Select(words =>
                Html.Of($" <em>{words}</em>")
            )}</p>
            </div>
            """
        );
    }

    private static Html Input(CheckoutField field, string typed, Html attributes) =>
        field.Name == CheckoutField.Country
            ? Html.Of(
                $"""
                <select {attributes}>
                {CheckoutField.Countries.Select(country =>
                    Option(country.Code, country.Name, typed)
                )}
                </select>
                """
            )
            : Html.Of($"""<input type="{field.InputType}" value="{typed}" {attributes}>""");

    private static Html Option(string code, string name, string chosen) =>
        code == chosen
            ? Html.Of($"""<option value="{code}" selected>{name}</option>""")
            : Html.Of($"""<option value="{code}">{name}</option>""");
}
