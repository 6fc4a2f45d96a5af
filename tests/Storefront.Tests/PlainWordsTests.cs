using Doku.Contracts.Kredivo;
using Storefront.Checkout;

namespace Storefront.Tests;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData(
        "Ratna|Dewi",
        "The sign | can't be used in a name. It is character 6 of what you typed."
    )]
    [InlineData(
        "Ratna\tDewi",
        "A tab can't be used in a name. It is character 6 of what you typed."
    )]
    [InlineData(
        "\u0007",
        "The invisible character U+0007 can't be used in a name. It is character 1 of what you typed."
    )]
    [InlineData("", "Please fill in this field.")]
    public void An_error_says_what_is_wrong_with_the_first_name(string typed, string words) =>
        Assert.Equal([words], Explain(new() { FirstName = typed }).Of(Field("first_name")));

    [Fact]
    public void A_sign_that_no_address_may_have_is_named_beside_the_address() =>
        Assert.Equal(
            ["The sign | can't be used in an address. It is character 15 of what you typed."],
            Explain(new() { Address = "Jl. Merdeka 5 | 7" }).Of(Field("address"))
        );

    [Fact]
    public void Every_known_address_can_be_sent_as_it_is() =>
        Assert.All(
            AddressBook.Entries,
            entry =>
                Assert.True(
                    Request(Story.CustomerForms.Good.With(entry)).Validate().IsValid,
                    entry.Label
                )
        );

    [Fact]
    public void A_last_name_over_the_limit_is_counted()
    {
        var errors = Explain(new() { LastName = "Wijayakusumawardhani" });

        Assert.Equal(
            ["This is too long: it must have at most 16 characters, and you typed 20."],
            errors.Of(Field("last_name"))
        );
    }

    [Fact]
    public void What_the_customer_typed_once_is_complained_of_once()
    {
        var errors = Explain(new() { Phone = "0812" });

        // Twice in the order: of the customer and of the shipping address.
        Assert.Equal(2, errors.Of(Field("phone")).Count());
    }

    [Fact]
    public void An_error_that_no_field_can_mend_is_shown_all_the_same()
    {
        var request = Request(new()) with { Order = Request(new()).Order with { Amount = 7 } };
        var errors = FieldErrors.Explain(request.Validate(), new CheckoutForm());

        Assert.Contains(
            errors.Others,
            words => words.Contains("/order/amount", StringComparison.Ordinal)
        );
    }

    private static CheckoutField Field(string name) =>
        CheckoutField.All.Single(field => field.Name == name);

    private static FieldErrors Explain(CheckoutForm form) =>
        FieldErrors.Explain(Request(form).Validate(), form);

    private static GenerateOrderRequest Request(CheckoutForm form)
    {
        var address = new Hosting.ShopAddress();
        var cart = Goods.Cart.Empty.Add(Goods.Catalogue.Products[0]);
        return new Payments.OrderDescription(address).Describe("INV-1", cart, form);
    }
}
