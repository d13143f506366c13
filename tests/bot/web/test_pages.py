"""The page comes in the right language, with what it loads, and begins the conversation."""

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from starlette.requests import HTTPConnection

from bot.demo.scenes import MENU, SCENES, Scene
from bot.demo.seats import SHEETS
from bot.web.app import NAMES
from bot.web.language import Languages, accepted
from bot.web.pages import Pages
from bot.web.texts import texts
from tests.bot.web.service import WebService

STATIC = Path(__file__).parents[3] / "bot" / "web" / "static"


async def test_the_page_speaks_the_browsers_language(service: WebService, subtests: pytest.Subtests) -> None:
    asked = {
        "": "zh-CN",
        "en": "en",
        "en-US,en;q=0.9,zh;q=0.8": "en",
        "en;q=0.1, zh-Hans-CN;q=0.9": "zh-CN",
        "fr,de": "zh-CN",
        "fr,en;q=0.2": "en",
        "en;q=0": "zh-CN",
        "*": "zh-CN",
        ";;q=,,!": "zh-CN",
    }
    for header, shown in asked.items():
        async with service.stranger().http.get("/", headers={"Accept-Language": header}) as response:
            with subtests.test(header=header):
                assert f'<html lang="{shown}">' in await response.text()
                assert response.headers["Vary"] == "Cookie, Accept-Language"


async def test_a_language_that_was_chosen_stays(service: WebService) -> None:
    ann = await service.browser()
    async with ann.http.get("/", params={"lang": "en"}) as response:
        assert response.url.path_qs == "/"
        assert '<html lang="en">' in await response.text()
    async with ann.http.get("/", headers={"Accept-Language": "zh"}) as response:
        assert '<html lang="en">' in await response.text()
    async with ann.http.get("/", params={"lang": "xx"}) as response:
        assert '<html lang="en">' in await response.text()
    assert await ann.history() == {"messages": [], "earlier": False}


async def test_the_conversation_turns_with_the_page(service: WebService) -> None:
    ann = await service.browser()
    await ann.says("/help")
    _, chinese = await ann.hears(2)
    async with ann.http.get("/", params={"lang": "en"}):
        pass
    await ann.hears(1, after=chinese["id"])
    await ann.says("/help")
    *_, english = await ann.hears(3, after=chinese["id"])
    assert "Just write" not in chinese["text"]
    assert "Just write" in english["text"]


async def test_the_page_speaks_the_language_of_the_conversation(service: WebService) -> None:
    ann = await service.browser()
    await ann.says("/language en")
    await ann.hears(2)
    async with ann.http.get("/") as response:
        assert '<html lang="en">' in await response.text()


async def test_everything_the_page_loads_is_there_for_good(service: WebService) -> None:
    ann = await service.browser()
    async with ann.http.get("/") as response:
        page = await response.text()
    folder = re.search(r'href="(/static/[0-9a-f]{16})/base\.css"', page)
    assert folder
    loaded = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', page))
    assert len(loaded) > 4
    for path in loaded | {f"{folder[1]}/{file.name}" for file in STATIC.iterdir()}:
        async with ann.http.get(path) as response:
            assert response.status == 200, path
            assert await response.read() == (STATIC / path.rsplit("/", 1)[1]).read_bytes()
            assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
            assert response.content_type in {"text/css", "text/javascript", "image/svg+xml"}
        async with ann.http.get(path, headers={"Accept-Encoding": "identity"}) as response:
            assert "Content-Encoding" not in response.headers


async def test_a_page_from_before_an_update_still_loads(service: WebService) -> None:
    http = service.stranger().http
    async with http.get("/static/0123456789abcdef/chat.js") as response:
        assert (response.status, response.headers["Cache-Control"]) == (200, "no-store")
    for name in ("nothing.js", "..%2fapp.py", "%2e%2e%2fapp.py", "chat.js%00"):
        async with http.get(f"/static/0123456789abcdef/{name}") as response:
            assert response.status == 404


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_chat_page_lacks_no_text(language: str) -> None:
    assert Pages("Asia/Shanghai", NAMES).render("chat.html", language, seat="me").status_code == 200


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_the_demo_page_lacks_no_text_in_any_story(scene: Scene, language: str) -> None:
    shown = {"menu": MENU, "scene": scene, "sheets": SHEETS}
    assert Pages("Asia/Shanghai", NAMES).render("demo.html", language, **shown).status_code == 200


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        Pages("Asia/Shanghai", NAMES).render("chat.html", "zh")


def test_every_text_the_code_asks_for_is_there() -> None:
    code = "".join(path.read_text() for path in STATIC.parent.glob("*.py"))
    keys = set(re.findall(r'"(web-[a-z-]+)"', code))
    assert len(keys) >= 10
    assert all(texts(language)[key] for key in keys for language in ("zh", "en"))


def test_the_most_wanted_language_comes_first() -> None:
    assert accepted("de;q=0.3, en-GB ; q=0.7,zh-Hans-CN, x;q=7, y;q=0.5;z=1") == ["zh", "en", "de"]
    assert accepted("a," * 10_000) == ["a"] * 20


def test_a_service_of_one_language_speaks_it() -> None:
    scope = {"type": "http", "headers": [(b"accept-language", b"zh"), (b"cookie", b"doorstep-language=zh")]}
    assert Languages(("en",)).of(HTTPConnection(scope)) == "en"
