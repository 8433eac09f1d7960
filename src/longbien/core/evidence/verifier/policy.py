# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bundle's witness policy (c2sp.org/tlog-policy): which witnesses its maker relied on, and how many are enough.

It comes from the bag, so it proves nothing; what it names must be in directory entries, and what it asks for is checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.note import NoteKey, read_vkey

if TYPE_CHECKING:
    from typing import Final

MAX_POLICY: Final = 2**20
_MAX_LINES: Final = 2000


class Policy(NamedTuple):
    """Logs and witnesses by key; groups as (threshold, members); the name of the quorum, or "none"."""

    logs: tuple[NoteKey, ...]
    witnesses: dict[str, NoteKey]
    groups: dict[str, tuple[int, tuple[str, ...]]]
    quorum: str

    def is_met(self, cosigned: set[NoteKey]) -> bool:
        """Tell whether cosignatures by these keys are enough."""
        reached = {name: key in cosigned for name, key in self.witnesses.items()}
        for name, (threshold, members) in self.groups.items():
            reached[name] = sum(reached[member] for member in members) >= threshold
        return self.quorum == "none" or reached[self.quorum]


def read_policy(data: bytes) -> Policy:
    """Read a policy; FlawError `policy.malformed` for anything else."""
    flaw = FlawError("policy.malformed", "it is not a witness policy")
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise flaw from None
    policy = Policy((), {}, {}, "")
    if len(lines) > _MAX_LINES:
        raise flaw
    for line in lines:
        words = line.replace("\t", " ").split(" ")
        words = [word for word in words if word]
        if words and not words[0].startswith("#"):
            policy = _with_line(policy, words)
    if not policy.quorum:
        raise flaw
    return policy


def _with_line(policy: Policy, words: list[str]) -> Policy:
    flaw = FlawError("policy.malformed", "it has a line that a witness policy cannot have")
    kind, rest = words[0], words[1:]
    if kind == "log" and len(rest) in (1, 2):
        return policy._replace(logs=(*policy.logs, read_vkey(rest[0])))
    known = {**policy.witnesses, **policy.groups}
    if kind == "quorum" and len(rest) == 1 and not policy.quorum and (rest[0] in known or rest[0] == "none"):
        return policy._replace(quorum=rest[0])
    if len(rest) < 2 or rest[0] in known or rest[0] == "none":
        raise flaw
    if kind == "witness" and len(rest) in (2, 3):
        policy.witnesses[rest[0]] = read_vkey(rest[1])
        return policy
    members = tuple(rest[2:])
    words_for = {"all": str(len(members)), "any": "1"}
    threshold = words_for.get(rest[1], rest[1])
    if kind != "group" or not members or not set(members) <= set(known) or len(set(members)) != len(members):
        raise flaw
    if not threshold.isascii() or not threshold.isdigit() or not 1 <= int(threshold[:5]) <= len(members):
        raise flaw
    policy.groups[rest[0]] = (int(threshold[:5]), members)
    return policy
