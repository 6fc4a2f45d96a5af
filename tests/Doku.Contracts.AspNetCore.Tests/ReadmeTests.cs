using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Doku.Contracts.AspNetCore.Tests;

/// <summary>What the README shows compiles as it is printed.</summary>
public sealed partial class ReadmeTests
{
    // What a web project's implicit usings bring, and what the second example leaves to the reader.
    private const string Surroundings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;

        internal interface IOrders
        {
            Task DeliverAsync(string invoiceNumber, System.Data.Common.DbTransaction transaction, CancellationToken cancel);
        }
        """;

    [Fact]
    public void The_examples_of_creating_an_order_and_receiving_a_notification_compile()
    {
        var cancel = TestContext.Current.CancellationToken;
        var blocks = Blocks();
        var create = blocks.Single(b => b.Contains("CreateBuilder", StringComparison.Ordinal));
        var receive = blocks.Single(b =>
            b.Contains("MapDokuNotifications", StringComparison.Ordinal)
        );
        var usings = create.Split('\n').Concat(receive.Split('\n')).Where(IsUsing).Distinct();
        var statements = WithoutUsings(create)
            .Replace(
                "app.Run();",
                WithoutUsings(receive) + "\napp.Run();",
                StringComparison.Ordinal
            );

        var compilation = CSharpCompilation.Create(
            "Readme",
            [
                CSharpSyntaxTree.ParseText(
                    string.Join('\n', usings) + "\n" + statements,
                    cancellationToken: cancel
                ),
                CSharpSyntaxTree.ParseText(Surroundings, cancellationToken: cancel),
            ],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );

        Assert.DoesNotContain(
            compilation.GetDiagnostics(cancel),
            d => d.Severity >= DiagnosticSeverity.Warning
        );
    }

    [Fact]
    public void What_is_quoted_of_the_sample_shop_stands_there_so()
    {
        var quoted = Blocks().Single(b => b.Contains("PlaceAsync", StringComparison.Ordinal));
        var shop = File.ReadAllLines(
            Path.Combine(Root(), "samples", "Storefront", "Payments", "KredivoCheckout.cs")
        );

        Assert.Contains(
            quoted.Trim(),
            string.Join('\n', shop.Select(line => line.StartsWith("    ") ? line[4..] : line)),
            StringComparison.Ordinal
        );
    }

    private static List<string> Blocks() =>
        [
            .. CSharpBlock()
                .Matches(File.ReadAllText(Path.Combine(Root(), "README.md")))
                .Select(m => m.Groups[1].Value),
        ];

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal);

    private static string WithoutUsings(string block) =>
        string.Join('\n', block.Split('\n').Where(line => !IsUsing(line)));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Doku.Contracts.sln")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("The tests must run inside a checkout.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
