using System.Globalization;

namespace Doku.Contracts.Crash.Host;

/// <summary>
/// Which attempts on a notification play its trick: the first few, in whichever process they are made. Each leaves a file,
/// so that it is known after a crash, too.
/// </summary>
public sealed class TrickBook(string folder)
{
    /// <summary>What a notification says for its handler to play a trick.</summary>
    public static string Write(Trick trick, int times) =>
        string.Create(CultureInfo.InvariantCulture, $"{trick}:{times}");

    internal Trick Next(string? words, string bodyHash)
    {
        if (words?.Split(':') is not [var name, var number])
        {
            return Trick.None;
        }

        var trick = Enum.Parse<Trick>(name);
        var times = int.Parse(number, CultureInfo.InvariantCulture);
        for (var time = 1; time <= times; time++)
        {
            if (TryMark(string.Create(CultureInfo.InvariantCulture, $"{bodyHash}-{time}")))
            {
                return trick;
            }
        }

        return Trick.None;
    }

    private bool TryMark(string name)
    {
        try
        {
            using (new FileStream(Path.Combine(folder, name), FileMode.CreateNew)) { }
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
