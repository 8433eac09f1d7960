# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A full hall on one machine: a real node (`longbien serve`), 193 delegations, 500 screens, the live door killed during the vote.

    python -m benchmarks.conference_load [--only sign-ins,change,ballots]

Browsers are played by this process on the same machine and the same processors. Targets: 193 sign-ins in less than 10 s, 193 ballots
acknowledged in less than 2 s, a change on 500 screens in less than 0.5 s, no ballot and no screen lost when the live door is killed.
"""

import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from benchmarks.conference_client import Person, Screen
from benchmarks.measure import RESULTS, machine
from tools.ports import free_ports
from tools.processes import Use, family, kill_live, use_of

TARGETS: Final = {"sign_ins": 10.0, "ballots": 2.0, "change": 0.5}
ANCHOR: Final = {
    "sign_ins": "29.5 s (193, 8 at a time)",
    "ballots": "26.7 s (193 at once; median wait 12.1 s)",
    "change": "0.31 s (to 300 websockets, slowest of the slowest run)",
    "note": "OpenSlides 3.3 with its development server on SQLite, one process, two cores; measured earlier on another day, Python 3.7",
}
SCREENS: Final = 500
LANGUAGES: Final = ("en", "fr", "ar")
VOTE: Final = "v1"
PATIENCE: Final = 300.0
Row = dict[str, object]


@dataclass(slots=True, kw_only=True)
class Hall:
    """The node and everybody in front of it."""

    home: Path
    web: int
    live: int
    facts: Mapping[str, Any]
    desk: Person
    heads: list[Person]
    screens: list[Screen] = field(default_factory=list)
    listening: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def path(self) -> str:
        """The meeting's address."""
        return f"/conference/{self.facts['session']}/{self.facts['meeting']}/"

    async def says(self, kind: str, **body: object) -> int:
        """Let the secretariat say something through its page; give the status."""
        pairs = "&".join(f"{name}={value}" for name, value in body.items())
        found = await self.desk.post(f"{self.path}say/", do=f"kind={kind}&{pairs}".rstrip("&"), back="grid")
        if found.status != 302:
            raise SystemExit(f"{kind}: {found.status} {_plain(found.body)[:900]}")
        return found.status

    def side(self, *words: str) -> Any:
        """Do something inside the node, in a process of its own."""
        return side(self.home, *words)


def side(home: Path, *words: str) -> Any:
    """Run `benchmarks.conference_side` for a node."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.conference_side", *words],
        env=environment(home),
        check=True,
        stdout=subprocess.PIPE,
    )
    return json.loads(done.stdout)


def environment(home: Path) -> dict[str, str]:
    """Give the environment of the node's processes."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LONGBIEN_")}
    return kept | {"LONGBIEN_HOME": str(home)}


async def sign_ins(hall: Hall) -> Row:
    """Let every head of delegation sign in at once: page, name and password, session."""
    begun = time.perf_counter()
    waits: list[float] = []

    async def one(person: Person) -> bool:
        right = await person.sign_in()
        waits.append(time.perf_counter() - begun)
        return right

    right = await asyncio.gather(*(one(person) for person in hall.heads))
    return {"count": sum(right), "wanted": len(hall.heads), **_spread(waits)}


async def change(hall: Hall) -> Row:
    """Let the secretariat say something, and wait until the last of 500 screens shows it; three times."""
    rows = []
    for number in range(3):
        before = max(screen.seq for screen in hall.screens)
        begun = time.perf_counter()
        await hall.says("presence.counted", number=180 + number)
        said = time.perf_counter() - begun
        moments = await asyncio.gather(*(screen.reaches(before + 1) for screen in hall.screens))
        waits = [moment - begun for moment in moments]
        rows.append({"acknowledged_s": round(said, 3), **_spread(waits)})
        await asyncio.sleep(1.0)
    return {
        "screens": len(hall.screens),
        "runs": rows,
        "last_s": max(float(str(row["last_s"])) for row in rows),
    }


async def floor_pages(hall: Hall) -> Row:
    """Let every delegation open its page, one after the other."""
    waits = []
    for person in hall.heads:
        begun = time.perf_counter()
        found = await person.get(f"{hall.path}floor/")
        waits.append(time.perf_counter() - begun)
        if found.status != 200:
            raise SystemExit(f"floor: {found.status} {_plain(found.body)[:400]}")
    return {"count": len(waits), **_spread(waits)}


async def ballots(hall: Hall) -> Row:
    """Let every delegation vote at once; kill the live door when a third have voted."""
    await hall.says("vote.announced", id=VOTE, on="matter:m1", method="recorded")
    await hall.says("vote.opened", id=VOTE)
    begun = time.perf_counter()
    waits: list[float] = []
    refused: list[str] = []
    killed = 0.0

    async def one(number: int, person: Person) -> None:
        nonlocal killed
        choice = ("yes", "no", "abstain")[number % 3]
        do = f"kind=ballot.cast&vote={VOTE}&choice={choice}"
        found = await person.post(f"{hall.path}say/", do=do, back="delegate", key=person.key)
        waits.append(time.perf_counter() - begun)
        if found.status != 302:
            refused.append(f"{found.status} {_plain(found.body)[:200]}")
        if len(waits) == len(hall.heads) // 3 and hall.screens:
            killed = time.perf_counter() - begun
            kill_live(os.getpid())

    await asyncio.gather(*(one(number, person) for number, person in enumerate(hall.heads)))
    row: Row = {"count": len(waits) - len(refused), "refused": refused[:3], **_spread(waits)}
    if hall.screens:
        last = hall.side("counted", VOTE)["last"]
        moments = await asyncio.gather(*(screen.reaches(last) for screen in hall.screens))
        row |= {
            "live_door_killed_at_s": round(killed, 2),
            "last_screen_shows_the_end_s": round(max(moments) - begun, 2),
            "screens_that_were_cut": sum(screen.cuts > 0 for screen in hall.screens),
        }
    return row | {"kept": hall.side("counted", VOTE)}


