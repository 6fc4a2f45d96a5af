"""What can be wrong with a vector that holds: each yields a name, words, the fault and the vector."""

import copy
import hashlib

import signing
import spellings
from signing import HEADER, MISMATCH, NO_KEY, OTHER, SIGNATURE, place, value, with_value

SIGNED = ("Client-Id", "Request-Id", "Timestamp", "Signature")


def of(make, key):
    yield from spellings.of(make())
    yield from header_counts(make())
    yield from header_values(make)
    yield from contents(make)
    yield from bodies(make())
    yield from keys(make, key)


def header_counts(vector):
    for name in SIGNED:
        fault = SIGNATURE if name == "Signature" else HEADER
        word = name.lower()
        at = place(vector, name)
        missing = copy.deepcopy(vector)
        del missing["headers"][at]
        yield f"{word}-missing", "Each header must come once.", fault, missing
        twice = copy.deepcopy(vector)
        twice["headers"].append(list(twice["headers"][at]))
        yield f"{word}-twice", "The same header twice, with one value.", fault, twice
        other_case = copy.deepcopy(vector)
        header, text = other_case["headers"][at]
        other_case["headers"].insert(0, [header.lower(), text])
        yield f"{word}-twice-in-other-case", "Header names ignore case.", fault, other_case
        differing = copy.deepcopy(vector)
        differing["headers"].append([header, text[:-1] + "x"])
        yield f"{word}-twice-differing", "Neither the first nor the last may win.", fault, differing
        renamed = copy.deepcopy(vector)
        renamed["headers"][at][0] = "X-" + header
        yield f"{word}-renamed", "Under another name it isn't there.", fault, renamed
    other = copy.deepcopy(vector)
    at = place(vector, "Timestamp")
    is_response = vector["kind"] == "response"
    other["headers"][at][0] = signing.stamp_name("request" if is_response else "response")
    yield "timestamp-of-the-other-kind", "Answers have Response-Timestamp, the rest Request-Timestamp.", HEADER, other


def header_values(make):
    vector = make()
    for name in SIGNED[:3]:
        word, text = name.lower(), value(vector, name)
        for what, changed in {
            "empty": "", "space-before": " " + text, "space-after": text + " ", "space-inside": text[:3] + " " + text[3:],
            "tab-after": text + "\t", "line-feed-after": text + "\n", "carriage-return": text + "\r",
            "nul": text + "\0", "delete": text + "\x7f", "not-ascii": text + "\u00e9",
        }.items():
            yield f"{word}-{what}", "Only visible ASCII is signed.", HEADER, with_value(vector, name, changed)
    # The lines of a genuine message, cut in another place: without the rule the signature would hold.
    stamp = signing.stamp_name(vector["kind"])
    moved = with_value(
        vector, "Client-Id", value(vector, "Client-Id") + "\nRequest-Id:" + value(vector, "Request-Id")
    )
    yield "client-id-injects-line", "A line feed would move the lines.", HEADER, moved
    moved = with_value(
        vector, "Request-Id", f"{value(vector, 'Request-Id')}\n{stamp}:{value(vector, 'Timestamp')}"
    )
    yield "request-id-injects-line", "A line feed would move the lines.", HEADER, moved
    moved = with_value(vector, "Timestamp", value(vector, "Timestamp") + "\nRequest-Target:" + vector["target"])
    yield "timestamp-injects-line", "A line feed would move the lines.", HEADER, moved


def contents(make):
    vector = make()
    is_response = vector["kind"] == "response"
    client_id, request_id = value(vector, "Client-Id"), value(vector, "Request-Id")
    for what, changed in {"other": "MCH-0002-10791114622547", "other-case": client_id.lower(), "longer": client_id + "1"}.items():
        altered = with_value(vector, "Client-Id", changed)
        yield f"client-id-{what}", "Another merchant's.", OTHER, altered
        expected = copy.deepcopy(altered)
        expected["expected"]["client_id"] = changed
        yield f"client-id-{what}-expected", "The header was changed after it was signed.", MISMATCH, expected
    for what, changed in {
        "other": "018f6d1e-7c2a-7f2b-9a51-0c3f5f0e7a99", "other-case": request_id.upper(), "shorter": request_id[:-1],
    }.items():
        altered = with_value(vector, "Request-Id", changed)
        yield f"request-id-{what}", "Another call's, or changed.", OTHER if is_response else MISMATCH, altered
    if is_response:
        yield "request-id-of-another-call", "Genuine, but the answer to another call.", OTHER, dict(
            make(request_id="018f6d1e-7c2a-7f2b-9a51-0c3f5f0e7a99"), expected=vector["expected"]
        )
    for what, changed in {
        "later": "2026-11-22T01:51:01Z", "earlier": "2026-11-22T01:50:59Z", "fraction": "2026-11-22T01:51:00.000Z",
        "offset": "2026-11-22T01:51:00+00:00", "jakarta": "2026-11-22T08:51:00+07:00", "lower-case": "2026-11-22t01:51:00z",
    }.items():
        yield f"timestamp-{what}", "The text is signed, not the moment.", MISMATCH, with_value(vector, "Timestamp", changed)
    target = vector["target"]
    for what, changed in {
        "other": "/other", "slash-added": target + "/", "slash-doubled": "/" + target, "query-added": target + "?a=1",
        "query-mark-added": target + "?", "upper-case": target.upper(), "host-added": "https://api.doku.com" + target,
        "prefix-added": "/base" + target, "encoded": target.replace("-", "%2D").replace("s", "%73"), "first-slash-removed": target[1:],
        "cut": target[:-1], "dot-segment": "/." + target, "fragment": target + "#a",
    }.items():
        yield f"target-{what}", "The path isn't the one that was signed.", MISMATCH, dict(vector, target=changed)
    for what, changed in {"empty": "", "space": target + " ", "line-feed": target + "\nDigest:x"}.items():
        yield f"target-{what}", "Only visible ASCII is signed.", HEADER, dict(vector, target=changed)
    other_name = copy.deepcopy(vector)
    wrong = vector["string_to_sign"].replace("Response-", "X-").replace("Request-Timestamp", "Response-Timestamp")
    wrong = wrong.replace("X-", "Request-")
    for what, lines in {
        "other-stamp-name": wrong,
        "last-line-feed": vector["string_to_sign"] + "\n",
        "crlf": vector["string_to_sign"].replace("\n", "\r\n"),
        "space-after-colon": vector["string_to_sign"].replace(":", ": "),
        "lower-case-names": vector["string_to_sign"].replace("Client-Id", "client-id").replace("Request-Id", "request-id"),
        "sorted": "\n".join(sorted(vector["string_to_sign"].split("\n"))),
        "backslash-n": vector["string_to_sign"].replace("\n", "\\n"),
        "no-target": "\n".join(line for line in vector["string_to_sign"].split("\n") if "Target" not in line),
        "method": vector["method"] + "\n" + vector["string_to_sign"],
    }.items():
        if lines == vector["string_to_sign"]:
            continue
        signed = with_value(other_name, "Signature", signing.sign(vector["keys"][0]["secret"], lines))
        yield f"lines-{what}", "The signer put the lines together otherwise.", MISMATCH, signed


