namespace Doku.Contracts.Sandbox.Tests.Support;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("doku-sandbox-").FullName;

    public string this[string name] => Path.Combine(_path, name);

    public string Root => _path;

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
