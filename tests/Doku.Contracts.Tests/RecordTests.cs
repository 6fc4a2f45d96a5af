using System.Buffers;
using System.Globalization;
using System.Text;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.Tests;

public sealed class RecordTests
{
    [Fact]
    public void Names_the_character_that_is_not_allowed_its_index_and_its_place()
    {
        var order = Orders.Valid with
        {
            Order = Orders.Valid.Order with
            {
                LineItems = [Orders.Coffee with { Name = "Kopi\u0007Gayo" }],
            },
        };

        var error = Assert.Single(order.Validate());

        Assert.Equal("/order/line_items/0/name", error.Pointer);
        Assert.Equal(ContractErrorCodes.Characters, error.Code);
        Assert.Equal(4, error.CharacterIndex);
        Assert.Equal('\u0007', error.CodePoint);
        Assert.Contains("U+0007 at 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_every_error_and_not_the_first_alone()
    {
        var order = Orders.Valid with
        {
            Order = Orders.Valid.Order with
            {
                InvoiceNumber = new string('X', 65),
                Amount = 170_001,
            },
            Customer = Orders.Valid.Customer with { FirstName = "", Phone = "62-812" },
            ShippingAddress = null,
        };

        var errors = order.Validate().Select(e => (e.Pointer, e.Code));

        Assert.Equal(
            [
                ("/order/invoice_number", "max_length"),
                ("/order/amount", "total"),
                ("/customer/first_name", "min_length"),
                ("/customer/phone", "pattern"),
                ("/shipping_address", "required"),
            ],
            errors
        );
    }

    [Fact]
    public void A_member_that_a_caller_left_null_is_required()
    {
        var order = Orders.Valid with { Customer = null! };

        Assert.Equal(
            ("/customer", "required"),
            Assert.Single(order.Validate().Select(e => (e.Pointer, e.Code)))
        );
    }

    [Fact]
    public void Shipping_is_not_asked_for_where_only_tickets_and_vouchers_are_sold()
    {
        var voucher = Orders.Valid with
        {
            Order = Orders.Valid.Order with
            {
                LineItems = [Orders.Coffee with { Type = "VOUCHER" }],
            },
            ShippingAddress = null,
        };

        Assert.Equal("valid", voucher.Validate().ToString());
    }

    [Fact]
    public void Ensuring_validity_throws_every_error()
    {
        var order = Orders.Valid with { Order = Orders.Valid.Order with { Amount = 1 } };

        var exception = Assert.Throws<ContractException>(order.EnsureValid);

        Assert.Equal("GenerateOrderRequest", exception.Contract);
        Assert.Equal("total", Assert.Single(exception.Errors).Code);
    }

    [Fact]
    public void Validating_a_valid_record_allocates_nothing()
    {
        var order = Orders.Valid;
        // What the runtime itself allocates once, while it compiles better code, isn't the validator's.
        var least = Enumerable
            .Range(0, 10)
            .Min(_ => AllocatedBy(() => Assert.True(order.Validate().IsValid)));

        Assert.Equal(0, least);
    }

    [Fact]
    public void Reviewing_a_record_that_follows_all_advice_allocates_nothing()
    {
        var order = Orders.Valid;
        var least = Enumerable
            .Range(0, 200)
            .Min(_ => AllocatedBy(() => Assert.True(order.Review().IsValid)));

        Assert.Equal(0, least);
    }

    private static long AllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void Records_with_equal_members_are_equal_lists_included()
    {
        var one = Orders.Valid with
        {
            Order = Orders.Valid.Order with { LineItems = [Orders.Coffee, Orders.Coffee] },
        };
        var other = Orders.Valid with
        {
            Order = Orders.Valid.Order with { LineItems = [Orders.Coffee, Orders.Coffee] },
        };

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, Orders.Valid);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("id-ID")]
    [InlineData("ar-SA")]
    public void Writes_the_same_bytes_in_every_culture(string culture)
    {
        var order = Orders.Valid with
        {
            Order = Orders.Valid.Order with
            {
                LineItems = [Orders.Coffee with { Price = 85_000.50m }],
            },
        };
        var expected = Write(order);
        var previous = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture)
            {
                NumberFormat = { NumberDecimalSeparator = "," },
            };
            Assert.Equal(expected, Write(order));
        }
        finally
        {
            CultureInfo.CurrentCulture = previous;
        }
    }

    [Fact]
    public void Equal_numbers_give_equal_bytes_whatever_zeros_they_were_made_with()
    {
        var plain = Write(Orders.Coffee with { Price = 85_000m });

        Assert.Contains("\"price\":85000,", plain, StringComparison.Ordinal);
        Assert.Equal(plain, Write(Orders.Coffee with { Price = 85_000.00m }));
        Assert.Equal(
            Write(Orders.Coffee with { Price = 0.5m }),
            Write(Orders.Coffee with { Price = 0.500m })
        );
    }

    [Fact]
    public void Printing_a_record_masks_personal_data()
    {
        var text = Orders.Valid.ToString();

        foreach (var secret in new[] { "Sari", "Wulandari", "6281290000001", "Melati", "40115" })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        Assert.Contains("InvoiceNumber = INV-20261122-0007", text, StringComparison.Ordinal);
        Assert.Contains("FirstName = ***", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_of_personal_data_do_not_hold_it()
    {
        var order = Orders.Valid with
        {
            Customer = Orders.Valid.Customer with
            {
                Address = "Jl. Melati\t12" + new string('a', 400),
            },
        };

        Assert.DoesNotContain("Melati", order.Validate().ToString(), StringComparison.Ordinal);
        Assert.Contains(order.Validate(), e => e.Code == ContractErrorCodes.Characters);
        Assert.DoesNotContain("Melati", order.Review().ToString(), StringComparison.Ordinal);
        Assert.Contains(order.Review(), a => a.Code == ContractErrorCodes.MaxLength);
    }

    [Fact]
    public void Says_limits_as_properties()
    {
        Assert.Equal(64, Order.Limits.InvoiceNumberMaxLength);
        Assert.Equal(255, LineItem.Limits.NameMaxLength);
        Assert.Equal(999_999_999_999, Order.Limits.AmountMaximum);
        Assert.Same(CharacterSets.Printable, LineItem.Limits.NameCharacters);
        Assert.False(LineItem.Limits.NameCharacters.Contains(new Rune('\t')));
    }

    private static string Write<T>(T value)
        where T : class, IContract<T>
    {
        var output = new ArrayBufferWriter<byte>();
        ContractCodec.Write(value, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
