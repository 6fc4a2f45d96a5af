using System.Text.RegularExpressions;

namespace Doku.Contracts.Benchmarks.Peers;

/// <summary>The schemas' patterns as regular expressions that the compiler turns into code.</summary>
internal static partial class OrderPatterns
{
    [GeneratedRegex(@"^[A-Za-zÀ-ÖØ-öø-ſ0-9 .,'\-\/()&]*\z")]
    public static partial Regex PersonName();

    [GeneratedRegex(@"^[A-Za-zÀ-ÖØ-öø-ſ0-9 .,'\-\/()&?!#%*+:;=@_\[\]]*\z")]
    public static partial Regex ItemName();

    [GeneratedRegex(@"^[A-Za-zÀ-ÖØ-öø-ſ0-9 .,'\-\/()&?#+:;=@_]*\z")]
    public static partial Regex StreetAddress();

    [GeneratedRegex(@"^[A-Za-zÀ-ÖØ-öø-ſ0-9 .,'\-\/()]*\z")]
    public static partial Regex CityName();

    [GeneratedRegex(@"^[A-Za-z0-9 \-]*\z")]
    public static partial Regex PostalCode();

    [GeneratedRegex(@"^[0-9]*\z")]
    public static partial Regex Digits();

    [GeneratedRegex(@"^[A-Za-z0-9 #%&'()*+,\-.\/:=@_]*\z")]
    public static partial Regex Identifier();

    [GeneratedRegex(@"^[A-Za-z0-9 %'+,\-.\/:=@_]*\z")]
    public static partial Regex InvoiceNumber();

    [GeneratedRegex(@"^[A-Za-zÀ-ÖØ-öø-ſ0-9 .,'\-\/()&_:+]*\z")]
    public static partial Regex Category();

    [GeneratedRegex(@"^[A-Za-z0-9\-._~:\/?#\[\]@!$&()*+,;=%]*\z")]
    public static partial Regex UrlCharacters();

    [GeneratedRegex(@"^https?:\/\/[ -~]+\z")]
    public static partial Regex WebUrl();

    [GeneratedRegex(@"^[A-Za-z0-9._%+\-@!#$&*=?\^~\/]*\z")]
    public static partial Regex EmailCharacters();

    [GeneratedRegex(@"^[^0][ -~]*\z")]
    public static partial Regex Phone();
}
