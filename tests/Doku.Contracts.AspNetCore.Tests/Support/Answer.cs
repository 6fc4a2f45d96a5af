using System.Globalization;
using System.Text.RegularExpressions;

namespace Doku.Contracts.AspNetCore.Tests.Support;

/// <summary>What came back for a notification, but for the date.</summary>
internal sealed partial record Answer(string Text)
{
    internal int Status => int.Parse(Text.Split(' ')[1], CultureInfo.InvariantCulture);

    internal string Body => Text[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    internal static Answer Of(string text) => new(Date().Replace(text, ""));

    [GeneratedRegex("Date: [^\r]*\r\n")]
    private static partial Regex Date();
}