async def open_screens(hall: Hall) -> Row:
    """Open 500 screens: each delegation its own, the secretariat its grid, the rest public and on walls, in three languages."""
    base = f"/live/conference/{hall.facts['meeting']}"
    for number in range(SCREENS):
        language = LANGUAGES[number % len(LANGUAGES)]
        person = hall.heads[number] if number < len(hall.heads) else None
        view = "delegate" if person else ("public", "projector")[number % 2]
        if number == len(hall.heads):
            person, view = hall.desk, "grid"
        if number == len(hall.heads) + 1:
            person, view = hall.desk, "chair"
        cookies = person.cookies if person else {}
        screen = Screen(port=hall.live, path=f"{base}/{view}/{language}/", cookies=cookies)
        hall.screens.append(screen)
    begun = time.perf_counter()
    hall.listening = [asyncio.ensure_future(screen.follow()) for screen in hall.screens]
    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(*(screen.reaches(0) for screen in hall.screens))
    return {"screens": len(hall.screens), "all_open_s": round(time.perf_counter() - begun, 2)}


def _spread(waits: Sequence[float]) -> Row:
    return {
        "median_s": round(statistics.median(waits), 3),
        "last_s": round(max(waits), 3),
    }


def _plain(text: str) -> str:
    inside = text.partition("<main")[2] or text
    return " ".join(" ".join(piece.partition(">")[2] for piece in inside.split("<")).split())


async def play(hall: Hall, only: set[str]) -> dict[str, Row]:
    """Run the scenes, each with what the processes used."""
    scenes: list[tuple[str, Callable[[Hall], Awaitable[Row]]]] = [
        ("sign_ins", sign_ins),
        ("open_screens", open_screens),
        ("change", change),
        ("floor_pages", floor_pages),
        ("ballots", ballots),
    ]
    found: dict[str, Row] = {}
    if not await hall.desk.sign_in():
        raise SystemExit("the secretariat cannot sign in")
    await hall.desk.get(f"{hall.path}grid/")
    await hall.says("presence.counted", number=190)
    await hall.says("meeting.opened")
    await hall.says("item.opened", id="1", title="Draft+decisions")
    if only and "sign_ins" not in only:
        told = hall.side("sessions")
        for person in hall.heads:
            person.cookies[told["cookie"]] = told["keys"][person.username]
    for name, scene in scenes:
        if only and name not in only:
            continue
        before = use_of(family(os.getpid()))
        async with asyncio.timeout(PATIENCE):
            found[name] = await scene(hall)
        found[name]["cpu_s"] = _spent(before, use_of(family(os.getpid())))
        print(json.dumps({name: found[name]}), flush=True)
        await asyncio.sleep(1.0)
    for task in hall.listening:
        task.cancel()
    return found


def _spent(before: Mapping[str, Use], after: Mapping[str, Use]) -> dict[str, float]:
    nothing = Use()
    return {name: round(use.cpu - before.get(name, nothing).cpu, 2) for name, use in after.items()}


def main() -> int:
    """Make the node, play, print and keep; 1 if a target is missed."""
    only = set(sys.argv[sys.argv.index("--only") + 1].split(",")) if "--only" in sys.argv else set()
    folder = Path(tempfile.mkdtemp(prefix="longbien-bench-"))
    home = folder / "zz"
    web, peer, live = free_ports(3, 0)
    tool = str(Path(sys.executable).parent / "longbien")
    words = ["--party", "VN", "--name", "Viet Nam", "--exercise", "--web-port", str(web)]
    words += ["--peer-port", str(peer), "--live-port", str(live)]
    subprocess.run([tool, "init", *words], env=environment(home), check=True, stdout=subprocess.DEVNULL)
    facts = side(home, "make")
    with (folder / "serve.log").open("wb") as log:
        server = subprocess.Popen([tool, "serve"], env=environment(home), stdout=log, stderr=log)
        try:
            _wait(web, live)
            load = round(os.getloadavg()[0], 1)
            desk = Person(port=web, username="secretariat", password=facts["password"])
            heads = [
                Person(port=web, username=f"head-{state.lower()}", password=facts["password"])
                for state in facts["states"]
            ]
            hall = Hall(home=home, web=web, live=live, facts=facts, desk=desk, heads=heads)
            scenes = asyncio.run(play(hall, only))
            memory = {name: use.peak_mib for name, use in use_of(family(os.getpid())).items()}
        finally:
            server.terminate()
            server.wait()
            print((folder / "serve.log").read_text(encoding="utf-8")[-3000:], file=sys.stderr)
            shutil.rmtree(folder)
    found = {
        "machine": {**machine(), "load_average_before": load},
        "targets_s": TARGETS,
        "anchor": ANCHOR,
        "scenes": scenes,
        "peak_memory_mib": memory,
    }
    if not only:
        place = RESULTS / "conference_load.json"
        place.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(found, indent=1))
    return int(
        any(float(str(scenes[name]["last_s"])) >= most for name, most in TARGETS.items() if name in scenes)
    )


def _wait(*ports: int) -> None:
    import socket

    for port in ports:
        for _ in range(240):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
            except OSError:
                time.sleep(0.25)
            else:
                break
        else:
            raise SystemExit("the node did not come up")


if __name__ == "__main__":
    sys.exit(main())
