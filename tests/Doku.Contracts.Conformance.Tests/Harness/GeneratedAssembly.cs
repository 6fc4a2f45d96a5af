using System.Reflection;
using Doku.Contracts.Conformance.Tests.Corpus;
using Doku.Contracts.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Conformance.Tests.Harness;

/// <summary>The code of every schema, generated and compiled in one go.</summary>
internal sealed class GeneratedAssembly
{
    private readonly Assembly _assembly;

    private GeneratedAssembly(Assembly assembly)
    {
        _assembly = assembly;
    }

    /// <exception cref="InvalidOperationException">The generator or the compiler finds fault with a schema.</exception>
    public static GeneratedAssembly Of(SchemaCorpus corpus)
    {
        var run = GeneratorRun.Of(corpus.Files.Select(f => new SchemaText(f.Key, f.Value)), []);
        var faults = run.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (faults.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', faults));
        }

        using var bytes = new MemoryStream();
        var result = run.Compilation.Emit(bytes);
        return result.Success
            ? new GeneratedAssembly(Assembly.Load(bytes.ToArray()))
            : throw new InvalidOperationException(
                string.Join(
                    '\n',
                    result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(20)
                )
            );
    }

    public IProbe Probe(SchemaCase schemaCase)
    {
        var type = _assembly.GetType(schemaCase.TypeName, throwOnError: true)!;
        return (IProbe)Activator.CreateInstance(typeof(Probe<>).MakeGenericType(type))!;
    }
}
