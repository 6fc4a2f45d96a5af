using System.Globalization;
using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Doku.Contracts.Generators;

/// <summary>Additional files that the build marked as contracts.</summary>
internal static class ContractFiles
{
    public static IEnumerable<SchemaFile> Read(
        AdditionalText text,
        AnalyzerConfigOptionsProvider options,
        CancellationToken cancellationToken
    )
    {
        var metadata = options.GetOptions(text);
        if (
            !metadata.TryGetValue("build_metadata.AdditionalFiles.ContractPath", out var path)
            || string.IsNullOrEmpty(path)
        )
        {
            return [];
        }

        FaultSwitch.ThrowIfSet(options.GlobalOptions);
        var logicalPath = path.Replace('\\', '/').TrimStart('/');
        var source = text.GetText(cancellationToken);
        return
        [
            new SchemaFile(
                text.Path,
                logicalPath,
                Namespace(metadata, options.GlobalOptions, logicalPath),
                source?.ToString(),
                source is null ? "" : Checksum(source),
                Settings(metadata, options.GlobalOptions)
            ),
        ];
    }

    private static SchemaSettings Settings(
        AnalyzerConfigOptions metadata,
        AnalyzerConfigOptions global
    )
    {
        metadata.TryGetValue("build_metadata.AdditionalFiles.ContractUri", out var uri);
        global.TryGetValue("build_property.ContractAnnotations", out var annotations);
        global.TryGetValue("build_property.ContractFormat", out var format);
        return new SchemaSettings(
            Levels(metadata),
            (annotations ?? "")
                .Split([';', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(a => a.Trim())
                .ToEquatableArray(),
            string.Equals(format, "annotation", StringComparison.OrdinalIgnoreCase),
            string.IsNullOrEmpty(uri) ? null : uri
        )
        {
            RootNamespace = RootNamespace(global),
        };
    }

    // The compiler applies an .editorconfig's own severities to C# files alone, so schema files have a key of their own.
    private static EquatableArray<RuleLevel> Levels(AnalyzerConfigOptions metadata)
    {
        var levels = new List<RuleLevel>();
        foreach (var rule in Rule.All.Where(rule => rule.Severity == RuleSeverity.Warning))
        {
            if (
                metadata.TryGetValue($"doku_diagnostic.{rule.Id}.severity", out var text)
                && Enum.TryParse<RuleSeverity>(text, ignoreCase: true, out var severity)
            )
            {
                levels.Add(new RuleLevel(rule.Id, severity));
            }
        }

        return levels.ToEquatableArray();
    }

    private static string Checksum(Microsoft.CodeAnalysis.Text.SourceText source) =>
        string.Concat(
            source.GetChecksum().Select(b => b.ToString("x2", CultureInfo.InvariantCulture))
        );

    private static string Namespace(
        AnalyzerConfigOptions metadata,
        AnalyzerConfigOptions global,
        string logicalPath
    )
    {
        if (
            metadata.TryGetValue("build_metadata.AdditionalFiles.ContractNamespace", out var given)
            && !string.IsNullOrEmpty(given)
        )
        {
            return given;
        }

        var folders = logicalPath.Split('/');
        return string.Join(
            ".",
            new[] { RootNamespace(global) }.Concat(
                folders.Take(folders.Length - 1).Select(CSharpNames.Pascal)
            )
        );
    }

    private static string RootNamespace(AnalyzerConfigOptions global) =>
        global.TryGetValue("build_property.RootNamespace", out var name)
        && !string.IsNullOrEmpty(name)
            ? name
            : SchemaSettings.Default.RootNamespace;
}
