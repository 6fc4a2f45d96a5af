using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.Transport.Tests.Options;

/// <summary>Every way in which options can be wrong, and the words that say so.</summary>
internal static class OptionFaults
{
    private static readonly DateTimeOffset Now = Bench.Start;

    internal static readonly IReadOnlyDictionary<
        string,
        (Action<DokuOptions> Spoil, string Words)
    > All = new Dictionary<string, (Action<DokuOptions> Spoil, string Words)>(
        StringComparer.Ordinal
    )
    {
        ["id with space"] = (
            o => o.ClientId = "a b",
            "ClientId must be at most 128 visible ASCII characters, without spaces."
        ),
        ["no id"] = (o => o.ClientId = "", "ClientId is missing: DOKU Back Office shows it."),
        ["no key"] = (
            o => o.SecretKey = null,
            "a secret key is missing: set SecretKey, or Keys for several."
        ),
        ["empty key"] = (o => o.SecretKey = "", "SecretKey is empty."),
        ["key of a byte order mark"] = (o => o.SecretKey = "\uFEFF", "SecretKey is empty."),
        ["key of zero-width spaces"] = (o => o.SecretKey = "\u200B\u200B", "SecretKey is empty."),
        ["key of blanks"] = (o => o.SecretKey = "\u2800 \u3164", "SecretKey is empty."),
        ["key after a byte order mark"] = (
            o => o.SecretKey = "\uFEFF" + o.SecretKey,
            "SecretKey begins or ends with white space, or has a control character."
        ),
        ["key with line break"] = (
            o => o.SecretKey += "\n",
            "SecretKey begins or ends with white space, or has a control character."
        ),
        ["key after a space"] = (
            o => o.SecretKey = " " + o.SecretKey,
            "SecretKey begins or ends with white space, or has a control character."
        ),
        ["key with a control character"] = (
            o => o.SecretKey = "SK-\u0000" + o.SecretKey,
            "SecretKey begins or ends with white space, or has a control character."
        ),
        ["ring's key with a space"] = (
            o =>
                Only(
                    o,
                    new DokuKey { Id = "a", Secret = FakeDoku.Secret + " " },
                    new DokuKey { Id = "b", Secret = FakeDoku.Secret }
                ),
            "the Secret of key 'a' begins or ends with white space, or has a control character."
        ),
        ["both keys"] = (o => o.Keys.Add(Key("a")), "set either SecretKey or Keys, not both."),
        ["twin keys"] = (o => Only(o, Key("a"), Key("a")), "two keys have the Id 'a'."),
        ["nameless key"] = (
            o => Only(o, Key("")),
            "Every key in Keys needs an Id, a name of your own choice."
        ),
        ["empty key in ring"] = (
            o => Only(o, new DokuKey { Id = "a" }),
            "the Secret of key 'a' is empty."
        ),
        ["key of no time"] = (
            o => Only(o, Key("a", Now, Now)),
            "key 'a' ends before it begins: NotAfter must be later than NotBefore."
        ),
        ["backward key"] = (
            o => Only(o, Key("a", Now, Now.AddDays(-1))),
            "key 'a' ends before it begins: NotAfter must be later than NotBefore."
        ),
        ["ended keys"] = (
            o => Only(o, Key("a", to: Now.AddDays(-2)), Key("b", to: Now)),
            "every key has ended: the last, 'b', at 2026-11-22 01:51:00 UTC."
        ),
        ["keys of the future"] = (
            o => Only(o, Key("a", Now.AddDays(2)), Key("b", Now.AddSeconds(1))),
            "no key counts now: the next, 'b', begins at 2026-11-22 01:51:01 UTC."
        ),
        ["a gap between keys"] = (
            o => Only(o, Key("a", to: Now), Key("b", Now.AddDays(1))),
            "no key counts now: the next, 'b', begins at 2026-11-23 01:51:00 UTC."
        ),
        ["sandbox key on the production host"] = (
            o => Only(o, Key("Sandbox-2026")),
            "key 'Sandbox-2026' is named after the sandbox, but calls go to production."
        ),
        ["sandbox key on the production host's address"] = (
            o =>
            {
                Only(o, Key("2026 sbx"));
                At(o, "https://API.doku.com");
            },
            "key '2026 sbx' is named after the sandbox, but calls go to production."
        ),
        ["production key on the sandbox host"] = (
            o =>
            {
                Only(o, Key("prod_1"));
                o.Environment = DokuEnvironment.Sandbox;
            },
            "key 'prod_1' is named after production, but calls go to the sandbox."
        ),
        ["no host"] = (
            o => o.Environment = null,
            "set Environment to Sandbox or Production, or BaseAddress for another host."
        ),
        ["unknown host"] = (
            o => o.Environment = (DokuEnvironment)7,
            "Environment must be Sandbox or Production."
        ),
        ["two hosts"] = (
            o => o.BaseAddress = new Uri("https://api-sandbox.doku.com"),
            "set either Environment or BaseAddress, not both."
        ),
        ["plain http"] = (
            o => At(o, "http://a.example"),
            "BaseAddress must be https; http is for loopback hosts only."
        ),
        ["plain http in production"] = (
            o => At(o, "http://api.doku.com"),
            "BaseAddress must be https; http is for loopback hosts only."
        ),
        ["path"] = (
            o => At(o, "https://a.example/b"),
            "BaseAddress must be scheme, host and port only."
        ),
        ["credentials"] = (
            o => At(o, "https://u:p@a.example"),
            "BaseAddress must be scheme, host and port only."
        ),
        ["relative"] = (o => At(o, "/b"), "BaseAddress must be an absolute https address."),
        ["ftp"] = (o => At(o, "ftp://a.example"), "BaseAddress must be an absolute https address."),
        ["no time"] = (
            o => o.Timeout = TimeSpan.FromMilliseconds(999),
            "Timeout must be from one second to ten minutes."
        ),
        ["too much time"] = (
            o => o.Timeout = TimeSpan.FromSeconds(601),
            "Timeout must be from one second to ten minutes."
        ),
    };

    internal static void Good(DokuOptions options)
    {
        options.ClientId = FakeDoku.ClientId;
        options.SecretKey = FakeDoku.Secret;
        options.Environment = DokuEnvironment.Production;
    }

    internal static void Only(DokuOptions options, params DokuKey[] keys)
    {
        options.SecretKey = null;
        foreach (var key in keys)
        {
            options.Keys.Add(key);
        }
    }

    internal static void At(DokuOptions options, string address)
    {
        options.Environment = null;
        options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute);
    }

    internal static DokuKey Key(
        string id,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null
    ) =>
        new()
        {
            Id = id,
            Secret = FakeDoku.Secret,
            NotBefore = from,
            NotAfter = to,
        };
}
