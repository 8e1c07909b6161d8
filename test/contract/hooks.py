"""Who asks: a post of the bureau's for the office's routes, the feed `demo` with its signature for the pushes."""

import json
import os
import zlib
from collections import Counter
from datetime import datetime, timezone
from pathlib import Path

import requests
import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from standardwebhooks.webhooks import Webhook

DATA = Path(os.environ["SHIXIAN_DATA"])
ANSWERS = Path(os.environ["SHIXIAN_ANSWERS"])
PUSHES = "/v1/feeds/{feed}/items"
SIGNED = ("webhook-id", "webhook-timestamp", "webhook-signature")


def tokens():
    """The token of each post, as `npm start` writes them for other programs."""
    lines = (DATA / "tokens.env").read_text(encoding="utf-8").splitlines()
    return [line.split("=", 1)[1] for line in lines if not line.startswith("URL=")]


def number_of(*parts):
    """The same number for the same request: which post asks is no chance."""
    return zlib.crc32(json.dumps(parts, default=str, sort_keys=True).encode())


@schemathesis.auth(refresh_interval=None).skip_for(path=PUSHES)
class Posts:
    """Every post asks in its turn, so that what one may do another is refused."""

    def __init__(self):
        self.tokens = tokens()

    def get(self, case, context):
        asked = (case.operation.label, case.path_parameters, case.query, case.body)
        return self.tokens[number_of(*asked) % len(self.tokens)]

    def set(self, case, data, context):
        case.headers["authorization"] = f"Bearer {data}"


class Signature(requests.auth.AuthBase):
    """Signs the very bytes that are sent. What lacks one of the headers stays without, and so does every eighth request."""

    def __init__(self):
        keys = json.loads((DATA / "keys.json").read_text(encoding="utf-8"))
        self.webhook = Webhook(keys["feeds"]["demo"][0])

    def __call__(self, request):
        body = request.body if isinstance(request.body, bytes) else (request.body or "").encode()
        number = zlib.crc32(body)
        if number % 8 == 0 or any(name not in request.headers for name in SIGNED):
            return request
        now, message_id = datetime.now(tz=timezone.utc), f"msg_{number}"
        request.headers["webhook-id"] = message_id
        request.headers["webhook-timestamp"] = str(int(now.timestamp()))
        request.headers["webhook-signature"] = self.webhook.sign(message_id, now, body.decode())
        return request


schemathesis.auth.set_from_requests(Signature()).apply_to(path=PUSHES)


# What is there, by the parameter of a path that names it.
known = {"case": [], "feed": ["demo"], "item": ["20260302-0001"], "file": ["page.css"]}


@schemathesis.hook
def before_call(context, case, kwargs):
    """Three of four ask about what is there, in the post that they have; what a link says stays."""
    number = number_of(case.operation.label, case.path_parameters, case.query, case.body)
    for name, value in list((case.path_parameters or {}).items()):
        if known.get(name) and value not in known[name] and number % 4 != 0:
            case.path_parameters[name] = known[name][number % len(known[name])]
    if number % 8 != 1:
        case.headers.pop("shixian-post", None)


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """A try says in its answer what would be refused, and with which words."""
    return not (isinstance(failure, AcceptedNegativeData) and response.json().get("wouldBe") == "refused")


answers = Counter()


@schemathesis.hook
def after_call(context, case, response):
    """Counts what was answered to what and what was done next with a new case, and keeps which cases there are."""
    label = case.operation.label
    answers[f"{label} {response.status_code}"] += 1
    if case.meta.phase.name == "stateful" and case.path_parameters.get("case") in known["case"]:
        answers[f"followed {label}"] += 1
    ANSWERS.write_text(json.dumps(answers), encoding="utf-8")
    if label == "POST /v1/cases" and response.status_code == 201:
        known["case"].append(response.json()["case"])
