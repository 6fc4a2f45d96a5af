using System.IO.Compression;
using System.Xml.Linq;

namespace Doku.Contracts.Packages.Tests.Support;

/// <summary>A package's file, read.</summary>
internal sealed class Package
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    internal Package(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            _files.Add(entry.FullName, copy.ToArray());
        }
    }

    /// <summary>What was packed, in order, without the packaging's own files.</summary>
    internal IEnumerable<string> Entries =>
        _files
            .Keys.Where(name =>
                name is not ("[Content_Types].xml" or "_rels/.rels")
                && !name.StartsWith("package/", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal);

    internal MemoryStream Read(string entry) => new(_files[entry]);

    internal string ReadText(string entry) => new StreamReader(Read(entry)).ReadToEnd();

    /// <summary>The package's description of itself.</summary>
    internal XElement Metadata()
    {
        var root = XDocument
            .Load(Read(Entries.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal))))
            .Root!;
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return root.Element("metadata")!;
    }
}
