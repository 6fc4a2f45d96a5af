"""Signature headers that must not be read, or not be taken for the message's own."""

import base64
import hashlib
import hmac

import signing
from signing import MISMATCH, SIGNATURE, value, with_value


def mac_with(vector, algorithm):
    secret = vector["keys"][0]["secret"].encode("utf-8")
    return hmac.new(secret, vector["string_to_sign"].encode("ascii"), algorithm).digest()


def flipped(text, index):
    return text[:index] + text[index].swapcase() + text[index + 1:]


def of(vector):
    good = value(vector, "Signature")
    text = good[len(signing.PREFIX):]
    mac = base64.b64decode(text)
    encoded = {
        "hex-lower": mac.hex(),
        "hex-upper": mac.hex().upper(),
        "base64url": base64.urlsafe_b64encode(b"\xfb" * 32).decode("ascii"),
        "unpadded": text.rstrip("="),
        "padding-twice": text + "=",
        "padding-replaced": text[:-1] + "A",
        "31-bytes": signing.base64_of(mac[:31]),
        "33-bytes": signing.base64_of(mac + b"\x00"),
        "64-bytes": signing.base64_of(mac + mac),
        "no-bytes": "",
        "base64-of-hex": signing.base64_of(mac.hex().encode("ascii")),
        "base64-of-base64": signing.base64_of(text.encode("ascii")),
        "space-inside": text[:20] + " " + text[20:],
        "line-feed-inside": text[:20] + "\n" + text[20:],
        "crlf-before-padding": text[:-1] + "\r\n=",
        "quoted": '"' + text + '"',
        "percent-encoded": text[:-1] + "%3D",
        "not-base64": "!" * 43 + "=",
        "full-width": "\uff21" + text[1:],
    }
    for name, changed in encoded.items():
        yield "signature-" + name, "Not 44 characters of base64.", SIGNATURE, with_value(
            vector, "Signature", signing.PREFIX + changed
        )
    # The last character before the padding has two bits that no byte takes up.
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for bits in (1, 2, 3):
        last = alphabet[alphabet.index(text[-2]) | bits]
        yield f"signature-spare-bits-{bits}", "The same bytes in another spelling.", SIGNATURE, with_value(
            vector, "Signature", signing.PREFIX + text[:-2] + last + "="
        )
    letters = [i for i, letter in enumerate(text[:-2]) if letter.isalpha()]
    yield "signature-case-one-letter", "Base64 has upper and lower case.", MISMATCH, with_value(
        vector, "Signature", signing.PREFIX + flipped(text, letters[0])
    )
    changed = "".join(letter.swapcase() for letter in text[:-2]) + text[-2:]
    yield "signature-case-all-letters", "Base64 has upper and lower case.", MISMATCH, with_value(
        vector, "Signature", signing.PREFIX + changed
    )
    for bit in (0, 7, 128, 255):
        octets = bytearray(mac)
        octets[bit // 8] ^= 1 << (bit % 8)
        yield f"signature-bit-{bit}", "One bit differs.", MISMATCH, with_value(
            vector, "Signature", signing.PREFIX + signing.base64_of(bytes(octets))
        )
    yield "signature-zeros", "Well formed, of no message.", MISMATCH, with_value(
        vector, "Signature", signing.PREFIX + signing.base64_of(bytes(32))
    )
    yield "signature-sha256-without-key", "A hash without the secret.", MISMATCH, with_value(
        vector, "Signature",
        signing.PREFIX + signing.base64_of(hashlib.sha256(vector["string_to_sign"].encode()).digest()),
    )
    yield "signature-hmac-sha512", "Another algorithm under the right name.", SIGNATURE, with_value(
        vector, "Signature", signing.PREFIX + signing.base64_of(mac_with(vector, hashlib.sha512))
    )
    yield "signature-sha512-cut", "Another algorithm, cut to 32 bytes.", MISMATCH, with_value(
        vector, "Signature", signing.PREFIX + signing.base64_of(mac_with(vector, hashlib.sha512)[:32])
    )
    yield from prefixes(vector, text)


def prefixes(vector, text):
    for name, prefix in {
        "missing": "", "lower-case": "hmacsha256=", "mixed-case": "HmacSHA256=",
        "misspelled": "HMACHSHA256=", "sha512": "HMACSHA512=", "sha1": "HMACSHA1=", "sha256": "SHA256=",
        "hyphens": "HMAC-SHA-256=", "colon": "HMACSHA256:", "space": "HMACSHA256 ", "two-signs": "HMACSHA256==",
        "space-after": "HMACSHA256= ", "space-before-sign": "HMACSHA256 =", "none": "none=", "bearer": "Bearer ",
    }.items():
        yield "algorithm-" + name, "The one algorithm is HMACSHA256=.", SIGNATURE, with_value(
            vector, "Signature", prefix + text
        )
    good = signing.PREFIX + text
    for name, changed in {
        "space-before": " " + good, "space-after": good + " ", "tab-before": "\t" + good, "tab-after": good + "\t",
        "line-feed-after": good + "\n", "crlf-after": good + "\r\n", "nul-after": good + "\0", "empty": "",
        "comma-joined": good + "," + good, "comma-space-joined": good + ", " + good, "semicolon": good + ";",
        "good-second": "HMACSHA256=x," + good, "parameter": good + ";v=1", "prefix-alone": signing.PREFIX,
        "prefix-twice": signing.PREFIX + good,
    }.items():
        yield "value-" + name, "One value, and nothing around it.", SIGNATURE, with_value(
            vector, "Signature", changed
        )
