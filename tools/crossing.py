# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps of a case between two real nodes, each typed as an officer types it, and patient: a step that fails is looked at again.

    case = Case(asking=Desk(nodes["VN"]), asked=Desk(nodes["AT"]))
    request_id = case.ask("preservation", fields)
    case.keep(request_id)

Before every try a step looks where the case stands, so that it may be cut off anywhere and taken again: this is what lets
`tools.crash` kill nodes and terminals under it.
"""

import json
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from tools.nodes import APPROVER, DUTY, Node, NodeError

_Found = TypeVar("_Found")

PATIENCE: Final = 180.0
"""Seconds that a step may take, waits for the partner included."""
PAUSE: Final = 0.15
"""Seconds between two looks."""
KEEP_UNTIL: Final = "2027-03-01"
_CONTACT: Final[Mapping[str, str]] = {
    "organisation": "Cybercrime Division (exercise)",
    "function": "duty officer",
    "phone": "+84 24 3822 5678",
    "time_zone": "Asia/Ho_Chi_Minh",
    "office_hours": "at all hours",
}
_ADDRESS: Final[Mapping[str, str]] = {
    "kind": "ipv4",
    "value": "8.8.8.8",
    "port": "51515",
    "at": "2026-11-19 21:14:07+07:00",
}
_HEADER: Final[Mapping[str, object]] = {
    "status": "new",
    "requesting_authority": _CONTACT,
    "callback": _CONTACT,
    "legal_basis": "hanoi",
    "offences": ["7"],
    "offence_provisions": "Law on exercises, section 7: up to five years.",
    "secrecy": "none",
    "language": "en",
    "facts": "A server was entered with guessed passwords.",
    "identifiers": [_ADDRESS],
    "data_period": {"from": "2026-11-01T00:00:00+07:00", "until": "2026-11-20T00:00:00+07:00"},
}
FIELDS: Final[Mapping[str, Mapping[str, object]]] = {
    "preservation": {
        **_HEADER,
        "requested_authority": "24/7",
        "data_categories": ["traffic", "subscriber"],
        "relation": "The address is the one that entered.",
        "necessity": "The provider keeps its log for thirty days.",
        "follow_up_intended": True,
        "follow_up_planned": "2026-12-15",
    },
    "stored-data": {
        **_HEADER,
        "requested_authority": "central",
        "subject": "Illegal access to a public server.",
        "stage": "investigation",
        "conducting_authority": _CONTACT,
        "assistance": ["40.3.d"],
        "assistance_detail": "Disclose the preserved log.",
        "data_categories": ["traffic"],
        "purpose": "To find who entered, and to prove it in court.",
    },
}
"""Complete requests of both kinds, but for their reference."""

_REASON: Final = ("--reason", "Exercise: an ordinary case of illegal access.")
SAFEGUARDS: Final[Mapping[str, tuple[str, ...]]] = {
    "rights": ("clear", *_REASON),
    "scope": ("inside", *_REASON),
    "dual-criminality": (
        "met",
        "--ours",
        "Section 12 (exercise)",
        "--theirs",
        "Section 7 (exercise)",
        *_REASON,
    ),
    "necessity": ("necessary", *_REASON),
}
"""What an official of the asked State records before data are given: step, result, reason."""

Page = Mapping[str, Any]
"""A request as `longbien request show --json` gives it."""


@dataclass(slots=True)
class Desk:
    """The officers of one node at its one terminal: one command at a time, and a terminal that ended is opened anew."""

    node: Node
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def json(self, *words: str, by: str = DUTY) -> Any:
        """Type a command and read its answer; NodeError if it fails."""
        with self._lock:
            try:
                return self.node.json(*words, by=by)
            except (OSError, ValueError) as error:
                raise NodeError(f"{self.node.party}: the terminal was cut off: {error}") from error
            finally:
                self._reopen()

    def page(self, request_id: str) -> Page:
        """Look at a request."""
        found: Page = self.json("request", "show", request_id)
        return found

    def kill_terminal(self) -> None:
        """End the terminal in the middle of whatever it does."""
        process = self.node.terminal.process
        if process is not None:
            process.kill()

    def _reopen(self) -> None:
        process = self.node.terminal.process
        if process is None or process.poll() is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self.node.terminal.process = None


@dataclass(slots=True, kw_only=True)
class Case:
    """What two desks do in a case. Every method returns once its step stands where it was taken."""

    asking: Desk
    asked: Desk
    folder: Path
    told: Callable[[str, str], None] = lambda _party, _act: None
    """Told of every act that a terminal said was made: party, digest."""
    over: Callable[[], bool] = lambda: False
    """Asked between two tries: True gives the case up."""

    def ask(self, kind: str, reference: str, **changed: object) -> str:
        """Draft, propose, approve and send a request; give its id."""
        request_id = self.draft(kind, reference, **changed)
        self.say(self.asking, request_id, is_sent, "request", "submit", request_id)
        return request_id

    def draft(self, kind: str, reference: str, **changed: object) -> str:
        """Draft a request; give its id."""
        file = self.folder / f"{reference.replace('/', '-')}-{kind}.yaml"
        fields = {**self.fields(kind), "reference": reference, **changed}
        file.write_text(json.dumps(fields), encoding="utf-8")
        words = ("request", "new", kind, "--to", self.asked.node.party, "--file", str(file))
        return self.until(lambda: str(self.asking.json(*words)["request_id"]))

    def fields(self, kind: str) -> Mapping[str, object]:
        """Give a complete request of a kind, but for its reference."""
        return FIELDS[kind]

    def acknowledge(self, request_id: str) -> None:
        """Acknowledge at the partner's node, once the request is there."""
        self.say(self.asked, request_id, is_acknowledged, "request", "acknowledge", request_id)

    def keep(self, request_id: str) -> None:
        """Grant preservation and state until when the data are kept."""
        words = ("request", "decide", "preservation", request_id, "granted", "--keep-until", KEEP_UNTIL)
        self.say(self.asked, request_id, is_kept, *words)

    def safeguard(self, request_id: str) -> None:
        """Take the steps that stand before a grant, as far as they are still open."""

        def tried() -> bool:
            states = {one["step"]: one["state"] for one in self.asked.page(request_id)["safeguards"]}
            for step, words in SAFEGUARDS.items():
                if states.get(step, "done") == "open":
                    self.asked.json("request", "safeguard", "record", request_id, step, *words)
            return bool(states) and "open" not in states.values()

        self.until(tried)

    def grant(self, request_id: str) -> None:
        """Take the safeguards, then grant disclosure, under a condition."""
        self.safeguard(request_id)
        words = ("request", "decide", "disclosure", request_id, "granted", "--condition", "purpose-only")
        self.say(self.asked, request_id, is_granted, *words)

    def seal(self, request_id: str, path: Path) -> str:
        """Seal a file for a request; give the object's id."""

        def tried() -> str:
            held = self.asked.json("evidence", "status", "--request", request_id)
            if held:
                return str(held[0]["object_id"])
            return str(self.asked.json("evidence", "seal", str(path), "--request", request_id)["object_id"])

        return self.until(tried)

    def announce(self, request_id: str, object_id: str) -> None:
        """Announce sealed evidence."""
        words = ("evidence", "announce", object_id, "--request", request_id)
        self.say(self.asked, request_id, lambda page: object_id in page["state"]["evidence"], *words)

    def accept(self, request_id: str, object_id: str) -> None:
        """Accept the conditions of use, once the announcement is there."""

        def is_accepted(page: Page) -> bool:
            return bool(page["state"]["evidence"].get(object_id, "announced") != "announced")

        self.say(self.asking, request_id, is_accepted, "evidence", "accept", object_id)

    def opened(self, object_id: str, name: str) -> bytes:
        """Open evidence at the asking node once key and segments are there; give its bytes."""
        file = self.folder / name

        def tried() -> bytes:
            file.unlink(missing_ok=True)
            self.asking.json("evidence", "open", object_id, "--to", str(file), "--purpose", "exercise")
            return file.read_bytes()

        found = self.until(tried)
        file.unlink()
        return found

    def say(self, desk: Desk, request_id: str, reached: Callable[[Page], bool], /, *words: str) -> None:
        """Type a command, or approve what waits for a second officer, until the request stands where it should."""

        def tried() -> bool:
            page = desk.page(request_id)
            if reached(page):
                return True
            waiting = [str(one["proposal"]) for one in page["proposals"]]
            made = desk.json("act", "approve", *waiting, by=APPROVER) if waiting else desk.json(*words)
            for one in made if isinstance(made, list) else [made]:
                if one.get("act"):
                    self.told(desk.node.party, one["act"])
            return False

        self.until(tried)

    def until(self, tried: Callable[[], _Found]) -> _Found:
        """Try again until something true comes of it; NodeError with the last failure when patience ends."""
        end, last = time.monotonic() + PATIENCE, "nothing came"
        while time.monotonic() < end and not self.over():
            try:
                if found := tried():
                    return found
            except NodeError as error:
                last = str(error)
                time.sleep(PAUSE)
        raise NodeError(last)


def is_sent(page: Page) -> bool:
    """Whether the request was signed."""
    return bool(page["thread"])


def is_acknowledged(page: Page) -> bool:
    """Whether a person at the asked node has said that it saw the request."""
    return "answer.acknowledged" in kinds(page)


def is_kept(page: Page) -> bool:
    """Whether the data are kept."""
    return bool(page["state"]["tracks"]["preservation"] == "in-force")


def is_granted(page: Page) -> bool:
    """Whether disclosure is granted."""
    return bool(page["state"]["tracks"]["disclosure"] == "granted")


def kinds(page: Page) -> list[str]:
    """Give the kinds of the acts in a thread, in order."""
    return [act["kind"] for act in page["thread"]]
