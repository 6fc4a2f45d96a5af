using System.Globalization;

namespace Storefront.Story;

/// <summary>Prints the story: numbered steps, and the facts under them.</summary>
internal sealed class Narrator(TextWriter output)
{
    /// <summary>The step that is being played; 0 before the first.</summary>
    internal int Step { get; private set; }

    internal void Begin(string title)
    {
        Step++;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{Step}. {title}"));
    }

    internal void Say(string fact) => output.WriteLine($"   {fact}");

    internal void Quote(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            output.WriteLine($"   | {line}".TrimEnd());
        }
    }
}
