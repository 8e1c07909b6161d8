"""A vendor's program, by the standard's own library: signs the file and pushes it. Prints the status and the answer.

Takes the address of the route, the file, the names of the headers (webhook or svix), and plain or gzip; the secret is in the environment.
"""

import gzip
import os
import sys
import urllib.error
import urllib.request
import uuid
from datetime import datetime, timezone
from pathlib import Path

from standardwebhooks.webhooks import Webhook


def main(address, file, names, packing):
    body = Path(file).read_text(encoding="utf-8")
    message, now = f"msg_{uuid.uuid4().hex}", datetime.now(tz=timezone.utc)
    sent = body.encode("utf-8")
    headers = {
        "content-type": "application/json",
        f"{names}-id": message,
        f"{names}-timestamp": str(int(now.timestamp())),
        f"{names}-signature": Webhook(os.environ["WEBHOOK_SECRET"]).sign(message, now, body),
    }
    if packing == "gzip":
        sent, headers["content-encoding"] = gzip.compress(sent), "gzip"
    request = urllib.request.Request(address, data=sent, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            print(answer.status, answer.read().decode("utf-8"))
    except urllib.error.HTTPError as error:
        print(error.code, error.read().decode("utf-8"))


main(*sys.argv[1:])
