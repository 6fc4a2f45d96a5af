using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Doku.Contracts.Generators.Tests.Harness;

/// <summary>Walks everything that can be reached from an object.</summary>
internal static class ObjectGraph
{
    /// <summary>Asserts that nothing of the compiler's is reached that would keep a whole compilation alive.</summary>
    public static void AssertFree(object? node, HashSet<object> seen)
    {
        if (
            node is null
            || node is string
            || node is AdditionalText
            || node is AnalyzerConfigOptionsProvider
            || node.GetType().IsPrimitive
            || node.GetType().IsEnum
            || node is MemberInfo
            || !seen.Add(node)
        )
        {
            return;
        }

        Assert.False(
            node is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location,
            $"A step holds a {node.GetType()}."
        );
        if (node is Array items)
        {
            foreach (var item in items)
            {
                AssertFree(item, seen);
            }
        }

        for (
            var type = node.GetType();
            type is not null && type != typeof(object);
            type = type.BaseType
        )
        {
            foreach (
                var field in type.GetFields(
                    BindingFlags.Instance
                        | BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.DeclaredOnly
                )
            )
            {
                if (
                    !field.FieldType.IsPointer
                    && !field.FieldType.IsByRefLike
                    && !field.FieldType.IsPrimitive
                )
                {
                    AssertFree(field.GetValue(node), seen);
                }
            }
        }
    }
}
