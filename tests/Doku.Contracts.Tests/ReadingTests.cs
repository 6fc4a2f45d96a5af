using System.Text;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Tests;

public sealed class ReadingTests
{
    [Fact]
    public void Says_line_and_column_of_the_value_that_is_wrong()
    {
        var json = "{\n  \"order\": {\n    \"invoice_number\": \"é\", \"amount\": true\n  }\n}"u8;

        Assert.False(GenerateOrderResponse.TryRead(json, out _, out var errors));

        var error = Assert.Single(errors, e => e.Pointer == "/order/amount");
        Assert.Equal((3, 38), (error.Line, error.Column));
        Assert.Equal(ContractErrorCodes.Type, error.Code);
    }

    [Theory]
    [InlineData("123456", true)]
    [InlineData("", false)]
    [InlineData("+12345678901234567", true)]
    [InlineData("1234567é", false)]
    [InlineData("12345+67", false)]
    [InlineData("0234567", true)]
    [InlineData("1\u0032345678", true)]
    public void Checks_a_text_on_the_wire_as_it_checks_it_in_memory(string phone, bool isRight)
    {
        var json = Encoding.UTF8.GetBytes(
            $$"""{"first_name":"Budi","phone":"{{phone}}","address":"Jl. Kenanga 5"}"""
        );

        var isStrictlyRight = Customer.TryRead(json, ContractReadOptions.Strict, out _, out _);

        Assert.Equal(isRight, isStrictlyRight);
        Assert.Equal(isRight, Customer.Read(json).Validate().IsValid);
    }

    [Theory]
    [InlineData("""{"first_name":"A", "last_name":"B","phone":"6281234567890","address":"J"}""")]
    [InlineData("""{"first_name":"A","last_name" :"B","phone": "6281234567890","address":"J"}""")]
    [InlineData("""{"address":"J","phone":"6281234567890","last_name":"B","first_name":"A"}""")]
    [InlineData(
        """{"first_name":"A","last_name":"B","phone":"6281234567890","new":{},"address":"J"}"""
    )]
    public void Members_may_come_in_any_order_and_with_any_space(string json)
    {
        var customer = Customer.Read(Encoding.UTF8.GetBytes(json), ContractReadOptions.Strict);

        Assert.Equal(
            ("A", "B", "6281234567890", "J"),
            (customer.FirstName, customer.LastName, customer.Phone, customer.Address)
        );
    }

    [Theory]
    [InlineData(
        """{"first_name":"A","last_name":"B","last_name":"C","phone":"6281234567890","address":"J"}"""
    )]
    [InlineData(
        """{"first_name":"A","last_name":"B","phone":"6281234567890","address":"J","address":"K"}"""
    )]
    public void A_member_that_comes_twice_is_found_where_the_order_is_the_schemas(string json)
    {
        Assert.False(Customer.TryRead(Encoding.UTF8.GetBytes(json), out _, out var errors));

        Assert.Equal(ContractErrorCodes.DuplicateMember, Assert.Single(errors).Code);
    }

    [Theory]
    [InlineData("170000")]
    [InlineData("\"170000\"")]
    [InlineData("170000.0")]
    [InlineData("1.7e5")]
    public void Reads_an_amount_that_comes_as_a_number_or_as_a_text(string amount)
    {
        var json =
            $$$"""{"order":{"invoice_number":"INV-1","amount":{{{amount}}}},"peer_to_peer_info":{"status":"PENDING"}}""";

        Assert.Equal(
            170_000,
            GenerateOrderResponse.Read(Encoding.UTF8.GetBytes(json)).Order!.Amount
        );
    }

    [Theory]
    [InlineData("1e9223372036854775807", "number_range")]
    [InlineData("-10e9223372036854775807", "number_range")]
    [InlineData("1e99999999999999999999", "number_range")]
    [InlineData("1.5e-9223372036854775808", "type")]
    [InlineData("1e-99999999999999999999", "type")]
    [InlineData("0e99999999999999999999", null)]
    [InlineData("0.00e-99999999999999999999", null)]
    public void Judges_a_number_whose_exponent_is_beyond_any_type(string number, string? amount)
    {
        var json = Encoding.UTF8.GetBytes(
            $$$"""{"order":{"amount":{{{number}}},"line_items":[{"price":{{{number}}}}],"x":{{{number}}}}}"""
        );

        Assert.False(GenerateOrderRequest.TryRead(json, out _, out var errors));

        var found = errors.ToLookup(e => e.Pointer, e => e.Code);
        Assert.Equal(amount, found["/order/amount"].SingleOrDefault());
        // A price may have decimals, so it is only too fine.
        Assert.Equal(
            amount is null ? null : ContractErrorCodes.NumberRange,
            found["/order/line_items/0/price"].SingleOrDefault()
        );
        Assert.Empty(found["/order/x"]);
    }

