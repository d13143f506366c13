"""What staff are told of policies: one waits, was approved, sent back or withdrawn, or comes to its end."""

from collections.abc import Mapping
from typing import Final

from casework.policies.policy import Policy
from handlers.dates import word_day
from handlers.messages import Button
from handlers.notices import Renderer, Scene, View


async def _told(scene: Scene) -> View:
    policy = await scene.uow.get(Policy, scene.notice.args["policy_id"])
    if policy is None:
        raise LookupError(f"a notice {scene.notice.kind} without a policy")
    kind, until = scene.notice.kind, policy.content.until
    today = scene.uow.rules.calendar.day(scene.uow.now)
    words = {
        "title": policy.label(scene.language),
        "source": policy.content.source,
        "why": policy.why,
        "person": scene.notice.args.get("person", ""),
        "date": word_day(scene.language, until, today) if until is not None else "",
    }
    text = scene.say(f"notice-{kind}", **words)
    button = Button(scene.say("button-policy-whole"), f"y.show.{policy.id}")
    return View(text, ((button,),), line=text)


async def _loaded(scene: Scene) -> View:
    text = scene.say("notice-policies_loaded", count=scene.notice.args["count"])
    return View(text, ((Button(scene.say("button-policies-waiting"), "m.approve"),),), line=text)


RENDERERS: Final[Mapping[str, Renderer]] = {
    **dict.fromkeys(("policy_waits", "policy_approved", "policy_returned", "policy_withdrawn", "policy_ends"), _told),
    "policies_loaded": _loaded,
}
