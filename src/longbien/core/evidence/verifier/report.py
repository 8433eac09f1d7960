# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the verifier found: what holds, what is wrong, what is not proven; as text for people or JSON for programs."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.flaws import FlawError, printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

PROVEN: Final = 0
"""Exit status: everything holds and the keys are anchored."""
WRONG: Final = 1
"""Exit status: something does not hold."""
USAGE: Final = 2
"""Exit status: the verifier was started in a way that makes no sense."""
UNANCHORED: Final = 3
"""Exit status: everything holds together, but whose keys these are is not proven."""

_MAX_FLAWS: Final = 200
_RESULTS: Final = {
    PROVEN: "PROVEN. Everything in this bundle holds, and it was signed with the keys that you named.",
    WRONG: "WRONG. Something in this bundle does not hold. Do not rely on it before this is explained.",
    UNANCHORED: "CONSISTENT, BUT WHOSE KEYS THESE ARE IS NOT PROVEN.",
}
_NAMES: Final = {PROVEN: "proven", WRONG: "wrong", UNANCHORED: "keys-not-proven"}
_NEVER_PROVEN: Final = (
    ("limits.truth", "that the content is true: only that it is the content that was sealed"),
    ("limits.lawful", "that it was collected lawfully, or that the measure was authorised as it says"),
    (
        "limits.clock",
        "that the clock of a node was right, beyond the times that witnesses stated in their signatures",
    ),
    ("limits.complete", "that nothing else was collected, said or logged and then left out of this bundle"),
    (
        "limits.revoked",
        "that no key was revoked after the last directory entry seen here: ask the authorities",
    ),
    (
        "limits.companions",
        "README.txt, certificate.pdf, custody.jsonld and verify.py in the bundle: for convenience, signed by nobody",
    ),
)


class Flaw(NamedTuple):
    """One thing that is wrong; `file` is relative to the bag, or empty for the bag as a whole."""

    file: str
    segment: int | None
    code: str
    text: str


class Remark(NamedTuple):
    """One thing that holds, or one that is not proven."""

    code: str
    text: str


class PartyKeys(NamedTuple):
    """Whose keys were used: the last directory entry of a party and its fingerprint."""

    party: str
    name: str
    entry: int
    fingerprint: str
    anchored: bool
    needed: bool


class Report:
    """Collects findings; `status` is the exit status."""

    def __init__(self) -> None:
        """Start with nothing found."""
        self.thread = ""
        self.exercise = False
        self.parties: list[PartyKeys] = []
        self.holds: list[Remark] = []
        self.wrong: list[Flaw] = []
        self.open: list[Remark] = []
        self.left_out = 0

    @contextmanager
    def about(self, file: str) -> Iterator[None]:
        """Note a FlawError raised inside as something wrong with `file`, and go on."""
        try:
            yield
        except FlawError as flaw:
            self.flaw(file, flaw)

    def flaw(self, file: str, flaw: FlawError) -> None:
        """Note something wrong; beyond a limit only their number is kept."""
        if len(self.wrong) < _MAX_FLAWS:
            found = Flaw(printable(file), flaw.segment, flaw.code, printable(flaw.text, 2000))
            if found not in self.wrong:
                self.wrong.append(found)
        else:
            self.left_out += 1

    def proves(self, code: str, text: str) -> None:
        """Note something that holds."""
        self.holds.append(Remark(code, printable(text, 2000)))

    def leaves_open(self, code: str, text: str) -> None:
        """Note something that a reader might expect and that is not proven."""
        remark = Remark(code, printable(text, 2000))
        if remark not in self.open[-_MAX_FLAWS:]:
            self.open.append(remark)

    @property
    def status(self) -> int:
        """Give the exit status."""
        if self.wrong:
            return WRONG
        needed = [item for item in self.parties if item.needed]
        return PROVEN if needed and all(item.anchored for item in needed) else UNANCHORED

    def not_proven(self) -> list[Remark]:
        """Give what is not proven here, and what no bundle can prove."""
        return self.open + [Remark(code, text) for code, text in _NEVER_PROVEN]

    def as_json(self) -> str:
        """Give the report for programs."""
        value = {
            "v": 1,
            "result": _NAMES[self.status],
            "status": self.status,
            "thread": self.thread,
            "exercise": self.exercise,
            "parties": [item._asdict() for item in self.parties],
            "holds": [item._asdict() for item in self.holds],
            "wrong": [item._asdict() for item in self.wrong],
            "wrong_left_out": self.left_out,
            "not_proven": [item._asdict() for item in self.not_proven()],
        }
        return json.dumps(value, indent=1)

    def result(self) -> str:
        """Give the one line that matters most."""
        text = _RESULTS[self.status]
        return f"EXERCISE - NOT A REAL CASE. {text}" if self.exercise else text

    def as_text(self) -> str:
        """Give the report for people."""
        lines = ["Long Biên bundle verifier", f"Case thread: {self.thread or 'unknown'}", "", self.result()]
        if self.wrong:
            lines += ["", "WRONG"]
            lines += [f"  - {_place(flaw)}: {flaw.text}" for flaw in self.wrong]
            if self.left_out:
                lines.append(f"  - and {self.left_out} more")
        if self.holds:
            lines += ["", "PROVEN" if self.status == PROVEN else _HOLDS[self.status]]
            lines += _grouped(self.holds)
        lines += ["", "WHOSE KEYS"]
        lines += [line for item in self.parties for line in _key_lines(item)] or [
            "  - no directory entry is there"
        ]
        if not all(item.anchored for item in self.parties if item.needed):
            lines += [f"  {line}" for line in _COMPARE]
        lines += ["", "NOT PROVEN"]
        lines += [f"  - {remark.text}" for remark in self.not_proven()]
        return "\n".join(lines) + "\n"


_HOLDS: Final = {
    WRONG: "HOLDS NEVERTHELESS",
    UNANCHORED: "HOLDS, IF THE KEYS BELOW ARE THOSE OF THE AUTHORITIES NAMED",
}
_COMPARE: Final = (
    "Nothing outside this bundle says that these keys belong to these authorities. Obtain each fingerprint from the",
    "authority itself, by another way than this bundle, and run again with --fingerprint PARTY=HEX or --trust FILE.",
)


def _grouped(holds: list[Remark]) -> list[str]:
    """Give what holds by what it is about: evidence first, and first of it whether the content matches."""
    ordered = sorted(
        holds, key=lambda remark: (not remark.text.startswith("Evidence"), remark.code != "content.matches")
    )
    groups: dict[str, list[str]] = {}
    for remark in ordered:
        subject, _, said = remark.text.partition(": ")
        groups.setdefault(subject, []).append(f"    - {said}")
    return [line for subject, said in groups.items() for line in (f"  {subject}", *said)]


def _place(flaw: Flaw) -> str:
    where = flaw.file or "the bundle"
    return where if flaw.segment is None else f"{where}, segment {flaw.segment}"


def _key_lines(item: PartyKeys) -> list[str]:
    groups = " ".join(item.fingerprint[start : start + 4] for start in range(0, 64, 4))
    said = "anchored by you" if item.anchored else "NOT anchored"
    used = "" if item.needed else ", nothing here depends on it"
    name = f" ({item.name})" if item.name else ""
    return [f"  - {item.party}{name}, directory entry {item.entry}: {said}{used}", f"    {groups}"]
