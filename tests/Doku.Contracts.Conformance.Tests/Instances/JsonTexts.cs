using System.Text.Encodings.Web;
using System.Text.Json;

namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>JSON texts of single values.</summary>
internal static class JsonTexts
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Quote(string text) => JsonSerializer.Serialize(text, Options);
}
