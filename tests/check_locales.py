"""Check the texts: every language has the same ones, with the same variables, and all that the code asks for.

Run by `make check`. Prints what is wrong, one line each, and ends with status 1 if anything is.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from handlers.text_needs import Needs, needs_of

ROOT = Path(__file__).parents[1]
LANGUAGES = ("en", "zh")
# Where texts lie, and where the code that asks for them does. A template asks by t["..."].
TEXTS = {"handlers/locales": "handlers/**/*.py", "bot/web/locales": "bot/web/templates/**/*.html"}
TEXT_CALLS = {"plain", "say"}
TEMPLATE_KEY = re.compile(r"""\bt\[["']([a-z0-9-]+)["']\]""")


def files_of(folder: Path, language: str) -> list[Path]:
    """Return the files of a language: LANGUAGE.ftl, and all in the folder LANGUAGE."""
    return [*folder.glob(f"{language}.ftl"), *sorted((folder / language).glob("**/*.ftl"))]


def read(folder: Path, language: str, problems: list[str]) -> dict[str, Needs]:
    """Return the texts of a language by their ids, an attribute's being "message.attribute"."""
    texts: dict[str, Needs] = {}
    for file in files_of(folder, language):
        where = file.relative_to(ROOT)
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Junk):
                problems.append(f"{where}: can't be read: {(entry.content or '').splitlines()[0]}")
            if not isinstance(entry, ftl.Message | ftl.Term):
                continue
            name = f"-{entry.id.name}" if isinstance(entry, ftl.Term) else entry.id.name
            if name in texts:
                problems.append(f"{where}: {name} stands twice")
            texts[name] = needs_of(entry.value)
            texts |= {f"{name}.{each.id.name}": needs_of(each.value) for each in entry.attributes}
    return texts


def asked_for(pattern: str) -> Iterator[tuple[Path, str]]:
    """Yield the ids that stand in the code as they are; ids put together from parts can't be seen here."""
    for file in sorted(ROOT.glob(pattern)):
        source = file.read_text(encoding="utf-8")
        if file.suffix == ".html":
            yield from ((file, key) for key in TEMPLATE_KEY.findall(source))
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and name_of(node.func) in TEXT_CALLS and len(node.args) > 1:
                key = node.args[1]
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield file, key.value


def name_of(function: ast.expr) -> str:
    """Return the last part of a called name: "say" of `texts.say`."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def check(folder: Path, code: str) -> list[str]:
    """Return what is wrong with the texts of one folder."""
    problems: list[str] = []
    texts = {language: read(folder, language, problems) for language in LANGUAGES}
    every = sorted(set().union(*texts.values()))
    where = folder.relative_to(ROOT)
    if not every:
        problems.append(f"{where}: there are no texts")
    for name in every:
        for language, known in texts.items():
            if name not in known:
                problems.append(f"{where}: {name} is missing in {language}")
            else:
                # Each is read by itself, when it is first said (`handlers/texts.py`).
                problems += [f"{where}: {name} in {language} refers to {other}" for other in sorted(known[name].others)]
        variables = {language: known[name].arguments for language, known in texts.items() if name in known}
        if len({frozenset(each) for each in variables.values()}) > 1:
            shown = "; ".join(
                f"{language}: {', '.join(sorted(each)) or 'none'}" for language, each in variables.items()
            )
            problems.append(f"{where}: {name} has other variables by language ({shown})")
    for file, key in asked_for(code):
        if key not in every:
            problems.append(f"{file.relative_to(ROOT)}: asks for {key}, which is missing")
    return problems


def main() -> int:
    """Check all folders of texts; return the exit status."""
    problems = [problem for folder, code in TEXTS.items() for problem in check(ROOT / folder, code)]
    print("\n".join(dict.fromkeys(problems)) or "All languages have the same texts.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
