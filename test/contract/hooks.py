"""Who asks: a post of the bureau's for the office's routes, the feed `demo` with its signature for the pushes."""

import json
import os
import re
import zlib
from collections import Counter
from datetime import datetime, timezone
from itertools import count
from pathlib import Path

import requests
import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from standardwebhooks.webhooks import Webhook

DATA = Path(os.environ["SHIXIAN_DATA"])
ANSWERS = Path(os.environ["SHIXIAN_ANSWERS"])
OPENING = "POST /v1/cases"
PUSHES = "/v1/feeds/{feed}/items"
SIGNED = ("webhook-id", "webhook-timestamp", "webhook-signature")


# Where it answers, and the token of each post, as `npm start` writes them for other programs.
URL, *TOKENS = [line.split("=", 1)[1] for line in (DATA / "tokens.env").read_text(encoding="utf-8").splitlines()]


def number_of(*parts):
    """The same number for the same request: which post asks is no chance."""
    return zlib.crc32(json.dumps(parts, default=str, sort_keys=True).encode())


@schemathesis.auth(refresh_interval=None).skip_for(path=PUSHES)
class Posts:
    """Every post asks in its turn, so that what one may do another is refused."""

    def get(self, case, context):
        asked = (case.operation.label, case.path_parameters, case.query, case.body)
        return TOKENS[number_of(*asked) % len(TOKENS)]

    def set(self, case, data, context):
        case.headers["authorization"] = f"Bearer {data}"


class Signature(requests.auth.AuthBase):
    """Signs the very bytes that are sent. What lacks one of the headers or is no text stays without, and so does every eighth request."""

    def __init__(self):
        keys = json.loads((DATA / "keys.json").read_text(encoding="utf-8"))
        self.webhook = Webhook(keys["feeds"]["demo"][0])

    def __call__(self, request):
        body = request.body if isinstance(request.body, bytes) else (request.body or "").encode()
        number = zlib.crc32(body)
        if number % 8 == 0 or any(name not in request.headers for name in SIGNED):
            return request
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return request
        now, message_id = datetime.now(tz=timezone.utc), f"msg_{number}"
        request.headers["webhook-id"] = message_id
        request.headers["webhook-timestamp"] = str(int(now.timestamp()))
        request.headers["webhook-signature"] = self.webhook.sign(message_id, now, text)
        return request


schemathesis.auth.set_from_requests(Signature()).apply_to(path=PUSHES)


# What is there, by the parameter of a path that names it; the item is that of the push's sample.
known = {
    "case": [],
    "feed": ["demo"],
    "item": ["20260302-0001"],
    "file": re.findall(r'"/docs/([^"]+)"', requests.get(f"{URL}/docs", timeout=20).text),
}


openings = count(1)


@schemathesis.hook
def before_call(context, case, kwargs):
    """Three of four ask about what is there, in the post that they have; what a link says stays."""
    number = number_of(case.operation.label, case.path_parameters, case.query, case.body)
    for name, value in list((case.path_parameters or {}).items()):
        if known.get(name) and value not in known[name] and number % 4 != 0:
            case.path_parameters[name] = known[name][number % len(known[name])]
    if number % 4 != 0:
        # A version that is not kept is not found, whatever item it is of.
        (case.query or {}).pop("version", None)
    if number % 8 != 1:
        case.headers.pop("shixian-post", None)
    if (case.query or {}).get("try") in ("", "true", "1"):
        # Most are meant, and a try does not look at a key beside it.
        where, name = (case.query, "try") if number % 4 != 0 else (case.headers, "idempotency-key")
        where.pop(name, None)
    if case.operation.label == OPENING and case.meta.phase.name == "stateful":
        # What an opening need not say is wrong by chance; and each is a new one, or the same again would not be 201.
        case.query.pop("try", None)
        case.body = {"title": f"第{next(openings)}件", "sources": [{"kind": case.body["sources"][0]["kind"]}]}


def told_in(response):
    """What an answer says, where it is JSON."""
    try:
        return response.json()
    except ValueError:
        return {}


def has_long_number(value):
    """Whether a whole number beyond 2^53 stands anywhere in it: that is read as text, as the guide says."""
    if isinstance(value, dict):
        return any(map(has_long_number, value.values()))
    if isinstance(value, list):
        return any(map(has_long_number, value))
    return isinstance(value, (int, float)) and abs(value) >= 2**53


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """A try says in its answer what would be refused, and with which words; and what is read as text may stand where text may."""
    is_told = told_in(response).get("wouldBe") == "refused" or has_long_number(case.body)
    return not (isinstance(failure, AcceptedNegativeData) and is_told)


answers = Counter(json.loads(ANSWERS.read_text(encoding="utf-8")) if ANSWERS.exists() else {})


@schemathesis.hook
def after_call(context, case, response):
    """Counts what was answered to what and what was done next with a new case, and keeps which cases there are."""
    label = case.operation.label
    is_try = "try" in (case.query or {}) and response.status_code == 200
    answers[f"{label} {response.status_code}{' tried' if is_try else ''}"] += 1
    if case.meta.phase.name == "stateful" and case.path_parameters.get("case") in known["case"]:
        answers[f"followed {label}"] += 1
    ANSWERS.write_text(json.dumps(answers), encoding="utf-8")
    if label == OPENING and response.status_code == 201:
        known["case"].append(response.json()["case"])
