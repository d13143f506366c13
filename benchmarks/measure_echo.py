"""Messages a second of the echo bots, side by side; run as `python benchmarks/measure_echo.py`.

Each round starts the stand-in and one bot, each in a process of its own, and measures from the first reply to
the last. Rounds alternate between the bots, so that a slow minute of the machine falls on all of them.
"""

import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path
from threading import Thread

HERE = Path(__file__).resolve().parent
STANDIN = HERE.parent / "tests" / "standin" / "server.py"
TOKEN = "123456:BENCH-token"
BOTS = ("echo_ptb", "echo_aiogram", "echo_api")


def echo_rate(bot: str, messages: int, chats: int, concurrency: int = 0) -> float:
    """Replies a second of one bot, a file name in this folder, over one load."""
    load = ["--echo-load", str(messages), "--chats", str(chats), "--concurrency", str(concurrency)]
    command = [sys.executable, str(STANDIN), "--token", TOKEN, "--no-validate", "--rates", "off", *load]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as standin:
        assert standin.stdout is not None
        try:
            url = f"http://127.0.0.1:{json.loads(standin.stdout.readline())['port']}"
            module = [sys.executable, "-m", f"benchmarks.{bot}", "--base-url", url, "--token", TOKEN]
            with subprocess.Popen(module, cwd=HERE.parent) as echo:
                # A bot that ends by itself would leave us waiting for the figures of its load.
                Thread(target=_end_together, args=(echo, standin), daemon=True).start()
                try:
                    report = standin.stdout.readline()
                    if not report:
                        raise RuntimeError(f"{bot} ended before its load did")
                    return float(json.loads(report)["per_second"])
                finally:
                    echo.kill()
        finally:
            standin.kill()


def _end_together(echo: subprocess.Popen[bytes], standin: subprocess.Popen[bytes]) -> None:
    echo.wait()
    standin.kill()


def main() -> None:
    """Print the rate of every round and the median of each bot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bots", nargs="*", default=BOTS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--messages", type=int, default=3000)
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--concurrency", type=int, default=0, help="messages without a reply; 0: all at once")
    arguments = parser.parse_args()
    rates: dict[str, list[float]] = {bot: [] for bot in arguments.bots}
    for _ in range(arguments.rounds):
        for bot, measured in rates.items():
            measured.append(echo_rate(bot, arguments.messages, arguments.chats, arguments.concurrency))
    for bot, measured in rates.items():
        print(f"{bot}: median {statistics.median(measured):.0f} a second, rounds {measured}")


if __name__ == "__main__":
    main()
