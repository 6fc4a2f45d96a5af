using System.Text.RegularExpressions;

namespace Doku.Contracts.Benchmarks.Peers;

/// <summary>The schemas' patterns as regular expressions that the compiler turns into code.</summary>
internal static partial class OrderPatterns
{
    [GeneratedRegex(@"^[^\u0000-\u001F\u007F-\u009F]*\z")]
    public static partial Regex Printable();

    [GeneratedRegex(@"^[^\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F]*\z")]
    public static partial Regex PrintableLines();

    [GeneratedRegex(@"^https?:\/\/[ -~]+\z")]
    public static partial Regex WebUrl();

    [GeneratedRegex(@"^\+?[0-9]*\z")]
    public static partial Regex Phone();

    [GeneratedRegex(@"[Tt][Ii][Cc]?[Kk][Ee][Tt]|[Vv][Oo][Uu][Cc][Hh][Ee][Rr]")]
    public static partial Regex Intangible();
}
