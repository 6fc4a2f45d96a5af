using System.Buffers;
using System.Text.Json;

namespace Doku.Contracts.Runtime;

/// <summary>Copies the value at which a reader of System.Text.Json stands: its tokens as they are, without what lies between them.</summary>
internal static class JsonTranscript
{
    /// <summary>Copies one value and leaves the reader on its last token.</summary>
    public static void Write(ref Utf8JsonReader reader, IBufferWriter<byte> output)
    {
        var depth = reader.CurrentDepth;
        var needsComma = false;
        do
        {
            var token = reader.TokenType;
            if (token == JsonTokenType.Comment)
            {
                continue;
            }

            if (needsComma && token is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                output.Write(","u8);
            }

            WriteToken(ref reader, output);
            needsComma =
                token
                    is not (
                        JsonTokenType.StartObject
                        or JsonTokenType.StartArray
                        or JsonTokenType.PropertyName
                    );
        } while (!IsEnd(ref reader, depth) && reader.Read());
    }

    private static bool IsEnd(ref Utf8JsonReader reader, int depth) =>
        reader.CurrentDepth == depth
        && reader.TokenType
            is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.Comment);

    private static void WriteToken(ref Utf8JsonReader reader, IBufferWriter<byte> output)
    {
        var isQuoted = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        if (isQuoted)
        {
            output.Write("\""u8);
        }

        if (reader.HasValueSequence)
        {
            foreach (var part in reader.ValueSequence)
            {
                output.Write(part.Span);
            }
        }
        else
        {
            output.Write(reader.ValueSpan);
        }

        if (isQuoted)
        {
            output.Write(reader.TokenType == JsonTokenType.String ? "\""u8 : "\":"u8);
        }
    }
}
