"""Writes the corpus anew out of schemas/**/examples and tests/vectors. Same bytes on each run."""

import base64
import hashlib
import hmac
import json
import pathlib
import shutil

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
EXAMPLES = {
    "notification": "common/examples/paylater-notification",
    "status": "common/examples/order-status",
    "order": "kredivo/examples/generate-order.request",
    "answer": "kredivo/examples/generate-order.response",
    "error": "common/examples/error",
}
LARGEST = 4096
HEAD = (
    "POST /payments/notifications\n"
    "Client-Id: MCH-0001-10791114622547\n"
    "Request-Id: notification-1\n"
    "Request-Timestamp: 2026-11-22T01:58:30Z\n"
    "Signature: {}\n"
)
FORGED = "HMACSHA256=" + "A" * 43 + "="
SECRET = b"SK-of-the-fuzzer"


def put(target, name, data):
    folder = HERE / target
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)


def body_of(path):
    """An example's body: a valid one is the file, an invalid one says beside it what is wrong."""
    if path.parent.name == "valid":
        return path.read_bytes()
    example = json.loads(path.read_text("utf-8"))
    if "bodyText" in example:
        return example["bodyText"].encode()
    return json.dumps(example["body"], indent=2).encode()


def examples(kind):
    for path in sorted((ROOT / "schemas" / EXAMPLES[kind]).rglob("*.json")):
        if path.stat().st_size <= LARGEST:
            yield f"{kind}-{path.parent.name}-{path.stem}", body_of(path)


def request(body, head="", signature="*"):
    return (HEAD.format(signature) + head + "\n").encode() + body


def signature_of(body):
    """What `Signature: *` stands for."""
    lines = HEAD.format("").split("\n")[1:4]
    lines += ["Request-Target:/payments/notifications"]
    lines += ["Digest:" + base64.b64encode(hashlib.sha256(body).digest()).decode()]
    text = "\n".join(line.replace(": ", ":") for line in lines)
    return "HMACSHA256=" + base64.b64encode(hmac.digest(SECRET, text.encode(), "sha256")).decode()


def of_vector(vector):
    lines = "".join(f"{name}: {value}\n" for name, value in vector["headers"])
    body = vector["body"] or {"utf8": ""}
    return f"POST {vector['target']}\n{lines}\n".encode() + body["utf8"].encode()


def main():
    for old in ("endpoint", "verifier", "reader", "header"):
        shutil.rmtree(HERE / old, ignore_errors=True)
    for kind in EXAMPLES:
        for name, body in examples(kind):
            put("reader", name + ".json", body)
    for name, body in examples("notification"):
        put("endpoint", name + ".http", request(body))
        put("verifier", name + ".http", request(body))
    paid = dict(examples("notification"))["notification-valid-paid"]
    put("endpoint", "as-json.http", request(paid, "Content-Type: application/json\n"))
    put("endpoint", "as-form.http", request(paid, "Content-Type: application/x-www-form-urlencoded\n"))
    put("endpoint", "as-gzip.http", request(paid, "Content-Encoding: gzip\n"))
    put("endpoint", "too-long.http", request(paid, "Content-Length: 70000\n"))
    put("endpoint", "empty.http", request(b""))
    put("endpoint", "forged.http", request(paid, signature=FORGED))
    put("endpoint", "signed-before.http", request(paid, signature=signature_of(paid)))
    put("header", "right.txt", signature_of(b"{}").encode())
    put("endpoint", "get.http", request(paid).replace(b"POST", b"GET", 1))
    put("endpoint", "elsewhere.http", request(paid).replace(b"/payments", b"/orders", 1))
    put("endpoint", "with-query.http", request(paid).replace(b"notifications\n", b"notifications?a=1\n", 1))
    vectors = json.loads((ROOT / "tests/vectors/negative.json").read_text("utf-8"))["vectors"]
    for vector in vectors:
        if vector["kind"] == "notification" and vector["fault"] in ("header_malformed", "signature_malformed"):
            value = [text for name, text in vector["headers"] if name == "Signature"][:1]
            short = vector["name"].removeprefix("notification-refused-")
            if vector["fault"] == "signature_malformed" and value:
                put("header", short + ".txt", value[0].encode())
            elif "twice" in short or "missing" in short:
                put("verifier", short + ".http", of_vector(vector))


main()
