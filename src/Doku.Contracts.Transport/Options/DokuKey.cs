using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Doku.Contracts.Transport;

/// <summary>A secret key that DOKU shares with a merchant, and when it may be used. Never prints its secret.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class DokuKey
{
    private KeyedSecret _secret = new("");

    /// <summary>A name of the merchant's own choice, which logs and <c>Verified&lt;T&gt;</c> may show: <c>2026-11</c>.</summary>
    [Required(ErrorMessage = "Every key in Keys needs an Id, a name of your own choice.")]
    public string Id { get; set; } = "";

    /// <summary>The secret as DOKU Back Office shows it; its UTF-8 bytes are the key of the signature.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    [Required(
        ErrorMessage = "Every key in Keys needs a Secret: DOKU Back Office shows it as the secret key."
    )]
    public string Secret
    {
        get => Keyed().Text;
        // What the former secret keyed is let go of at once; a message that is being signed under it comes to its end.
        set => Interlocked.Exchange(ref _secret, new KeyedSecret(value)).Retire();
    }

    /// <summary>The first moment at which the key counts; null when it counts since ever.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>The first moment at which the key no longer counts; null when it counts for ever.</summary>
    public DateTimeOffset? NotAfter { get; set; }

    /// <summary>The secret at this moment, in one piece: whoever checks it signs with what was checked.</summary>
    // A method, because the generator of configuration binding takes every property for a setting.
    internal KeyedSecret Keyed() => Volatile.Read(ref _secret);

    /// <summary>Whether the key counts at a moment.</summary>
    public bool IsValidAt(DateTimeOffset moment) =>
        (NotBefore is null || NotBefore <= moment) && (NotAfter is null || moment < NotAfter);

    /// <summary>The key's name, without its secret.</summary>
    public override string ToString() => $"key {Id}";
}
