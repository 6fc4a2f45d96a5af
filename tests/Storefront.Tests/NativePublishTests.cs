using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Doku.Contracts.Tests.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests;

/// <summary>Native code has no reflection to fall back on: what works there works without it.</summary>
public sealed partial class NativePublishTests
{
    // They come with the sandbox's independent judge, which a real shop doesn't carry.
    private static readonly string[] Excused = ["Namotion.Reflection", "Newtonsoft.Json"];

    [Fact]
    public async Task The_story_happens_as_a_native_program_and_only_foreign_code_warns()
    {
        Tool.RequireOnPath("clang");
        var folder = Directory.CreateTempSubdirectory("storefront-native-").FullName;
        try
        {
            var (published, log) = await StorefrontProgram.RunAsync(
                StorefrontProgram.StartOf(
                    "dotnet",
                    "publish",
                    Project(),
                    "-c",
                    "Release",
                    "-r",
                    RuntimeInformation.RuntimeIdentifier,
                    "-o",
                    folder,
                    "--nologo",
                    // A compiler or build server that stays behind would keep the output open.
                    "-nodeReuse:false",
                    "-p:UseSharedCompilation=false"
                ),
                TimeSpan.FromMinutes(15)
            );
            Assert.True(published == 0, log);
            Assert.All(
                log.Split('\n')
                    .Where(line => line.Contains(": warning ", StringComparison.Ordinal)),
                line => Assert.Contains(Assembly().Match(line).Groups[1].Value, Excused)
            );
            Assert.False(File.Exists(Path.Combine(folder, "Storefront.dll")));

            var (exitCode, output) = await StorefrontProgram.RunAsync(
                StorefrontProgram.StartOf(Path.Combine(folder, "Storefront"), "--once")
            );
            Assert.True(exitCode == 0, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Project() =>
        typeof(NativePublishTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "StorefrontProject")
            .Value!;

    [GeneratedRegex("Assembly '([^']+)' produced")]
    private static partial Regex Assembly();
}
