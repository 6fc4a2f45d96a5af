using DiffPlex.Renderer;

namespace Doku.Contracts.Generators.Tests.Harness;

/// <summary>
/// Compares generated code with the files that were reviewed, in Verify's naming and workflow: what differs is written
/// as <c>*.received.cs</c> beside <c>*.verified.cs</c>; accepting is renaming. A missing or stale file fails.
/// With ACCEPT_SNAPSHOTS=1 (never in CI) differences are accepted at once.
/// </summary>
internal static class Snapshot
{
    public static string Directory { get; } =
        System.IO.Path.Combine(Repository.Root, "tests/Doku.Contracts.Generators.Tests/Snapshots");

    private static bool Accepts =>
        Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1"
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    /// <summary>Compares all files of one test.</summary>
    /// <param name="test">The test's class and method.</param>
    /// <param name="files">Names and contents.</param>
    public static void Verify(string test, IEnumerable<(string Name, string Content)> files)
    {
        var received = files.ToDictionary(
            f => $"{test}#{f.Name[..^".g.cs".Length]}",
            f => f.Content,
            StringComparer.Ordinal
        );
        var failures = new List<string>();
        foreach (var (name, content) in received)
        {
            Compare(name, content, failures);
        }

        foreach (var stale in VerifiedOf(test).Except(received.Keys, StringComparer.Ordinal))
        {
            if (Accepts)
            {
                File.Delete(PathOf(stale, "verified"));
            }
            else
            {
                failures.Add(
                    $"{stale}.verified.cs is stale: nothing is generated for it any more."
                );
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    /// <summary>The names of all reviewed files, without their ending.</summary>
    public static IEnumerable<string> All() =>
        System
            .IO.Directory.EnumerateFiles(Directory, "*.verified.cs")
            .Select(path => System.IO.Path.GetFileName(path)[..^".verified.cs".Length])
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> VerifiedOf(string test) =>
        All().Where(name => name.StartsWith(test + "#", StringComparison.Ordinal));

    private static void Compare(string name, string content, List<string> failures)
    {
        var verified = PathOf(name, "verified");
        var known = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (known == content)
        {
            File.Delete(PathOf(name, "received"));
            return;
        }

        if (Accepts)
        {
            File.WriteAllText(verified, content);
            return;
        }

        File.WriteAllText(PathOf(name, "received"), content);
        failures.Add(
            known is null
                ? $"{name}.verified.cs is missing; review {name}.received.cs."
                : $"{name} differs:\n{UnidiffRenderer.GenerateUnidiff(known, content, "verified", "received")}"
        );
    }

    private static string PathOf(string name, string kind) =>
        System.IO.Path.Combine(Directory, $"{name}.{kind}.cs");
}
