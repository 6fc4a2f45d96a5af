using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>
/// Schema files with what was read from them. Made once for the same files: a process that starts a hundred sandboxes
/// reads them once.
/// </summary>
internal sealed class SchemaSet
{
    private static readonly ConcurrentDictionary<string, SchemaSet> Known = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentBag<SchemaJudge> _judges = [];

    private SchemaSet(SchemaFiles files)
    {
        Files = files;
        Shape = new SchemaShape(files);
        Operations = new ContractReader(files).ReadAll();
    }

    /// <summary>The files that were built into this assembly.</summary>
    internal static SchemaSet Embedded { get; } = new(SchemaFiles.Embedded);

    internal SchemaFiles Files { get; }

    internal SchemaShape Shape { get; }

    internal IReadOnlyList<SandboxOperation> Operations { get; }

    /// <summary>
    /// The built-in files and those of a folder, which may refer to the built-in ones, and replace them under the
    /// same path.
    /// </summary>
    internal static SchemaSet WithFolder(string? folder)
    {
        if (folder is null)
        {
            return Embedded;
        }

        var files = SchemaFolder.Read(folder);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
        }
        var key = Convert.ToHexString(hash.GetHashAndReset());
        return Known.GetOrAdd(
            key,
            static (_, read) => new SchemaSet(SchemaFiles.Embedded.With(read)),
            files
        );
    }

    /// <summary>Every rule of a schema that a body breaks.</summary>
    internal IReadOnlyList<Violation> Judge(string schema, ReadOnlyMemory<byte> body)
    {
        // A judge fills its caches while it works, so that each works for one caller at a time.
        if (!_judges.TryTake(out var judge))
        {
            judge = new SchemaJudge(Files);
        }
        var violations = judge.Judge(schema, body);
        _judges.Add(judge);
        return violations;
    }
}
