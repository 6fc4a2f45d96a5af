namespace Doku.Contracts.Packages.Tests.Support;

/// <summary>A project as a user of the packages has it: in a folder of its own, with nothing of this repository around it.</summary>
internal sealed class Consumer
{
    private readonly string _name;
    private readonly string[] _properties;

    internal Consumer(PackedFeed feed, string name, DirectoryInfo folder)
    {
        _name = name;
        Folder = folder.FullName;
        _properties =
        [
            $"-p:DokuContractsVersion={feed.Version}",
            $"-p:RestoreAdditionalProjectSources={feed.Folder}",
            $"-p:RestorePackagesPath={feed.Packages}",
            $"-p:RestoreFallbackFolders={Place.MachinePackages}",
            // A compiler server would outlive the test.
            "-p:UseSharedCompilation=false",
        ];
        var source = Path.Combine(Place.Tests, "Consumers", name);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = PathOf(Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    internal string Folder { get; }

    internal string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Runs <c>dotnet build</c> or another command that builds.</summary>
    internal Task<Ran> BuildAsync(string command = "build", params IEnumerable<string> more) =>
        DotNet.RunAsync(Folder, [command, "-nologo", .. _properties, .. more]);

    /// <summary>Runs what was built.</summary>
    internal Task<Ran> RunAsync(params IEnumerable<string> arguments) =>
        DotNet.RunAsync(Folder, [PathOf($"bin/Debug/net10.0/{_name}.dll"), .. arguments]);

    /// <summary>Adds items to the project.</summary>
    internal void Add(string xml) =>
        Replace($"{_name}.csproj", "</Project>", xml + Environment.NewLine + "</Project>");

    /// <summary>Adds a file.</summary>
    internal void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Changes a file in one place.</summary>
    internal void Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(old, replacement, StringComparison.Ordinal));
    }
}
