"""The Bot API stand-in: an HTTP server that plays Telegram for a bot, and whose other side a test holds.

    async with Standin("123:TEST") as telegram:
        telegram.world.says(7, "The street lamp is broken")
        await telegram.world.wait_for(7, 1)
        assert telegram.violations == []

Every request is held against the Bot API's description and the documented limits. What is wrong gets
Telegram's error and stands in `violations`. Stricter than Telegram: unknown fields are refused.
"""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Literal, Self
from urllib.parse import parse_qsl

import msgspec
from aiohttp import web

from tests.patience import PATIENCE
from tests.standin import control
from tests.standin.failures import Failure, How, Script, Weather, answer, json_response
from tests.standin.limits import RateMeter, Refusal, bad_request
from tests.standin.media import LARGEST_UPLOAD, MEGABYTE, Upload
from tests.standin.methods import Methods
from tests.standin.spec import Spec
from tests.standin.webhook import Webhook
from tests.standin.world import Call, Json, World

Rates = Literal["off", "record", "answer"]

_OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_SET = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
# Telegram's words for what is missing most often.
_WORDS = {"text is missing": "message text is empty", "chat_id is missing": "chat_id is empty"}
DOWNLOAD = "download"
_RECEIVING = ("getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo")


@dataclass(frozen=True)
class Violation:
    """A request that Telegram would not take, or a limit that it broke."""

    method: str
    what: str


