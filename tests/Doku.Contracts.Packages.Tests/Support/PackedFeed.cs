using System.Globalization;
using System.IO.Compression;
using Doku.Contracts.Packages.Tests.Support;

[assembly: AssemblyFixture(typeof(PackedFeed))]

namespace Doku.Contracts.Packages.Tests.Support;

/// <summary>Every package, packed once into a folder of its own under a version that no cache can know.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("doku-packages-").FullName;

    internal string Version { get; } =
        "0.1.0-test.t" + DateTime.UtcNow.Ticks.ToString("x", CultureInfo.InvariantCulture);

    internal string Folder => Path.Combine(_root, "feed");

    /// <summary>Where consumers unpack what the machine's cache does not hold.</summary>
    internal string Packages => Path.Combine(_root, "packages");

    /// <inheritdoc />
    public async ValueTask InitializeAsync() =>
        (
            await DotNet.RunAsync(
                Place.Tests,
                "msbuild",
                "../../build/Pack.proj",
                "-t:Pack",
                "-nologo",
                "-m",
                $"-p:Configuration={Place.Configuration}",
                $"-p:PackageVersion={Version}",
                $"-p:PackageOutputPath={Folder}"
            )
        ).EnsureSucceeded();

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return default;
    }

    /// <summary>The packages' ids.</summary>
    internal IEnumerable<string> Ids =>
        Directory
            .EnumerateFiles(Folder, "*.nupkg")
            .Select(path => Path.GetFileName(path)[..^$".{Version}.nupkg".Length]);

    internal string PathOf(string id, string kind) =>
        Path.Combine(Folder, $"{id}.{Version}.{kind}");

    internal Package Open(string id, string kind = "nupkg") => new(PathOf(id, kind));

    /// <summary>The folder into which a package was unpacked by hand.</summary>
    internal string Unpack(string id)
    {
        var folder = Path.Combine(_root, Guid.NewGuid().ToString("N"));
        ZipFile.ExtractToDirectory(PathOf(id, "nupkg"), folder);
        return folder;
    }

    /// <summary>A copy of one of the projects in <c>Consumers</c>, outside of the repository.</summary>
    internal Consumer Consume(string name) =>
        new(
            this,
            name,
            Directory.CreateDirectory(Path.Combine(_root, Guid.NewGuid().ToString("N")))
        );
}
