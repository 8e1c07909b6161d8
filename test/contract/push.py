"""A vendor's first push: each sample of the push's guide, as the running bureau serves it, with the address filled in and the secret in the environment.

Takes the bureau's address and its data folder. Ends with an error that names the sample, when one does not do what the guide says.
"""

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

PUSHES = "/v1/feeds/{feed}/items"
RUNNERS = {"Python": [sys.executable, "-c"], "curl": ["bash", "-c"]}
ADDRESS = "https://接口地址"
# A sample that was tried by hand, since its language is not on every machine.
BY_HAND = {"Go"}
WRONG = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def samples(url):
    """The samples by language, as the document has them."""
    with urllib.request.urlopen(f"{url}/v1/openapi.json") as answer:
        document = json.load(answer)
    told = document["paths"][PUSHES]["post"]["x-codeSamples"]
    return {each["lang"]: each["source"] for each in told}


def run(language, source, url, secret):
    """What a sample prints, its blanks filled in."""
    if source.count(ADDRESS) != 1:
        sys.exit(f"{language}: {ADDRESS} stands {source.count(ADDRESS)} times in the sample")
    command = [*RUNNERS[language], source.replace(ADDRESS, url)]
    environment = {**os.environ, "WEBHOOK_SECRET": secret}
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment)
    return done.stdout + done.stderr


def expect(what, said, *wanted):
    """Ends unless all that is wanted was said."""
    missing = [text for text in wanted if text not in said]
    if missing:
        sys.exit(f"{what}: {missing} is not in\n{said}")
    print(f"ok: {what}")


def main(url, data):
    keys = json.loads((Path(data) / "keys.json").read_text(encoding="utf-8"))
    secret = keys["feeds"]["demo"][0]
    told = samples(url)
    if set(told) != set(RUNNERS) | BY_HAND:
        sys.exit(f"The guide has samples in {sorted(told)}, and {sorted(RUNNERS)} are tried")
    told = {language: source for language, source in told.items() if language in RUNNERS}
    for language, source in told.items():
        expect(f"{language}, a wrong secret: 401", run(language, source, url, WRONG), "401")
    first, second = told.items()
    expect(f"{first[0]}: accepted", run(*first, url, secret), "200", '"accepted":1', '"status":"accepted"')
    expect(f"{second[0]}, the same: duplicate", run(*second, url, secret), "200", '"status":"duplicate"')
    expect(f"{first[0]}, again: duplicate", run(*first, url, secret), "200", '"status":"duplicate"')


main(*sys.argv[1:])
