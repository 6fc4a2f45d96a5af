using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Text;
using Doku.Contracts.Runtime;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Generators.Tests.Harness;

/// <summary>Many schemas, each a file of its own, generated and compiled at once.</summary>
internal sealed class CompiledSchemas
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);

    private CompiledSchemas(GeneratorRun run, IReadOnlyList<string> schemas)
    {
        Run = run;
        using var output = new MemoryStream();
        var emitted = run.Compilation.Emit(output);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        var assembly = Assembly.Load(output.ToArray());
        for (var i = 0; i < schemas.Count; i++)
        {
            var name = $"Sample.{Folder(i).ToUpperInvariant()}.Sample";
            _types[schemas[i]] =
                assembly.GetType(name + "Text")
                ?? assembly.GetType(name)
                ?? throw new InvalidOperationException($"No type for {schemas[i]}");
        }
    }

    public GeneratorRun Run { get; }

    public static CompiledSchemas Of(IEnumerable<string> schemas)
    {
        var all = schemas.Distinct().ToList();
        var run = GeneratorRun.Of([
            .. all.Select((text, i) => new SchemaText($"{Folder(i)}/sample.schema.json", text)),
        ]);
        Assert.DoesNotContain(run.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Empty(run.CompilerFindings);
        return new CompiledSchemas(run, all);
    }

    /// <summary>What strict reading says of an instance.</summary>
    public ContractErrors Errors(string schema, string instance) =>
        (ContractErrors)
            typeof(CompiledSchemas)
                .GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(_types[schema])
                .Invoke(null, [Encoding.UTF8.GetBytes(instance)])!;

    /// <summary>What the advice of a schema says of an instance that keeps it.</summary>
    public ContractErrors Advice(string schema, string instance) =>
        (ContractErrors)
            typeof(CompiledSchemas)
                .GetMethod(nameof(Review), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(_types[schema])
                .Invoke(null, [Encoding.UTF8.GetBytes(instance)])!;

    private static ContractErrors Review<T>(byte[] json)
        where T : class, IContract<T> =>
        ContractCodec.Review(ContractCodec.Read<T>(json, ContractReadOptions.Strict));

    private static ContractErrors Read<T>(byte[] json)
        where T : class, IContract<T>
    {
        ContractCodec.TryRead<T>(json, ContractReadOptions.Strict, out var value, out var errors);
        if (value is not null)
        {
            AssertKeepsContract(value, json);
        }

        return errors;
    }

    // What was read keeps its contract in memory too, and on the wire again; unless it lost members that no type names.
    private static void AssertKeepsContract<T>(T value, byte[] json)
        where T : class, IContract<T>
    {
        var output = new ArrayBufferWriter<byte>();
        ContractCodec.Write(value, output);
        if (ContractValue.Parse(output.WrittenSpan) != ContractValue.Parse(json))
        {
            return;
        }

        var inMemory = ContractCodec.Validate(value);
        Assert.True(inMemory.IsValid, $"{typeof(T)} in memory: {inMemory}");
        Assert.True(
            ContractCodec.TryRead<T>(
                output.WrittenSpan,
                ContractReadOptions.Strict,
                out var again,
                out var errors
            ),
            $"{typeof(T)} again: {errors}"
        );
        Assert.Equal(value, again);
    }

    private static string Folder(int index) =>
        "r" + index.ToString("000", CultureInfo.InvariantCulture);
}
