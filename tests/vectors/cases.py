"""The vectors that hold, and those that don't."""

import json
from pathlib import Path

import mutations
import signing

SECRET = "SK-vector-5b1d0e7c"
CLIENT_ID = "MCH-0001-10791114622547"
STAMP = "2026-11-22T01:51:00Z"
MOMENT = "2026-11-22T01:51:30Z"
ORDER = '{"order":{"invoice_number":"INV-0007","amount":170000},"customer":{"first_name":"Sari"}}'
NOTE = (
    '{"order":{"invoice_number":"INV-0007","amount":170000},"transaction":{"status":"SUCCESS",'
    '"date":"2026-11-22T01:50:59Z","original_request_id":"018f6d1e-7c2a-7f2b-9a51-0c3f5f0e7a01"}}'
)
KINDS = {
    "post": ("request", "POST", "/kredivo-peer-to-peer/v2/generate-order", ORDER),
    "get": ("request", "GET", "/orders/v1/status/INV-0007", None),
    "response": ("response", "POST", "/kredivo-peer-to-peer/v2/generate-order", ORDER),
    "notification": ("notification", "POST", "/payments/notifications", NOTE),
}


def utf8(text):
    return {"utf8": text}


def octets(data):
    return {"base64": signing.base64_of(data)}


def repeat(text, count):
    return {"repeat": text, "count": count}


