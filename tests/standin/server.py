"""The Bot API stand-in as a program: python tests/standin/server.py --port 0 --token 123:TEST

Prints one JSON line with its port, and in loading mode a second one once every message has its reply.
"""

import argparse
import asyncio
import json
import sys
from pathlib import Path

if __package__ in (None, ""):
    # Run as a file, Python would look for `tests` beside it.
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.standin.load import EchoLoad, counted
from tests.standin.service import Standin


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="A stand-in for the Telegram Bot API.")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--token", required=True)
    parser.add_argument("--no-validate", action="store_true", help="check nothing, for benchmarks")
    parser.add_argument("--rates", choices=("off", "record", "answer"), default="record")
    parser.add_argument("--echo-load", type=int, default=0, metavar="N", help="messages to put in")
    parser.add_argument("--chats", type=int, default=100, help="people that they come from")
    parser.add_argument("--concurrency", type=int, default=0, help="messages without a reply; 0: all at once")
    parser.add_argument("--text", default="The street lamp at the corner has been broken for a week.")
    parser.add_argument("--texts", type=Path, help="a file with one text a line, used in turn")
    return parser.parse_args()


async def _serve(arguments: argparse.Namespace) -> None:
    standin = Standin(arguments.token, validate=not arguments.no_validate, rates=arguments.rates)
    load = None
    if arguments.echo_load:
        texts = arguments.texts.read_text().splitlines() if arguments.texts else [arguments.text]
        load = EchoLoad(standin.world, arguments.echo_load, arguments.chats, texts, arguments.concurrency)
        standin.methods.played["sendMessage"] = counted(load, standin.methods.played["sendMessage"])
        load.start()
    port = await standin.start(arguments.port)
    print(json.dumps({"port": port}), flush=True)
    try:
        if load is not None:
            await standin.world.wait_until(lambda: load.done)
            print(json.dumps(load.report()), flush=True)
        await asyncio.Event().wait()
    finally:
        await standin.stop()


def main() -> None:
    """Serve until interrupted."""
    try:
        asyncio.run(_serve(_arguments()))
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
