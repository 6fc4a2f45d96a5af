using System.Buffers;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Doku.Contracts.Runtime;
using Doku.Contracts.Schemas.Tests;

namespace Doku.Contracts.Tests;

/// <summary>What the generated code says of a body, by the schema file that the body belongs to.</summary>
internal static class GeneratedReader
{
    private delegate Verdict Reader(byte[] body, ContractReadOptions options);

    private static readonly ConcurrentDictionary<string, Reader> Readers = new(
        StringComparer.Ordinal
    );

    public static Verdict Read(string schemaFile, byte[] body, ContractReadOptions options) =>
        Readers.GetOrAdd(schemaFile, Find)(body, options);

    // The folder is the namespace, x-name the type.
    private static Reader Find(string schemaFile)
    {
        using var schema = JsonDocument.Parse(Example.ReadFile(schemaFile));
        var folder = schemaFile[..schemaFile.IndexOf('/', StringComparison.Ordinal)];
        var name =
            $"Doku.Contracts.{folder}.{schema.RootElement.GetProperty("x-name").GetString()}";
        var type = typeof(AllContracts).Assembly.GetType(
            name,
            throwOnError: true,
            ignoreCase: true
        );
        return typeof(GeneratedReader)
            .GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type!)
            .CreateDelegate<Reader>();
    }

    private static Verdict Read<T>(byte[] body, ContractReadOptions options)
        where T : class, IContract<T>
    {
        var isValid = ContractCodec.TryRead<T>(body, options, out var value, out var errors);
        var validated = value is null ? null : ContractCodec.Validate(value);
        return new Verdict(
            isValid,
            errors,
            validated,
            value is null ? null : ContractCodec.Review(value),
            value is null ? null : Write(value),
            value
        );
    }

    private static byte[] Write<T>(T value)
        where T : class, IContract<T>
    {
        var output = new ArrayBufferWriter<byte>();
        ContractCodec.Write(value, output);
        return output.WrittenSpan.ToArray();
    }
}

/// <summary>A body's verdict; what validating and reviewing say of the value that was read, and the bytes it writes.</summary>
internal sealed record Verdict(
    bool IsValid,
    ContractErrors Errors,
    ContractErrors? Validated,
    ContractErrors? Advice,
    byte[]? Written,
    object? Value
);
