using System.Text.Json;
using System.Text.Json.Serialization;

namespace Doku.Contracts.Runtime;

/// <summary>Lets System.Text.Json read and write a generated enumeration as the text that it is.</summary>
public sealed class ContractTextConverter<T> : JsonConverter<T>
    where T : struct, IContractText<T>
{
    /// <inheritdoc/>
    public override T Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType == JsonTokenType.String
            ? T.From(reader.GetString()!)
            : throw new JsonException($"{typeof(T).Name} must be a text.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
