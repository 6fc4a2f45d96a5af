using Microsoft.Data.Sqlite;

namespace Storefront.Story;

/// <summary>A folder for the databases of one story, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("storefront-");

    internal string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        // Idle connections hold their files open.
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
