using Doku.Contracts.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Doku.Contracts.Generators.Tests.Hostile;

/// <summary>
/// What generated code declares, by the compiler's own parser: comments and literals are no part of it, so two texts
/// that are nothing but text give the same.
/// </summary>
/// <param name="Types">The names of all types, nested ones after the type around them.</param>
/// <param name="Members">The kinds and names of all members.</param>
/// <param name="Directives">The directives: <c>#nullable</c> and the like.</param>
/// <param name="Faults">What the parser says, documentation included.</param>
internal sealed record GeneratedShape(
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Members,
    IReadOnlyList<string> Directives,
    IReadOnlyList<string> Faults
)
{
    private static readonly CSharpParseOptions Options = new(
        LanguageVersion.Preview,
        DocumentationMode.Diagnose
    );

    /// <summary>The shape of what was generated in each folder, by the folder's namespace.</summary>
    public static ILookup<string, (string HintName, string Source)> ByFolder(GeneratorRun run) =>
        run.Sources.ToLookup(s => string.Join('.', s.HintName.Split('.').Take(2)));

    public static GeneratedShape Of(IEnumerable<(string HintName, string Source)> sources)
    {
        var roots = sources
            .Select(s => CSharpSyntaxTree.ParseText(s.Source, Options).GetRoot())
            .ToList();
        var members = roots.SelectMany(r => r.DescendantNodes().OfType<MemberDeclarationSyntax>());
        return new GeneratedShape(
            [.. members.Where(IsType).Select(NameOf).Order(StringComparer.Ordinal)],
            [.. members.Select(m => $"{m.Kind()} {NameOf(m)}").Order(StringComparer.Ordinal)],
            [.. roots.SelectMany(Directive)],
            [
                .. roots
                    .SelectMany(r => r.GetDiagnostics())
                    .Where(d => d.Severity >= DiagnosticSeverity.Warning)
                    .Select(d => d.ToString()),
                .. roots
                    .SelectMany(r => r.DescendantNodes().OfType<AttributeListSyntax>())
                    .Where(a => a.Target?.Identifier.Text is "assembly" or "module")
                    .Select(a => a.ToString()),
            ]
        );
    }

    private static bool IsType(MemberDeclarationSyntax member) =>
        member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    private static IEnumerable<string> Directive(SyntaxNode root) =>
        root.DescendantTrivia(descendIntoTrivia: true)
            .Where(t => t.IsDirective)
            .Select(t => t.ToString());

    private static string NameOf(MemberDeclarationSyntax member)
    {
        var name = member switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            DelegateDeclarationSyntax type => type.Identifier.ValueText,
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
            _ => "",
        };
        return member.Parent is BaseTypeDeclarationSyntax around
            ? $"{NameOf(around)}.{name}"
            : name;
    }
}
