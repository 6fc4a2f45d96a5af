"""DOKU's signature in Python, and a verifier that says why it refuses."""

import base64
import copy
import hashlib
import hmac
from datetime import datetime

PREFIX = "HMACSHA256="
MAX_TEXT = 8192
MISMATCH, HEADER, SIGNATURE, OTHER, NO_KEY = (
    "mismatch", "header_malformed", "signature_malformed", "other_exchange", "no_key"
)


def base64_of(data):
    return base64.b64encode(data).decode("ascii")


def body_of(body):
    """The bytes of a vector's body; None where the message has none."""
    if body is None:
        return None
    if "utf8" in body:
        return body["utf8"].encode("utf-8")
    if "base64" in body:
        return base64.b64decode(body["base64"])
    return body["repeat"].encode("utf-8") * body["count"]


def digest_of(data):
    return base64_of(hashlib.sha256(data).digest())


def stamp_name(kind):
    return "Response-Timestamp" if kind == "response" else "Request-Timestamp"


def string_to_sign(kind, client_id, request_id, timestamp, target, body):
    lines = [
        "Client-Id:" + client_id,
        "Request-Id:" + request_id,
        stamp_name(kind) + ":" + timestamp,
        "Request-Target:" + target,
    ]
    if body is not None:
        lines.append("Digest:" + digest_of(body))
    return "\n".join(lines)


def mac_of(secret, lines):
    return hmac.new(secret.encode("utf-8"), lines.encode("utf-8"), hashlib.sha256).digest()


def sign(secret, lines):
    return PREFIX + base64_of(mac_of(secret, lines))


def values_of(vector, name):
    return [value for header, value in vector["headers"] if header.lower() == name.lower()]


def place(vector, name):
    wanted = stamp_name(vector["kind"]) if name == "Timestamp" else name
    return next(i for i, (header, _) in enumerate(vector["headers"]) if header == wanted)


def value(vector, name):
    return vector["headers"][place(vector, name)][1]


def with_value(vector, name, text):
    changed = copy.deepcopy(vector)
    changed["headers"][place(vector, name)][1] = text
    return changed


def lines_of(vector):
    kind = vector["kind"]
    (client_id,) = values_of(vector, "Client-Id")
    (request_id,) = values_of(vector, "Request-Id")
    (timestamp,) = values_of(vector, stamp_name(kind))
    return string_to_sign(
        kind, client_id, request_id, timestamp, vector["target"], body_of(vector["body"])
    )


def is_text(value):
    """Visible ASCII without a space, at least one character."""
    return 0 < len(value) <= MAX_TEXT and all("!" <= letter <= "~" for letter in value)


def read_signature(value):
    """The 32 bytes of a well-formed signature, else None."""
    if not value.startswith(PREFIX):
        return None
    text = value[len(PREFIX):]
    try:
        mac = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        return None
    # A decoder passes over spare bits; writing the bytes again leaves one spelling.
    return mac if len(mac) == 32 and base64_of(mac) == text else None


def moment(text):
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")


def counts(key, now):
    return (
        key["secret"].strip() != ""
        and ("not_before" not in key or moment(key["not_before"]) <= now)
        and ("not_after" not in key or now < moment(key["not_after"]))
    )


def verify(vector):
    """The fault, "none" when the signature holds, and the id of the key under which it does."""
    kind, expected = vector["kind"], vector["expected"]
    texts = [
        values_of(vector, name) for name in ("Client-Id", "Request-Id", stamp_name(kind))
    ]
    if any(len(values) != 1 for values in texts):
        return HEADER, None
    signatures = values_of(vector, "Signature")
    if len(signatures) != 1:
        return SIGNATURE, None
    if any(not is_text(values[0]) for values in texts) or not is_text(vector["target"]):
        return HEADER, None
    if texts[0][0] != expected["client_id"]:
        return OTHER, None
    if texts[1][0] != expected.get("request_id", texts[1][0]):
        return OTHER, None
    claimed = read_signature(signatures[0])
    if claimed is None:
        return SIGNATURE, None
    now = moment(vector["moment"])
    keys = [key for key in vector["keys"] if counts(key, now)]
    if not keys:
        return NO_KEY, None
    lines = lines_of(vector)
    for key in keys:
        if hmac.compare_digest(mac_of(key["secret"], lines), claimed):
            return "none", key["id"]
    return MISMATCH, None