def bodies(vector):
    body = signing.body_of(vector["body"])
    if body is None:
        for what, changed in {"empty-added": "", "braces-added": "{}", "null-added": "null"}.items():
            yield f"body-{what}", "A message without a body has no digest.", MISMATCH, dict(vector, body={"utf8": changed})
        lines = vector["string_to_sign"] + "\nDigest:" + signing.digest_of(b"")
        yield "digest-added", "A message without a body has no digest.", MISMATCH, with_value(
            vector, "Signature", signing.sign(vector["keys"][0]["secret"], lines)
        )
        return
    text = body.decode("utf-8")
    for what, changed in {
        "amount": text.replace("170000", "170001"), "line-feed-added": text + "\n", "crlf-added": text + "\r\n",
        "space-added": text + " ", "bom-added": "\ufeff" + text, "spaced": text.replace(",", ", "), "cut": text[:-1],
        "empty": "", "upper-case": text.upper(), "slashes": text.replace("INV-", "INV\\u002d"), "twice": text + text,
    }.items():
        yield f"body-{what}", "The body isn't the one that was signed.", MISMATCH, dict(vector, body={"utf8": changed})
    for bit in (0, len(body) * 4, len(body) * 8 - 1):
        octets = bytearray(body)
        octets[bit // 8] ^= 1 << (bit % 8)
        yield f"body-bit-{bit}", "One bit differs.", MISMATCH, dict(vector, body={"base64": signing.base64_of(bytes(octets))})
    yield "body-missing", "Without a body there is no digest.", MISMATCH, dict(vector, body=None)
    digest = signing.base64_of(hashlib.sha256(body).digest())
    for what, line in {
        "hex": "\nDigest:" + hashlib.sha256(body).hexdigest(), "missing": "", "of-nothing": "\nDigest:" + signing.digest_of(b""),
        "prefixed": "\nDigest:SHA-256=" + digest, "twice": "\nDigest:" + digest * 2, "empty": "\nDigest:",
        "lower-case": "\nDigest:" + digest.lower(), "unpadded": "\nDigest:" + digest.rstrip("="),
    }.items():
        lines = vector["string_to_sign"].split("\nDigest:")[0] + line
        yield f"digest-{what}", "The digest is base64 of the body's SHA-256.", MISMATCH, with_value(
            vector, "Signature", signing.sign(vector["keys"][0]["secret"], lines)
        )


def keys(make, key):
    vector = make()
    good = vector["keys"][0]
    late, early = "2026-11-22T01:51:30Z", "2026-11-22T01:51:31Z"
    for what, fault, ring in (
        ("none", NO_KEY, []),
        ("empty", NO_KEY, [dict(good, secret="")]),
        ("blank", NO_KEY, [dict(good, secret="  ")]),
        ("expired", NO_KEY, [dict(good, not_after=late)]),
        ("not-yet", NO_KEY, [dict(good, not_before=early)]),
        ("window-turned-round", NO_KEY, [dict(good, not_before=early, not_after=late)]),
        ("other", MISMATCH, [dict(good, secret="SK-vector-other")]),
        ("other-case", MISMATCH, [dict(good, secret=good["secret"].lower())]),
        ("space-after", MISMATCH, [dict(good, secret=good["secret"] + " ")]),
        ("line-feed-after", MISMATCH, [dict(good, secret=good["secret"] + "\n")]),
        ("expired-beside-other", MISMATCH, [dict(good, not_after=late), key("other", "SK-vector-other")]),
        ("not-yet-beside-other", MISMATCH, [dict(good, not_before=early), key("other", "SK-vector-other")]),
        ("two-others", MISMATCH, [key("one", "SK-vector-one"), key("two", "SK-vector-two")]),
    ):
        yield f"key-{what}", "Only a key that counts at the moment verifies.", fault, dict(vector, keys=ring)
    forged = signing.sign("", vector["string_to_sign"])
    yield "key-empty-forged", "An empty key would let anyone sign.", NO_KEY, with_value(
        dict(vector, keys=[dict(good, secret="")]), "Signature", forged
    )
    yield "key-client-id", "The client id is no secret.", MISMATCH, with_value(
        vector, "Signature", signing.sign(value(vector, "Client-Id"), vector["string_to_sign"])
    )
