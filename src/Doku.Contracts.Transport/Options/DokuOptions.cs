using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.Transport;

/// <summary>
/// One merchant's account at DOKU. Checked when the program starts, and read anew for each call, so that a changed
/// configuration needs no restart. Never prints a secret.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class DokuOptions
{
    /// <summary>The merchant's <c>Client-Id</c> from DOKU Back Office: <c>MCH-0001-10791114622547</c>.</summary>
    [Required(ErrorMessage = "ClientId is missing: DOKU Back Office shows it.")]
    [RegularExpression(
        "^[!-~]{1,128}$",
        ErrorMessage = "ClientId must be at most 128 visible ASCII characters, without spaces."
    )]
    public string ClientId { get; set; } = "";

    /// <summary>The secret key, where there is only one. Set either this or <see cref="Keys"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public string? SecretKey { get; set; }

    /// <summary>
    /// The secret keys, while one replaces another: calls are signed with the key whose <see cref="DokuKey.NotBefore"/>
    /// came last, answers and notifications are verified with each key that counts at the moment.
    /// </summary>
    [ValidateEnumeratedItems]
    public IList<DokuKey> Keys { get; } = [];

    /// <summary>DOKU's host. Set either this or <see cref="BaseAddress"/>.</summary>
    public DokuEnvironment? Environment { get; set; }

    /// <summary>
    /// Another host, such as a sandbox's: scheme, host and port only, because a path would become part of the
    /// signature. <c>http</c> is for loopback hosts only.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Whether a query string counts as part of <c>Request-Target</c>. DOKU doesn't say, and its own libraries
    /// disagree; false by default.
    /// </summary>
    public bool RequestTargetIncludesQuery { get; set; }

    /// <summary>
    /// How long a call may take, all attempts of a retrying handler together, before its outcome counts as unknown.
    /// One minute by default; from one second to ten minutes.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>What happens to requests that go against their contract's advice; they are logged by default.</summary>
    public AdvicePolicy Advice { get; set; }

    /// <summary>Whose account it is, without a secret.</summary>
    public override string ToString() => $"DOKU account {ClientId}";

    internal Uri Host =>
        BaseAddress
        ?? (
            Environment == DokuEnvironment.Production
                ? new Uri("https://api.doku.com")
                : new Uri("https://api-sandbox.doku.com")
        );
}
