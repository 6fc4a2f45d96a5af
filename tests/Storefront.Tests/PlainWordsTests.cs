using Doku.Contracts.Kredivo;
using Storefront.Checkout;

namespace Storefront.Tests;

public sealed class PlainWordsTests
{
    [Theory]
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
    public void A_sign_that_is_unusual_in_an_address_is_advised_about_and_no_error()
    {
        var explained = Explain(new() { Address = "Jl. Merdeka 5 | 7" });

        Assert.Empty(explained.Of(Field("address")));
        Assert.Equal(
            ["The sign | is unusual in an address. It is character 15 of what you typed."],
            explained.AdviceOn(Field("address"))
        );
    }

    [Fact]
    public void A_field_with_an_error_is_given_no_advice_besides()
    {
        var explained = Explain(new() { Phone = "0812-1" });

        Assert.Equal(
            ["Please type digits only; a plus sign may stand before the calling code."],
            explained.Of(Field("phone"))
        );
        Assert.Empty(explained.AdviceOn(Field("phone")));
    }

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
    public void A_name_over_the_advised_limit_is_counted()
    {
        var explained = Explain(Story.CustomerForms.Good with { LastName = new string('a', 256) });

        Assert.True(explained.IsEmpty);
        Assert.Equal(
            ["This looks long: usually it must have at most 255 characters, and you typed 256."],
            explained.AdviceOn(Field("last_name"))
        );
    }

    [Fact]
    public void What_the_customer_typed_once_is_advised_about_once()
    {
        var explained = Explain(
            Story.CustomerForms.Good with
            {
                PostalCode = "55281",
                Phone = "081298765432",
            }
        );

        // Twice in the order: of the customer and of the shipping address.
        Assert.Single(explained.AdviceOn(Field("phone")));
    }

    [Fact]
    public void An_error_that_no_field_can_mend_is_shown_all_the_same()
    {
        var request = Request(new()) with { Order = Request(new()).Order with { Amount = 7 } };
        var errors = FieldErrors.Explain(request.Validate(), request.Review(), new CheckoutForm());

        Assert.Contains(
            errors.Others,
            words => words.Contains("/order/amount", StringComparison.Ordinal)
        );
    }

    private static CheckoutField Field(string name) =>
        CheckoutField.All.Single(field => field.Name == name);

    private static FieldErrors Explain(CheckoutForm form) =>
        FieldErrors.Explain(Request(form).Validate(), Request(form).Review(), form);

    private static GenerateOrderRequest Request(CheckoutForm form)
    {
        var address = new Hosting.ShopAddress();
        var cart = Goods.Cart.Empty.Add(Goods.Catalogue.Products[0]);
        return new Payments.OrderDescription(address).Describe("INV-1", cart, form);
    }
}