BODIES = {
    "empty": (utf8(""), "A body of no bytes is a body: it has a digest."),
    "braces": (utf8("{}"), "The smallest object."),
    "space": (utf8(" "), "White space counts."),
    "null": (utf8("null"), "JSON that is no object."),
    "line-feed-at-end": (utf8(ORDER + "\n"), "The line feed at the end is signed."),
    "crlf-at-end": (utf8(ORDER + "\r\n"), "The line end is signed as it is."),
    "crlf-inside": (utf8(ORDER.replace(",", ",\r\n")), "Line ends aren't rewritten."),
    "lf-inside": (utf8(ORDER.replace(",", ",\n  ")), "White space isn't removed."),
    "tab": (utf8(ORDER.replace(":", ":\t")), "Nor are tabs."),
    "bom": (octets(b"\xef\xbb\xbf" + ORDER.encode()), "A byte order mark is three bytes of the body."),
    "bom-alone": (octets(b"\xef\xbb\xbf"), "Nothing but a byte order mark."),
    "latin": (utf8('{"name":"Caf\u00e9 \u00d1o\u00f1o"}'), "Two-byte characters."),
    "decomposed": (utf8('{"name":"Cafe\u0301"}'), "Unicode isn't normalised."),
    "chinese": (utf8('{"name":"\u5496\u5561 \u2615"}'), "Three-byte characters."),
    "non-bmp": (utf8('{"name":"\U0001f600 \U00020bb7"}'), "Four-byte characters."),
    "escaped-non-bmp": (utf8('{"name":"\\ud83d\\ude00"}'), "An escape is signed as it is written."),
    "escaped-slash": (utf8('{"url":"https:\\/\\/toko.example\\/a"}'), "Slashes as PHP writes them."),
    "plus": (utf8('{"phone":"+62 812+9000"}'), "A plus isn't a space."),
    "percent": (utf8('{"text":"100%25 %2B %0A"}'), "Percent-encoding isn't undone."),
    "nul": (octets(b'{"a":"\x00"}'), "A NUL doesn't end the body."),
    "not-utf8": (octets(bytes(range(256))), "Bytes that aren't UTF-8 are signed all the same."),
    "duplicate-member": (utf8('{"a":1,"a":2}'), "What was sent is signed, not what was read."),
    "numbers": (utf8('{"amount":170000.00,"e":1.7E5}'), "Numbers keep their spelling."),
    "digest-like": (utf8("Digest:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), "A body like a line."),
    "block-55": (repeat("a", 55), "The last length that one SHA-256 block holds."),
    "block-56": (repeat("a", 56), "The first length that needs two blocks."),
    "block-64": (repeat("a", 64), "One block in full."),
    "4-kib": (repeat("0123456789abcdef", 256), "Four kibibytes."),
    "1-mib": (repeat("0123456789abcdef", 65536), "One mebibyte."),
    "1-mib-and-one": (repeat("x", 1048577), "One byte more than a mebibyte."),
}

TARGETS = {
    "root": "/",
    "one-segment": "/a",
    "slash-at-end": "/payments/notifications/",
    "two-slashes": "/payments//notifications",
    "prefix": "/shop/base/payments/notifications",
    "query": "/orders/v1/status/INV-0007?full=true",
    "query-plus-percent": "/orders/v1/status?q=a+b%2Bc%20d&x=%26",
    "query-empty": "/orders/v1/status?",
    "query-twice": "/a?b?c=d",
    "space-encoded": "/orders/v1/status/INV%200007",
    "slash-encoded": "/orders/v1/status/INV%2F0007",
    "percent-encoded": "/orders/v1/status/100%25",
    "utf8-encoded": "/orders/v1/status/caf%C3%A9",
    "lower-case-hex": "/orders/v1/status/caf%c3%a9",
    "plus": "/orders/v1/status/a+b",
    "sub-delimiters": "/a!$&'()*+,;=:@b",
    "unreserved": "/a-b.c_d~e",
    "colon": "/orders/v1/status:now",
    "upper-case": "/Payments/NOTIFICATIONS",
    "long": "/" + "a" * 2000,
    "line-like": "/a%0ADigest:x",
}

REQUEST_IDS = {
    "one-character": "1",
    "digits": "100000",
    "128-characters": "r" * 128,
    "upper-case-uuid": "018F6D1E-7C2A-7F2B-9A51-0C3F5F0E7A01",
    "symbols": "!#$%&'*+-.^_`|~:/?@[](){}<>\"\\,;=",
    "base64": "AbC+/w==",
}

CLIENT_IDS = {"branch": "BRN-0223-1645000000000", "short": "C", "lower-case": "mch-0001-a"}

SECRETS = {
    "one-character": "s",
    "64-bytes": "k" * 64,
    "65-bytes": "k" * 65,
    "long": "long-secret-" * 40,
    "inner-space": "SK-vector one two",
    "space-at-end": "SK-vector-ends ",
    "latin": "SK-k\u00e9y-\u00f1",
    "non-bmp": "SK-\U0001f511",
    "symbols": "SK-\"'\\%+/=&",
    "line-feed": "SK-line\nfeed",
}

STAMPS = {
    "leap-day": "2028-02-29T00:00:00Z",
    "end-of-year": "2026-12-31T23:59:59Z",
    "new-year": "2027-01-01T00:00:00Z",
}


def key(id="main", secret=SECRET, **when):
    return {"id": id, "secret": secret, **when}


def make(name, form, about="", **changed):
    """A vector that holds, in one of the four forms."""
    kind, method, target, text = KINDS[form]
    vector = {
        "name": f"{form}-{name}",
        "about": about,
        "kind": kind,
        "method": method,
        "keys": changed.get("keys", [key(secret=changed.get("secret", SECRET))]),
        "moment": changed.get("moment", MOMENT),
        "target": changed.get("target", target),
        "body": changed.get("body", None if text is None else utf8(text)),
    }
    client_id = changed.get("client_id", CLIENT_ID)
    request_id = changed.get("request_id", "018f6d1e-7c2a-7f2b-9a51-0c3f5f0e7a01")
    timestamp = changed.get("timestamp", STAMP)
    vector["expected"] = {"client_id": client_id}
    if kind == "response":
        vector["expected"]["request_id"] = request_id
    signer = next(k for k in vector["keys"] if k["id"] == changed.get("signer", vector["keys"][0]["id"]))
    body = signing.body_of(vector["body"])
    lines = signing.string_to_sign(
        kind, client_id, request_id, timestamp, vector["target"], body
    )
    vector["headers"] = [
        ["Client-Id", client_id],
        ["Request-Id", request_id],
        [signing.stamp_name(kind), timestamp],
        ["Signature", signing.sign(signer["secret"], lines)],
    ]
    vector["key_id"] = signer["id"]
    vector["digest"] = None if body is None else signing.digest_of(body)
    vector["string_to_sign"] = lines
    return vector


def each_form():
    for name, (body, about) in BODIES.items():
        for form in ("post", "response", "notification"):
            yield make("body-" + name, form, about, body=body)
    for name, target in TARGETS.items():
        for form in ("get", "post", "notification"):
            yield make("target-" + name, form, "The path as it was called.", target=target)
    for form in KINDS:
        for name, value in REQUEST_IDS.items():
            yield make("request-id-" + name, form, "Any visible ASCII.", request_id=value)
        for name, value in CLIENT_IDS.items():
            yield make("client-id-" + name, form, "Any visible ASCII.", client_id=value)
        for name, value in SECRETS.items():
            yield make("secret-" + name, form, "The secret's UTF-8 bytes are the key.", secret=value)
        for name, value in STAMPS.items():
            yield make("timestamp-" + name, form, "UTC in whole seconds.", timestamp=value, moment=value)


def overlaps():
    old = key("old", "SK-vector-old", not_after="2026-11-22T02:00:00Z")
    new = key("new", "SK-vector-new", not_before="2026-11-22T01:00:00Z")
    for form in KINDS:
        for signer in ("old", "new"):
            yield make(
                f"overlap-{signer}", form, "Both keys count.", keys=[old, new], signer=signer
            )
        yield make(
            "key-first-moment", form, "not_before itself counts.",
            keys=[old, new], signer="new", moment="2026-11-22T01:00:00Z", timestamp="2026-11-22T01:00:00Z",
        )
        yield make(
            "key-last-moment", form, "The second before not_after counts.",
            keys=[old, new], signer="old", moment="2026-11-22T01:59:59Z",
        )
        yield make(
            "key-beside-empty", form, "An empty key doesn't hinder a good one.",
            keys=[key("empty", ""), key()], signer="main",
        )


def kept():
    """The six of signatures.json, which were there first."""
    path = Path(__file__).resolve().parent / "signatures.json"
    for old in json.loads(path.read_text("utf-8"))["vectors"]:
        form = {"response": "response", "notification": "notification"}.get(
            old["kind"], "get" if old["body"] is None else "post"
        )
        vector = make(
            "kept-" + old["name"], form, "From signatures.json.",
            keys=[key(secret=old["secret_key"])], client_id=old["client_id"],
            request_id=old["request_id"], timestamp=old["timestamp"], moment=old["timestamp"],
            target=old["request_target"], body=None if old["body"] is None else utf8(old["body"]),
        )
        if [old["signature"]] != signing.values_of(vector, "Signature"):
            raise SystemExit(f"signatures.json: {old['name']} has another signature")
        yield vector


def positive():
    return [*each_form(), *overlaps(), *kept()]


def negative():
    vectors = []
    for form in KINDS:
        for name, about, fault, vector in mutations.of(lambda **changed: make("", form, **changed), key):
            vector = dict(vector, name=f"{form}-refused-{name}", about=about, fault=fault)
            for answer in ("key_id", "digest", "string_to_sign"):
                del vector[answer]
            vectors.append(vector)
    return vectors
