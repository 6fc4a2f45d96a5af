namespace Doku.Contracts.Schemas.Tests;

/// <summary>A page of <c>docs/</c> that the schemas say, to the letter; <c>ACCEPT_SNAPSHOTS=1</c> writes it.</summary>
internal sealed record Page(string File)
{
    public string Text => System.IO.File.Exists(File) ? System.IO.File.ReadAllText(File) : "";

    public static Page Of(string name) => new(Path.Combine(Root(), "docs", $"{name}.md"));

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder!.FullName, "Doku.Contracts.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    public void Check(string written)
    {
        if (
            Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1"
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))
        )
        {
            System.IO.File.WriteAllText(File, written);
            return;
        }

        Assert.Equal(written, Text);
    }
}
