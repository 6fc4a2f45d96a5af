using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Transport;

/// <summary>Tries the well-known mistakes, one at a time, and says which of them makes the signature that came.</summary>
internal sealed class SignatureExplainer
{
    // One mistake takes at most eleven attempts, all together under a hundred and fifty for a key.
    private const int MaxKeys = 4;
    private readonly SigningCase _signing;
    private readonly SignatureSpelling _spelling;
    private readonly DokuKey[] _keys;
    private readonly DateTimeOffset _now;
    private readonly ExplanationDraft _draft = new();
    private int _attempts;

    internal SignatureExplainer(
        SigningCase signing,
        string? signature,
        DokuKeyRing keys,
        DateTimeOffset now
    )
    {
        _signing = signing;
        _spelling = SignatureSpelling.Read(signature);
        _keys = [.. keys.All.ToArray().Where(key => key.Keyed().IsUsable)];
        _now = now;
    }

    internal SignatureExplanation Explain(SignatureVerdict verdict)
    {
        _draft.CompareExpected(_signing);
        if (verdict.IsValid)
        {
            _draft.RestIsSame();
            return _draft.End(verdict, isExplained: true, _attempts);
        }

        _draft.CompareForms(_signing.Message);
        if (!_spelling.IsRight)
        {
            _draft.Differs(SignatureComponent.Signature, _spelling.Mistake, _spelling.Words);
        }

        if (!_keys.Any(key => key.IsValidAt(_now)))
        {
            _draft.Differs(
                SignatureComponent.Key,
                "key-none",
                "No key with a secret counts at the moment."
            );
        }

        var isExplained = _spelling.Mac is not null && (IsPlain() || HasMistake());
        if (isExplained)
        {
            _draft.RestIsSame();
        }

        return _draft.End(verdict, isExplained, _attempts);
    }

    /// <summary>Whether the right lines were signed, so that only the spelling or the key's time is at fault.</summary>
    private bool IsPlain()
    {
        foreach (var key in _keys)
        {
            if (!IsSignedBy(_signing.Plain, key))
            {
                continue;
            }

            if (!key.IsValidAt(_now))
            {
                var when = key.NotBefore > _now ? "doesn't count yet" : "no longer counts";
                _draft.Differs(
                    SignatureComponent.Key,
                    KeyMistakes.OutsideItsTime,
                    $"The signer used {key}, which {when}."
                );
            }

            return true;
        }

        return false;
    }

    private bool HasMistake()
    {
        // Without any key that counts, the reason is known; what else differs still helps.
        var counting = _keys.Where(key => key.IsValidAt(_now)).ToArray();
        var keys = (counting.Length == 0 ? _keys : counting).Take(MaxKeys).ToArray();
        foreach (var mistake in SignatureMistake.All)
        {
            foreach (var attempt in mistake.Attempts(_signing))
            {
                if (keys.Any(key => IsSignedBy(attempt, key)))
                {
                    _draft.Differs(mistake.Component, mistake.Name, mistake.Words);
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsSignedBy(SigningAttempt attempt, DokuKey key)
    {
        var secret = key.Keyed().Text;
        var bytes = attempt.Rekey is { } rekey ? rekey(secret) : Encoding.UTF8.GetBytes(secret);
        if (bytes is null)
        {
            return false;
        }

        _attempts++;
        var lines = attempt.Lines();
        var mac =
            _spelling.Mac!.Length == SignatureSpelling.LongMacLength
                ? HMACSHA512.HashData(bytes, lines)
                : HMACSHA256.HashData(bytes, lines);
        CryptographicOperations.ZeroMemory(bytes);
        return CryptographicOperations.FixedTimeEquals(mac, _spelling.Mac);
    }
}
