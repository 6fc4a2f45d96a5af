using System.Reflection;
using System.Runtime.Loader;
using Doku.Contracts.Runtime;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Analyzers.Tests.Harness;

/// <summary>The class <c>Sample.Code</c>, compiled and running in this process.</summary>
internal sealed class RunningCode(Compilation compilation)
{
    private readonly Type _code = Load(compilation);

    /// <summary>Runs a method without parameters and asks the record that it returns for its errors or its advice.</summary>
    public ContractErrors Call(string method, string question)
    {
        var made = _code
            .GetMethod(method, BindingFlags.Public | BindingFlags.Static)!
            .Invoke(null, null)!;
        return (ContractErrors)made.GetType().GetMethod(question)!.Invoke(made, null)!;
    }

    private static Type Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName)
            .LoadFromStream(image)
            .GetType("Sample.Code", throwOnError: true)!;
    }
}
