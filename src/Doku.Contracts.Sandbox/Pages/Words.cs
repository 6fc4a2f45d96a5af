using System.Text;

namespace Doku.Contracts.Sandbox.Pages;

/// <summary>Names of the code as words.</summary>
internal static class Words
{
    /// <summary><c>DropBeforeCommit</c> becomes <c>Drop before commit</c>.</summary>
    internal static string Of(Enum value)
    {
        var words = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            }
            else
            {
                words.Append(letter);
            }
        }
        return words.ToString();
    }
}
