# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trust policies: which logs, which witnesses, and how many of them are enough (c2sp.org/tlog-policy).

Stricter than the specification in one thing: where a policy lists several keys of one origin, all of them must have signed, for
a log here signs with Ed25519 and ML-DSA-44. A witness has a line for each of its keys; a group joins them (`group AT all AT-1 AT-2`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.log.checkpoint import LogKeys, SignedCheckpoint, verify_checkpoint, verify_line
from longbien.core.log.note import VerifierKey, parse_vkey
from longbien.core.sealing.suites import KeyUse

MAX_POLICY: Final = 1024 * 1024
"""The largest policy file that is read, in bytes."""
MAX_NAMES: Final = 1000
"""How many logs, and how many witnesses and groups together, a policy may name."""

_NOBODY: Final = "none"
_FORBIDDEN: Final = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """At least `threshold` of these witnesses and groups."""

    threshold: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A policy as it was read. `quorum` names a witness or a group, or is empty where no witness is required."""

    logs: Mapping[str, LogKeys]
    witnesses: Mapping[str, VerifierKey]
    groups: Mapping[str, Group]
    quorum: str

    def is_met(self, cosigned: Callable[[str], bool]) -> bool:
        """Tell whether the quorum is reached, given which witnesses (by their names in the policy) cosigned."""
        reached = {name: cosigned(name) for name in self.witnesses}
        for name, group in self.groups.items():  # a group's members stand before it
            reached[name] = sum(reached[member] for member in group.members) >= group.threshold
        return not self.quorum or reached[self.quorum]


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnessed:
    """A checkpoint that a policy accepts, and when each witness of the policy cosigned it."""

    signed: SignedCheckpoint
    cosigned: Mapping[str, datetime]


def check_policy(policy: Policy, signed: SignedCheckpoint) -> Witnessed:
    """Check that a checkpoint is signed by a log of the policy, and cosigned by a quorum of its witnesses.

    RefusedError `log.origin_unknown`, `log.signature_missing`, `log.signature_invalid` (also of a witness that the quorum
    does not need: such a note is not to be trusted), `log.quorum_missing`.
    """
    keys = policy.logs.get(signed.checkpoint.origin)
    if keys is None:
        raise RefusedError("log.origin_unknown", origin=signed.checkpoint.origin[:80])
    verified = verify_checkpoint(signed, keys)
    cosigned: dict[str, datetime] = {}
    for name, key in policy.witnesses.items():
        signature = signed.note.signature_of(key)
        moment = verify_line(key, signature, signed.checkpoint) if signature else None
        if moment is not None:
            cosigned[name] = moment
    if not policy.is_met(cosigned.__contains__):
        raise RefusedError("log.quorum_missing", quorum=policy.quorum[:80])
    return Witnessed(signed=verified, cosigned=cosigned)


def parse_policy(data: bytes) -> Policy:
    """Read a policy file; MalformedError `log.policy_malformed` with the line."""
    if len(data) > MAX_POLICY:
        raise MalformedError("base.too_large", limit=MAX_POLICY)
    reader = _Reader()
    for number, line in enumerate(data.split(b"\n"), start=1):
        if _FORBIDDEN.search(line):
            raise MalformedError("log.policy_malformed", line=number)
        try:
            # Names are octets to the specification: what is no UTF-8 keeps its identity in surrogates.
            reader.take(line.decode("utf-8", "surrogateescape").replace("\t", " "))
        except MalformedError as error:
            raise MalformedError("log.policy_malformed", line=number) from error
    return reader.finish()


@dataclass(slots=True)
class _Reader:
    logs: list[VerifierKey] = field(default_factory=list)
    witnesses: dict[str, VerifierKey] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    quorum: str | None = None

    def take(self, line: str) -> None:
        words = [word for word in line.split(" ") if word]
        if not words or words[0].startswith("#"):
            return
        match words:
            case ["log", vkey] | ["log", vkey, _]:
                self._log(vkey)
            case ["witness", name, vkey] | ["witness", name, vkey, _]:
                self._witness(name, vkey)
            case ["group", name, threshold, *members]:
                self._group(name, threshold, tuple(members))
            case ["quorum", name] if self.quorum is None:
                self.quorum = "" if name == _NOBODY else self._defined(name)
            case _:
                raise _refused()

    def finish(self) -> Policy:
        if self.quorum is None:
            raise _refused()
        origins: dict[str, tuple[VerifierKey, ...]] = {}
        for key in self.logs:
            origins[key.name] = (*origins.get(key.name, ()), key)
        logs = {origin: LogKeys(origin=origin, keys=keys) for origin, keys in origins.items()}
        return Policy(logs=logs, witnesses=self.witnesses, groups=self.groups, quorum=self.quorum)

    def _log(self, vkey: str) -> None:
        key = parse_vkey(vkey, KeyUse.LOG)
        if len(self.logs) >= MAX_NAMES or any(key.public.raw == other.public.raw for other in self.logs):
            raise _refused()
        self.logs.append(key)

    def _witness(self, name: str, vkey: str) -> None:
        key = parse_vkey(vkey, KeyUse.WITNESS)
        if any(key.public.raw == other.public.raw for other in self.witnesses.values()):
            raise _refused()
        self.witnesses[self._new(name)] = key

    def _group(self, name: str, threshold: str, members: tuple[str, ...]) -> None:
        if not members or len(set(members)) != len(members):
            raise _refused()
        # A member of two groups would count twice in a group above them.
        if any(member in group.members for group in self.groups.values() for member in members):
            raise _refused()
        count = {"any": 1, "all": len(members)}.get(threshold)
        if count is None and _NUMBER.fullmatch(threshold):
            count = int(threshold)
        if count is None or count > len(members):
            raise _refused()
        group = Group(threshold=count, members=tuple(self._defined(member) for member in members))
        self.groups[self._new(name)] = group

    def _new(self, name: str) -> str:
        full = len(self.witnesses) + len(self.groups) >= MAX_NAMES
        if full or name == _NOBODY or name in self.witnesses or name in self.groups:
            raise _refused()
        return name

    def _defined(self, name: str) -> str:
        if name not in self.witnesses and name not in self.groups:
            raise _refused()
        return name


def _refused() -> MalformedError:
    """Make the error of a line; the reader of the file adds which one (0: the whole file)."""
    return MalformedError("log.policy_malformed", line=0)
