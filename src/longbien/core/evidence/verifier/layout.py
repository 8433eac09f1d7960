# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may lie where in a bundle (docs/protocol/bundle.md). A file that has no place here is one that nobody vouches for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.acts import KIND
from longbien.core.evidence.verifier.flaws import HEX_32, HEX_64, PARTY, FlawError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final

    from longbien.core.evidence.verifier.report import Report

COMPANIONS: Final = frozenset(
    ("data/README.txt", "data/certificate.pdf", "data/verify.py", "data/custody.jsonld")
)
"""Files for people's convenience that nobody signed."""
WITNESSES: Final = "data/trust/witnesses.txt"

_ACT: Final = re.compile(rf"data/acts/([0-9]{{4}})-({KIND})\.json")
_RECEIPT: Final = re.compile(rf"data/receipts/({HEX_64})\.({PARTY})\.json")
_PROOF: Final = re.compile(rf"data/proofs/({HEX_64})\.({PARTY})\.json")
_ENTRY: Final = re.compile(rf"data/trust/({PARTY})/([0-9]{{4}})\.json")
_EVIDENCE: Final = re.compile(
    rf"data/evidence/({HEX_32})/(content|content\.age|manifest\.json|inner\.json|digests|members|leaves)"
)
_CUSTODY: Final = re.compile(rf"data/evidence/({HEX_32})/custody/({PARTY})/([0-9]{{4}})\.json")


class Place(NamedTuple):
    """A file and what its name says: two words that depend on the kind of file."""

    file: str
    first: str
    second: str


class Layout(NamedTuple):
    """A bundle's files by kind, in the order of their names. `evidence` is by object and file name."""

    acts: list[Place]
    receipts: list[Place]
    proofs: list[Place]
    entries: list[Place]
    evidence: dict[str, dict[str, str]]
    custody: dict[tuple[str, str], list[Place]]
    strangers: list[str]


def lay_out(names: Iterable[str], report: Report) -> Layout:
    """Sort the files of a bundle; one without a place is noted as wrong."""
    layout = Layout([], [], [], [], {}, {}, [])
    lists = (
        (_ACT, layout.acts),
        (_RECEIPT, layout.receipts),
        (_PROOF, layout.proofs),
        (_ENTRY, layout.entries),
    )
    for name in sorted(names):
        for pattern, places in lists:
            match = pattern.fullmatch(name)
            if match is not None:
                places.append(Place(name, match.group(1), match.group(2)))
                break
        else:
            if not _lay_out_evidence(layout, name) and name not in COMPANIONS | {WITNESSES}:
                text = "a bundle has no such file: nobody vouches for it"
                report.flaw(name, FlawError("bag.no_place", text))
                layout.strangers.append(name)
    return layout


def _lay_out_evidence(layout: Layout, name: str) -> bool:
    match = _EVIDENCE.fullmatch(name)
    if match is not None:
        layout.evidence.setdefault(match.group(1), {})[match.group(2)] = name
        return True
    match = _CUSTODY.fullmatch(name)
    if match is not None:
        place = Place(name, match.group(2), match.group(3))
        layout.evidence.setdefault(match.group(1), {})
        layout.custody.setdefault((match.group(1), match.group(2)), []).append(place)
        return True
    return False


def check_numbers(places: list[Place], numbers: list[str], report: Report) -> None:
    """Note a gap in files that are numbered from 0001 on."""
    for expected, (place, number) in enumerate(zip(places, numbers), 1):
        if int(number) != expected:
            report.flaw(place.file, FlawError("bag.number", f"number {expected:04d} is missing before it"))
            return
