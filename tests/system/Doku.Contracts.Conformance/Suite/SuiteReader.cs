using System.Text;
using System.Text.Json;

namespace Doku.Contracts.Conformance.Suite;

/// <summary>Reads the tests of a draft from a checkout of the suite.</summary>
internal static class SuiteReader
{
    /// <summary>Every group, by file and in the file's order.</summary>
    public static IReadOnlyList<SuiteGroup> Read(string suite, string draft)
    {
        var root = Path.Combine(suite, "tests", draft);
        return
        [
            .. Directory
                .EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
                .SelectMany(file => Groups(file, File.ReadAllBytes(Path.Combine(root, file)))),
        ];
    }

    internal static IReadOnlyList<SuiteGroup> Groups(string file, byte[] utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return
        [
            .. document
                .RootElement.EnumerateArray()
                .Select(group => new SuiteGroup(
                    file,
                    group.GetProperty("description").GetString()!,
                    group.GetProperty("schema").GetRawText(),
                    [.. group.GetProperty("tests").EnumerateArray().Select(Test)]
                )),
        ];
    }

    private static SuiteTest Test(JsonElement test) =>
        new(
            test.GetProperty("description").GetString()!,
            Encoding.UTF8.GetBytes(test.GetProperty("data").GetRawText()),
            test.GetProperty("valid").GetBoolean()
        );
}
