using System.Globalization;
using System.Text;
using Doku.Contracts.Runtime;

namespace Storefront.Checkout;

/// <summary>One error of the contract, said to somebody who never heard of it.</summary>
internal static class PlainWords
{
    internal static string Say(ContractError error, CheckoutField field, string typed) =>
        error switch
        {
            _ when typed.Length == 0 => "Please fill in this field.",
            { CharacterIndex: { } index, CodePoint: { } codePoint } =>
                $"{Name(codePoint)} can't be used in {field.Kind}. It is character {Text(index + 1)} of what you typed.",
            _ when error.Code == ContractErrorCodes.Pattern =>
                "Please type digits only; a plus sign may stand before the calling code.",
            _ when error.Code == ContractErrorCodes.Enum => "Please choose a country of the list.",
            _ => $"Please check this: it {error.Message}.",
        };

    /// <summary>What the contract advises, for somebody who may leave it as it is.</summary>
    internal static string Advise(ContractError advice, CheckoutField field, string typed) =>
        advice switch
        {
            _ when typed.Length == 0 => "Kredivo may ask for this.",
            { CharacterIndex: { } index, CodePoint: { } codePoint } =>
                $"{Name(codePoint)} is unusual in {field.Kind}. It is character {Text(index + 1)} of what you typed.",
            _ when advice.Code == ContractErrorCodes.MinLength =>
                $"This looks short: usually it {advice.Message}.",
            _ when advice.Code == ContractErrorCodes.MaxLength =>
                $"This looks long: usually it {advice.Message}, and you typed {Text(Count(typed))}.",
            _ when advice.Code == ContractErrorCodes.Format =>
                "This looks like no e-mail address. One looks like budi@example.com.",
            _ when advice.Code == ContractErrorCodes.Pattern =>
                "With the calling code first it is surest to reach you: 62 for Indonesia, in place of the first 0.",
            _ => $"Please have a look: usually it {advice.Message}.",
        };

    private static string Name(int codePoint) =>
        codePoint switch
        {
            ' ' => "A space",
            '\t' => "A tab",
            '\n' or '\r' => "A line break",
            _ when Rune.IsValid(codePoint) && !Rune.IsControl(new Rune(codePoint)) =>
                $"The sign {new Rune(codePoint)}",
            _ => $"The invisible character U+{codePoint:X4}",
        };

    private static int Count(string text) => text.EnumerateRunes().Count();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
