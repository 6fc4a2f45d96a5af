using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Doku.Contracts.Runtime;

/// <summary>
/// Lets System.Text.Json read and write a generated record through the record's own codec. Naming policies,
/// ignore conditions and other options don't apply: the contract decides.
/// </summary>
public sealed class ContractJsonConverter<T> : JsonConverter<T>
    where T : class, IContract<T>
{
    /// <summary>Reads leniently.</summary>
    /// <exception cref="JsonException">The value breaks the contract; the message lists every error.</exception>
    public override T Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        // The reader may run over several buffers and skip comments; the record's codec takes one plain text.
        var text = new ArrayBufferWriter<byte>(1024);
        JsonTranscript.Write(ref reader, text);
        if (!Utf8.IsValid(text.WrittenSpan))
        {
            throw new JsonException($"{typeof(T).Name} is not UTF-8.");
        }

        var contract = new ContractReader(
            text.WrittenSpan,
            isAscii: false,
            ContractReadOptions.Lenient
        );
        var value = T.Read(ref contract);
        var errors = contract.Errors.ToErrors();
        if (value is null || !errors.IsValid)
        {
            throw new JsonException($"{typeof(T).Name} breaks its contract:\n{errors}");
        }

        return value;
    }

    /// <summary>Writes compact JSON, whatever the writer's indentation.</summary>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var buffer = new ArrayBufferWriter<byte>(1024);
        ContractCodec.Write(value, buffer);
        writer.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
    }
}
