#!/usr/bin/env python3
"""Makes positive.json and negative.json. See README.md.

    python3 make.py            writes the files
    python3 make.py --check    writes nothing, and fails when a file isn't what it would write
    python3 make.py --openssl  recomputes each positive vector with the openssl command

Only Python's standard library, no clock and no chance: each run gives the same bytes.
"""

import json
import subprocess
import sys
from pathlib import Path

# A check leaves nothing behind in the folder.
sys.dont_write_bytecode = True

import cases
import signing

HERE = Path(__file__).resolve().parent
ABOUT = {
    "positive": "Signatures that hold. The fields are explained in README.md.",
    "negative": "Signatures that must be refused. The fields are explained in README.md.",
}


def judged():
    """The vectors, each of which the verifier in signing.py judges as the vector says."""
    positive, negative = cases.positive(), cases.negative()
    names = [vector["name"] for vector in positive + negative]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        sys.exit(f"Names that come twice: {repeated}")
    for vector in positive:
        verdict = signing.verify(vector)
        if verdict != ("none", vector["key_id"]):
            sys.exit(f"{vector['name']}: {verdict}")
    for vector in negative:
        fault, _ = signing.verify(vector)
        if fault != vector["fault"]:
            sys.exit(f"{vector['name']}: {fault}, not {vector['fault']}")
    return {"positive": positive, "negative": negative}


def text_of(kind, vectors):
    # One vector a line, so that a difference shows which one changed.
    lines = ",\n".join(json.dumps(vector, ensure_ascii=True) for vector in vectors)
    return f'{{"about": "{ABOUT[kind]}", "count": {len(vectors)}, "vectors": [\n{lines}\n]}}\n'


def openssl(arguments, data):
    return subprocess.run(
        ["openssl", *arguments], input=data, capture_output=True, check=True
    ).stdout


def recompute(vectors):
    for vector in vectors:
        lines = signing.lines_of(vector)
        body = signing.body_of(vector["body"])
        if body is not None:
            digest = signing.base64_of(openssl(["dgst", "-sha256", "-binary"], body))
            if digest != vector["digest"] or not lines.endswith("\nDigest:" + digest):
                sys.exit(f"{vector['name']}: openssl has another digest")
        secret = next(key["secret"] for key in vector["keys"] if key["id"] == vector["key_id"])
        mac = openssl(
            ["dgst", "-sha256", "-mac", "HMAC", "-binary"]
            + ["-macopt", "hexkey:" + secret.encode("utf-8").hex()],
            lines.encode("ascii"),
        )
        if [signing.PREFIX + signing.base64_of(mac)] != signing.values_of(vector, "Signature"):
            sys.exit(f"{vector['name']}: openssl has another signature")
    print(f"openssl agrees on {len(vectors)} signatures.")


def main(arguments):
    vectors = judged()
    if arguments == ["--openssl"]:
        recompute(vectors["positive"])
        return
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    for kind, list_of in vectors.items():
        path = HERE / f"{kind}.json"
        wanted = text_of(kind, list_of).encode("ascii")
        if not arguments:
            path.write_bytes(wanted)
        elif not path.exists() or path.read_bytes() != wanted:
            sys.exit(f"{path.name} is not what make.py writes: run it again, and look at the difference.")
        print(f"{path.name}: {len(list_of)} vectors")


if __name__ == "__main__":
    main(sys.argv[1:])
