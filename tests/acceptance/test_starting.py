"""The program from nothing, as a shell starts it: the other tests of this folder fork what has been loaded."""

import asyncio
import os
import sys
from pathlib import Path

import aiohttp
import pytest

from tests.acceptance.launching import REPOSITORY
from tests.acceptance.program import SAMPLE, free_port, write_config
from tests.patience import PATIENCE

DOORSTEP = (sys.executable, "-c", "from bot.cli import main; main()")


async def started(*words: str | Path) -> asyncio.subprocess.Process:
    """Start `doorstep` with these words."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DOORSTEP_")}
    return await asyncio.create_subprocess_exec(*DOORSTEP, *map(str, words), cwd=REPOSITORY, env=environment)


async def serves(port: int) -> bool:
    """Return whether somebody who is well answers there."""
    try:
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/healthz") as response:
            return bool((await response.json())["status"] == "ok")
    except aiohttp.ClientError:
        return False


@pytest.mark.parametrize("name", ["run", "demo"])
async def test_it_starts_serves_and_ends_in_good_order(tmp_path: Path, name: str) -> None:
    port, config = free_port(), tmp_path / "config.toml"
    words: list[str | Path] = ["demo", "--database", tmp_path / "demo.db", "--port", str(port)]
    if name == "run":
        write_config(tmp_path, f"sqlite:///{tmp_path / 'test.db'}", port)
        importing = await started("org", "import", SAMPLE, "--config", config)
        assert await importing.wait() == 0
        words = ["run", "--config", config]
    process = await started(*words)
    try:
        async with asyncio.timeout(PATIENCE):
            while not await serves(port):
                assert process.returncode is None
                await asyncio.sleep(0.05)
            process.terminate()
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
