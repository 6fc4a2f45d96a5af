using System.Reflection;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Tests;

/// <summary>
/// ASP.NET takes a public static TryParse or BindAsync of a parameter's type for its own protocol: a record that had one
/// would be read from the route instead of the body, or stop the program.
/// </summary>
public sealed class BindingNameTests
{
    [Fact]
    public void No_record_has_a_static_method_that_ASPNET_would_bind_by()
    {
        var records = typeof(GenerateOrderRequest)
            .Assembly.GetExportedTypes()
            .Where(type =>
                type.GetInterfaces()
                    .Any(one =>
                        one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IContract<>)
                    )
            )
            .ToArray();

        Assert.Contains(typeof(GenerateOrderRequest), records);
        Assert.Empty(
            records
                .SelectMany(type =>
                    type.GetMethods(
                        BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy
                    )
                )
                .Where(method => method.Name is "TryParse" or "BindAsync")
                .Select(method => $"{method.DeclaringType}.{method.Name}")
        );
    }
}
