"""The test's side over HTTP, for other processes: POST /control/<name> with the arguments as a JSON object.

The names and arguments are those of the Python methods; bytes are sent in base64. An error comes as 400.
"""

import base64
import dataclasses
import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec
from aiohttp import web

from tests.standin.failures import json_response

if TYPE_CHECKING:
    from tests.standin.service import Standin


def _controls(standin: "Standin") -> dict[str, Callable[..., Any]]:
    world = standin.world
    return {
        "person": world.person,
        "says": world.says,
        "sends": world.sends,
        "edits": world.edits,
        "taps": world.taps,
        "forges_tap": world.forges_tap,
        "shares_place": world.shares_place,
        "shares_contact": world.shares_contact,
        "sends_photo": _from_base64(world.sends_photo),
        "sends_file": _from_base64(world.sends_file),
        "sends_voice": _from_base64(world.sends_voice),
        "sends_media": _from_base64(world.sends_media),
        "sends_album": lambda contents, **others: world.sends_album(
            contents=[base64.b64decode(each) for each in contents], **others
        ),
        "meets_bot": world.meets_bot,
        "migrates": world.migrates,
        "push": world.push,
        "sent": world.sent,
        "wait_for": world.wait_for,
        "fail": standin.fail,
        "calls": lambda **which: [dataclasses.asdict(call) for call in standin.calls(**which)],
        "counts": lambda: dict(standin.counts),
        "violations": lambda: [dataclasses.asdict(found) for found in standin.violations],
        "deliveries": lambda: standin.webhook.deliveries,
        "pending": lambda: len(world.pending),
    }


async def handle(standin: "Standin", request: web.BaseRequest, name: str) -> web.Response:
    """Answer one control request with what the method gives."""
    control = _controls(standin).get(name)
    if control is None:
        return json_response({"error": f"no control named {name}"}, 404)
    body = await request.read()
    try:
        given = control(**(msgspec.json.decode(body) if body else {}))
        return json_response(await given if inspect.isawaitable(given) else given)
    except (LookupError, TypeError, ValueError, TimeoutError, msgspec.MsgspecError) as error:
        return json_response({"error": f"{type(error).__name__}: {error}"}, 400)


def _from_base64(control: Callable[..., Any]) -> Callable[..., Any]:
    return lambda content, **others: control(content=base64.b64decode(content), **others)