class Standin:
    """The server. `validate=False` switches checking off, for benchmarks.

    `rates` says what becomes of too many messages: nothing, a violation, or a violation and a 429. Its time runs so
    many times as fast as the machine's, `speed`, as that of the bot does.
    """

    def __init__(self, token: str, *, validate: bool = True, rates: Rates = "record", speed: float = 1) -> None:
        self.token = token
        self.world = World(int(token.partition(":")[0]))
        self.methods = Methods(self.world)
        self.webhook = Webhook(self.world)
        self.spec = Spec.load() if validate else None
        self.script = Script()
        self.weather: Weather | None = None
        self.violations: list[Violation] = []
        self.counts: Counter[str] = Counter()
        self.url = ""
        self._rates = rates
        self._speed = speed
        self._meter = RateMeter()
        self._prefix = f"/bot{token}/"
        self._file_prefix = f"/file/bot{token}/"
        played = {name.lower(): name for name in (*self.methods.played, *_RECEIVING)}
        self._names = self.spec.method_names() if self.spec else played
        self._poll = 0
        self._runner: web.ServerRunner | None = None

    async def start(self, port: int = 0) -> int:
        """Listen on the loopback address; gives the port."""
        self._runner = web.ServerRunner(web.Server(self._handle, access_log=None), shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        bound = int(self._runner.addresses[0][1])
        self.url = f"http://127.0.0.1:{bound}"
        return bound

    async def stop(self) -> None:
        """Stop listening and delivering."""
        await self.webhook.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    def fail(
        self,
        method: str,
        how: How,
        times: int = 1,
        *,
        applied: bool = False,
        seconds: float = 1,
        description: str | None = None,
        chat: int | None = None,
    ) -> None:
        """Let the next calls of a method ("*": of any, "download": of fetching a file) fail; see `Failure`."""
        self.script.add(method, Failure(how, applied, seconds, description, chat), times)

    def calls(self, method: str | None = None, chat: int | None = None) -> list[Call]:
        """The calls that took effect, in order."""
        return [call for call in self.world.calls if method in (None, call.method) and chat in (None, call.chat)]

    async def wait_called(self, method: str, times: int = 1, seconds: float = PATIENCE) -> None:
        """Wait until a method has been called so often, whatever came of it. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            await self.world.wait_until(lambda: self.counts[method] >= times)

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith(self._prefix):
            return await self._call(request, path[len(self._prefix) :])
        if path.startswith("/control/"):
            return await control.handle(self, request, path.removeprefix("/control/"))
        if path.startswith(self._file_prefix):
            return await self._download(request, path.removeprefix(self._file_prefix))
        if path.startswith("/bot"):
            return _refused(Refusal(401, "Unauthorized"))
        return _refused(Refusal(404, "Not Found"))

    async def _download(self, request: web.BaseRequest, wanted: str) -> web.StreamResponse:
        """Give a file; counted, and failing, under the name "download"."""
        self.counts[DOWNLOAD] += 1
        self.world.changed.fire()
        found = [content for where, content in self.world.files.values() if where == wanted]
        failure = self.script.next(DOWNLOAD, None)
        if failure is not None:
            return await answer(failure, request, found[0] if found else b"")
        return web.Response(body=found[0]) if found else _refused(Refusal(404, "Not Found"))

    async def _call(self, request: web.BaseRequest, asked: str) -> web.StreamResponse:
        method = self._names.get(asked.lower())
        if method is None:
            self._violate(asked, "unknown method")
            return _refused(Refusal(404, "Not Found: method not found"))
        self.counts[method] += 1
        self.world.changed.fire()
        try:
            params, uploads = await self._read(request, method)
            failure = self.script.next(method, params.get("chat_id"))
            if failure is None and self.weather is not None:
                failure = self.weather.next()
            if failure is not None and not failure.applied:
                return await answer(failure, request, b'{"ok":true,"result":true}')
            result = await self._do(method, params, uploads)
        except Refusal as refusal:
            return _refused(refusal)
        body = b'{"ok":true,"result":' + result + b"}"
        if failure is not None:
            return await answer(failure, request, body)
        return json_response(body)

    async def _do(self, method: str, params: Json, uploads: dict[str, Upload]) -> bytes:
        """Check and carry out; gives the result as JSON."""
        if self.spec is not None:
            self._check(method, params, uploads)
        if method in _RECEIVING:
            return await self._receive(method, params)
        if method.startswith("send") and method != "sendChatAction":
            self._pace(method, params.get("chat_id"))
        play = self.methods.played.get(method)
        if play is not None:
            try:
                result = play(params, uploads)
            except Refusal as refusal:
                if refusal.code == 400 and refusal.parameters is None:
                    self._violate_if_faulty(method, refusal)
                raise
        elif self.spec is not None and self.spec.returns_only_true(method):
            result = True
        else:
            self._violate(method, "the stand-in does not play this method")
            raise Refusal(404, "Not Found: method not found")
        shown = result if isinstance(result, dict) and "chat" in result else None
        self.world.calls.append(Call(method, params.get("chat_id"), params, time.monotonic(), shown))
        self.world.changed.fire()
        return msgspec.json.encode(result)

    def _check(self, method: str, params: Json, uploads: dict[str, Upload]) -> None:
        assert self.spec is not None
        attached = {name for name in uploads if f"attach://{name}" in str(params)}
        direct = {name: upload for name, upload in uploads.items() if name not in attached}
        wrong = self.spec.check_call(method, params, direct)
        for what in wrong:
            self._violate(method, what)
        if wrong:
            raise bad_request(_WORDS.get(wrong[0], wrong[0]))

    def _violate_if_faulty(self, method: str, refusal: Refusal) -> None:
        """A refusal that only a faulty program gets; the others are part of life."""
        life = (
            *("not modified", "not found", "too old", "can't be edited"),
            *("invalid file_id", "wrong remote file", "file is too big", "PHOTO_INVALID", "IMAGE_PROCESS"),
        )
        if not any(part in refusal.description for part in life):
            self._violate(method, refusal.description)

    def _pace(self, method: str, chat: Any) -> None:
        if self._rates == "off" or not isinstance(chat, int):
            return
        now = time.monotonic() * self._speed
        broken = self._meter.count(chat, now)
        if broken is not None:
            words, seconds = broken
            self._violate(method, words)
            if self._rates == "answer":
                text = f"Too Many Requests: retry after {seconds}"
                raise Refusal(429, text, {"retry_after": seconds})
        self._meter.sent(chat, now)

    async def _receive(self, method: str, params: Json) -> bytes:
        if method == "getUpdates":
            return await self._get_updates(params)
        if method == "getWebhookInfo":
            return msgspec.json.encode(self.webhook.info())
        if params.get("drop_pending_updates"):
            self.world.pending.clear()
        if method == "setWebhook" and "allowed_updates" in params:
            self.world.allowed_updates = frozenset(params["allowed_updates"])
        self.webhook.point_at(params.get("url", ""), params.get("secret_token", ""), params.get("max_connections", 40))
        return b"true"

    async def _get_updates(self, params: Json) -> bytes:
        """Updates from the offset on, waited for; those before it are confirmed and forgotten."""
        if self.webhook.url:
            raise Refusal(409, _WEBHOOK_SET)
        self._poll += 1
        mine = self._poll
        self.world.arrived.fire()
        if "allowed_updates" in params:
            self.world.allowed_updates = frozenset(params["allowed_updates"])
        pending = self.world.pending
        offset = params.get("offset", 0)
        if offset < 0:
            offset = next(iter(list(pending)[offset:]), 0)
        for number in list(_before(pending, offset)):
            del pending[number]
        try:
            async with asyncio.timeout(min(params.get("timeout", 0), 50) / self._speed):
                while not pending and mine == self._poll:
                    await self.world.arrived.wait()
        except TimeoutError:
            return b"[]"
        if mine != self._poll:
            raise Refusal(409, _OTHER_POLLER)
        limit = min(max(params.get("limit", 100), 1), 100)
        bodies = [update.body for update, _ in zip(pending.values(), range(limit), strict=False)]
        return b"[" + b",".join(bodies) + b"]"

    async def _read(self, request: web.BaseRequest, method: str) -> tuple[Json, dict[str, Upload]]:
        kind = request.content_type
        if kind == "application/json":
            body = await request.read()
            return (msgspec.json.decode(body) if body else {}), {}
        uploads: dict[str, Upload] = {}
        form: dict[str, str] = dict(request.query) if request.query_string else {}
        if kind == "multipart/form-data":
            request._client_max_size = LARGEST_UPLOAD + MEGABYTE  # Of a clone nobody would close the files.
            for name, value in (await request.post()).items():
                if isinstance(value, web.FileField):
                    uploads[name] = (value.filename, value.file.read())
                else:
                    form[name] = str(value)
        else:
            form |= dict(parse_qsl((await request.read()).decode(), keep_blank_values=True))
        return (self.spec.from_form(method, form) if self.spec else _unchecked_form(form)), uploads

    def _violate(self, method: str, what: str) -> None:
        self.violations.append(Violation(method, what))


def _before(pending: Any, offset: int) -> list[int]:
    numbers = []
    for number in pending:
        if number >= offset:
            break
        numbers.append(number)
    return numbers


def _unchecked_form(form: dict[str, str]) -> Json:
    """A form read without the description: texts stay texts, and all else is JSON."""
    texts = ("text", "parse_mode", "caption", "callback_query_id", "file_id", "url", "secret_token")
    return {name: text if name in texts else _json_or_text(text) for name, text in form.items()}


def _json_or_text(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text


def _refused(refusal: Refusal) -> web.Response:
    content: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        content["parameters"] = refusal.parameters
    return json_response(content, refusal.code)
