using System.Text;
using System.Text.Json.Nodes;

namespace Doku.Contracts.Sandbox.Tests.Support;

/// <summary>An order that the contract allows, and changes of it.</summary>
internal static class Bodies
{
    private const string Order = """
        {"order":{"invoice_number":"INV-1","line_items":[{"name":"Kopi Gayo 250 g","price":85000,"quantity":2,
        "id":"KG-250","type":"FOOD","url":"https://toko.example/p/kg-250"}],"amount":170000,
        "callback_url":"https://toko.example/selesai","callback_url_cancel":"https://toko.example/batal"},
        "peer_to_peer_info":{"expired_time":60,"merchant_unique_reference":"R7-0001"},
        "customer":{"first_name":"Sari","last_name":"Wulandari","phone":"6281290000001",
        "address":"Jl. Melati No. 5-7, RT 02/RW 03"},
        "shipping_address":{"first_name":"Sari","address":"Jl. Melati No. 5-7, RT 02/RW 03","city":"Bandung",
        "postal_code":"40115","phone":"6281290000001","country_code":"IDN"}}
        """;

    public static byte[] Valid(string invoice = "INV-1") =>
        With(body => body["order"]!["invoice_number"] = invoice);

    public static byte[] With(Action<JsonNode> change)
    {
        var body = JsonNode.Parse(Order)!;
        change(body);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }
}
