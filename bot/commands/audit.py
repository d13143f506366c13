"""The commands over the record: is every line as it was written, and which seals are there to keep elsewhere."""

import asyncio
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import Progress

from bot.commands.running import CommandError, opened, settings_from
from bot.settings import Settings
from casework.audit import Fault, Flaw
from storage.verifying import Verifying

UNSOUND: Final = 1
"""The exit status where something is wrong with the record."""

_WORDS: Final[Mapping[Fault, str]] = {
    Fault.CHANGED: "{lines} was changed or moved after it was written",
    Fault.WORDS: "{lines}: its words are not those that were written",
    Fault.MISSING: "{lines} of the timeline: taken out",
    Fault.ADDED: "{lines} of the timeline: put in afterwards",
    Fault.HEAD: "the head of its trail was changed",
    Fault.OLDER: "lines from before the chain were put in or taken out",
    Fault.NO_CASE: "the case itself is gone, its trail is there",
    Fault.NO_TRAIL: "its trail is gone",
    Fault.SEALED: "{lines} is not the one that seal {seal} covered",
    Fault.UNSEALED: "it was sealed up to {lines}, and what the seal covered is gone",
    Fault.SEAL: "seal {seal}: it was changed, or what it covers was",
    Fault.NO_SEAL: "seal {seal} is gone",
    Fault.SIGNATURE: "seal {seal}: its signature is not that of the key, so it was changed",
    Fault.NO_KEY: "seal {seal} is signed with a key that is not in the settings ([record] key, old_keys)",
    Fault.UNSIGNED: "seal {seal} is not signed, and seals of its day are ([record] signed_from)",
}


def verify(config: Path, noted: str) -> int:
    """Check the whole record and print what is wrong with it, a line each; return the exit status.

    `noted` is the digest of a seal that was kept elsewhere ("" for none): it has to be among those in the database.
    """
    return asyncio.run(_verify(settings_from(config), noted.strip().lower()))


def seals(config: Path, most: int) -> None:
    """Print the newest seals, to be kept where nobody who can write to the database can change them.

    Raises CommandError for fewer than one.
    """
    if most < 1:
        raise CommandError(f"--last {most} is no number of seals: give one or more")
    print("\n".join(asyncio.run(_seals(settings_from(config), most))) or "Nothing is sealed yet.")


def in_words(flaw: Flaw) -> str:
    """Return in plain words what is wrong, and where."""
    lines = f"line {flaw.first}" if flaw.first == flaw.last else f"lines {flaw.first} to {flaw.last}"
    what = _WORDS[flaw.fault].format(lines=lines, seal=flaw.seal)
    if flaw.case_id is None:
        return what
    return f"case {flaw.case or f'with the id {flaw.case_id}'}: {what}"


async def _verify(settings: Settings, noted: str) -> int:
    found = 0
    async with opened(settings) as store:
        verifying = Verifying(store.database, settings.record.keys, settings.record.first_signed)
        with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
            task = progress.add_task("cases", total=await verifying.total())
            async for flaw in verifying.flaws():
                found += 1
                print(in_words(flaw))
                progress.update(task, completed=verifying.cases)
    if noted and noted not in {seal.digest for seal in verifying.seals}:
        found += 1
        print("the seal that was noted is not among those of the database: it, or what it covers, was changed")
    print(_summary(verifying, found))
    print(_signed(verifying, checked=bool(settings.record.keys)))
    return UNSOUND if found else 0


def _summary(verifying: Verifying, found: int) -> str:
    counts = ((verifying.cases, "case"), (verifying.lines, "line"), (len(verifying.seals), "seal"))
    read = ", ".join(f"{count:,} {name}{'' if count == 1 else 's'}" for count, name in counts)
    newest = verifying.seals[-1] if verifying.seals else None
    until = f" The newest seal: {newest.day} {newest.digest}" if newest is not None else " Nothing is sealed yet."
    verdict = f"{found:,} things are wrong" if found > 1 else "one thing is wrong" if found else "all is as written"
    return f"Looked through {read}: {verdict}.{until}"


def _signed(verifying: Verifying, *, checked: bool) -> str:
    signed = [seal for seal in verifying.seals if seal.signature]
    if not checked:
        return "No key is set, so no signature was looked at." if signed else "The seals are not signed: [record] key."
    first = f", from {signed[0].day} on" if signed else ""
    return f"Signed: {len(signed):,} of {len(verifying.seals):,} seals{first}."


async def _seals(settings: Settings, most: int) -> list[str]:
    async with opened(settings) as store, store.reading() as session:
        rows = await session.rows("seals_all")
    # Plain lines: a table would break a digest in two on a narrow terminal, or a sheet of paper.
    return [f"seal {number}  {day}  {heads:,} changed  {digest}" for number, day, _, heads, digest, *_ in rows[-most:]]