    [Fact]
    public void Keeps_a_number_that_no_number_type_holds()
    {
        const string Digits = "2211220824152108142048131084071210131009";
        var json = Encoding.UTF8.GetBytes($$$"""{"response":{"uuid":{{{Digits}}}}}""");

        var uuid = Checkout.PaymentResponse.Read(json).Response!.Uuid!;
        Assert.Equal(Digits, Encoding.UTF8.GetString(uuid.Utf8Json.Span));
    }

    [Fact]
    public void Keeps_a_status_that_the_contract_does_not_know()
    {
        var json =
            """{"order":{"invoice_number":"INV-1","amount":1},"peer_to_peer_info":{"status":"ON_HOLD"},"new_member":{"a":[1]}}"""u8;

        var status = GenerateOrderResponse.Read(json).PeerToPeerInfo!.Status!.Value;

        Assert.Equal("ON_HOLD", status.Value);
        Assert.False(status.IsKnown);
        Assert.False(
            GenerateOrderResponse.TryRead(json, ContractReadOptions.Strict, out _, out var errors)
        );
        Assert.Equal("/peer_to_peer_info/status", Assert.Single(errors).Pointer);
    }

    [Theory]
    [InlineData("""{"message":"no","message":"no"}""", "/message")]
    [InlineData("""{"x":1,"x":1}""", "/x")]
    [InlineData("""{"mess\u0061ge":"no","message":"no"}""", "/message")]
    public void Refuses_a_member_that_comes_twice(string json, string pointer)
    {
        Assert.False(ErrorResponse.TryRead(Encoding.UTF8.GetBytes(json), out _, out var errors));
        Assert.Equal(
            (pointer, "duplicate_member"),
            Assert.Single(errors.Select(e => (e.Pointer, e.Code)))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}x")]
    [InlineData("{'a':1}")]
    [InlineData("\uFEFF{}")]
    public void Refuses_what_is_not_json(string json)
    {
        Assert.False(ErrorResponse.TryRead(Encoding.UTF8.GetBytes(json), out _, out var errors));
        Assert.Equal(ContractErrorCodes.Malformed, Assert.Single(errors).Code);
    }

    [Fact]
    public void Refuses_bytes_that_are_not_utf8()
    {
        Assert.False(ErrorResponse.TryRead([(byte)'"', 0xFF, (byte)'"'], out _, out var errors));
        Assert.Equal(ContractErrorCodes.Malformed, Assert.Single(errors).Code);
    }

    [Fact]
    public void Refuses_more_bytes_or_a_deeper_nesting_than_the_options_allow()
    {
        var deep = Encoding.UTF8.GetBytes(
            $$"""{"x":{{new string('[', 70)}}{{new string(']', 70)}}}"""
        );

        Assert.False(ErrorResponse.TryRead(deep, out _, out var tooDeep));
        Assert.Equal(ContractErrorCodes.Malformed, Assert.Single(tooDeep).Code);
        Assert.False(
            ErrorResponse.TryRead(
                "{    }"u8,
                ContractReadOptions.Lenient with
                {
                    MaxBytes = 5,
                },
                out _,
                out var tooLong
            )
        );
        Assert.Equal(ContractErrorCodes.Size, Assert.Single(tooLong).Code);
    }

    [Fact]
    public void Lists_no_more_errors_than_the_options_allow_but_counts_them()
    {
        var json = Encoding.UTF8.GetBytes(
            $$"""{"error_messages":[{{string.Join(',', Enumerable.Repeat("1", 50))}}]}"""
        );

        Assert.False(
            ErrorResponse.TryRead(
                json,
                ContractReadOptions.Lenient with
                {
                    MaxErrors = 10,
                },
                out _,
                out var errors
            )
        );

        Assert.Equal(10, errors.Count);
        Assert.Equal(50, errors.Total);
    }

    [Fact]
    public void Reads_the_time_that_a_time_stamp_names_and_keeps_its_text()
    {
        var json =
            """
            {"order":{"invoice_number":"INV-1","amount":1},"peer_to_peer_info":{"status":"PENDING",
            "created_date":"20261122085102","created_date_utc":"2026-11-22T01:51:02Z","expired_date":"tomorrow"}}
            """u8;

        var info = GenerateOrderResponse.Read(json).PeerToPeerInfo!;

        Assert.Equal(
            new DateTimeOffset(2026, 11, 22, 1, 51, 2, TimeSpan.Zero),
            info.CreatedDate!.Value.Value
        );
        Assert.Equal(info.CreatedDate.Value.Value, info.CreatedDateUtc!.Value.Value);
        Assert.Null(info.ExpiredDate!.Value.Value);
        Assert.Equal("tomorrow", info.ExpiredDate.Value.Text);
    }
}
