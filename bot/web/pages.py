"""Pages from templates, and the files that they load.

The static files are read once: a page names them under the version of their contents, so browsers keep them for ever.
"""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.web.refusals import Refusal
from bot.web.texts import texts
from casework.files import LARGEST

HERE = Path(__file__).parent

_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
    }
)


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file as it is sent: plain and packed."""

    kind: str
    plain: bytes
    packed: bytes


class Pages:
    """The templates with what every page needs: texts, language, time zone, address of the static files.

    `names` are those of the service, by language.
    """

    def __init__(self, zone: str, names: Mapping[str, str]) -> None:
        self._zone = zone
        self._names = names
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        self._files = {path.name: _read(path) for path in sorted((HERE / "static").iterdir()) if path.suffix in _TYPES}
        parts = [part for name, file in self._files.items() for part in (name.encode(), file.plain)]
        self._version = sha256(b"\0".join(parts)).hexdigest()[:16]

    def render(self, template: str, language: str, **values: Any) -> HTMLResponse:
        """Return a page. A template that uses a value or a text which is not there raises."""
        other = next((name for each, name in self._names.items() if each != language), "")
        html = self._templates.get_template(template).render(
            name=self._names[language],
            other_name=other,
            t=texts(language),
            lang=language,
            zone=self._zone,
            largest=LARGEST,
            static=f"/static/{self._version}",
            **values,
        )
        headers = {"Cache-Control": "private, no-cache", "Vary": "Cookie, Accept-Language"}
        return HTMLResponse(html, headers=headers)

    def route(self) -> Route:
        """Return the route of the static files."""
        return Route("/static/{version}/{name}", self._static)

    async def _static(self, request: Request) -> Response:
        file = self._files.get(request.path_params["name"])
        if file is None:
            raise Refusal(404, "web-error-missing")
        # A page from before an update asks for the version that it knows: it gets this one, but must not keep it.
        current = request.path_params["version"] == self._version
        headers = {
            "Cache-Control": "public, max-age=31536000, immutable" if current else "no-store",
            "Vary": "Accept-Encoding",
        }
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(file.packed, headers=headers | {"Content-Encoding": "gzip"}, media_type=file.kind)
        return Response(file.plain, headers=headers, media_type=file.kind)


def _read(path: Path) -> StaticFile:
    plain = path.read_bytes()
    return StaticFile(_TYPES[path.suffix], plain, gzip.compress(plain, mtime=0))
