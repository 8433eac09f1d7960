# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""All parties' keys: chains of directory entries from the bag and from the reader, and which of them are anchored.

An anchor is a fingerprint or an entry that the reader obtained elsewhere. It vouches for the entries before it by
hash, and for those after it by signature, up to one that revokes the keys which had to sign it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.entries import (
    Entry,
    check_entry,
    is_current,
    read_entry,
    revokes_signers,
)
from longbien.core.evidence.verifier.fields import Fields, read_base64
from longbien.core.evidence.verifier.flaws import PARTY, FlawError
from longbien.core.evidence.verifier.json_strict import read_json
from longbien.core.evidence.verifier.report import PartyKeys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

    from longbien.core.evidence.verifier.dsse import Key
    from longbien.core.evidence.verifier.note import NoteKey
    from longbien.core.evidence.verifier.primitives import Primitives
    from longbien.core.evidence.verifier.report import Report

MAX_TRUST_FILE: Final = 2**26
_TRUST_FILE: Final = "the trust file"
_FINGERPRINT: Final = re.compile(rf"(?:({PARTY})=)?([0-9a-f]{{64}})")


class Anchors(NamedTuple):
    """What the reader obtained elsewhere: (party or "", fingerprint) pairs, and whole entries."""

    fingerprints: tuple[tuple[str, str], ...] = ()
    entries: tuple[Entry, ...] = ()


def read_fingerprint(text: str) -> tuple[str, str]:
    """Read `HEX` or `PARTY=HEX`; spaces and colons between the digits do not matter."""
    party, equals, digits = text.rpartition("=")
    match = _FINGERPRINT.fullmatch(party + equals + re.sub("[ :]", "", digits).lower())
    if match is None:
        raise FlawError("usage.fingerprint", "a fingerprint is 64 hexadecimal digits, or PARTY= and these")
    return match.group(1) or "", match.group(2)


def read_trust_file(data: bytes) -> list[Entry]:
    """Read one directory entry, or an exported trust file with several."""
    value = read_json(data, MAX_TRUST_FILE)
    if isinstance(value, dict) and value.get("type") == "longbien/trust/v1":
        return [read_entry(read_base64(text, "an entry")) for text in Fields(value).texts("entries")]
    return [read_entry(data)]


class Chain:
    """The entries of one party, in order, whose signatures hold."""

    def __init__(self, party: str) -> None:
        """Start empty."""
        self.party = party
        self.entries: list[Entry] = []
        self.heeded: list[Entry] = []
        self.vouched = 0
        """How many of the entries an anchor vouches for, from the first on."""

    def settle(self) -> None:
        """Decide whose word counts: the vouched entries, or without an anchor all up to one that needs people."""
        doubtful = [place for place in range(1, len(self.entries)) if self.needs_people(place)]
        self.heeded = self.entries[: self.vouched or (doubtful or [len(self.entries)])[0]]

    def needs_people(self, place: int) -> bool:
        """Tell whether the entry at a place (not the first) counts only when people confirmed it."""
        return revokes_signers(self.entries[place], self.entries[place - 1])

    def key(self, identity: str) -> Key | None:
        """Give a key as the last heeded entry that lists it describes it, else as any other entry does."""
        for entries in (self.heeded, self.entries):
            for entry in reversed(entries):
                if identity in entry.keys:
                    return entry.keys[identity]
        return None

    def log_keys(self, origin: str) -> list[tuple[NoteKey, ...]]:
        """Give the sets of verifier keys that the log of this origin had."""
        sets = dict.fromkeys(entry.log_keys for entry in self.entries)
        return [keys for keys in sets if keys and keys[0].name == origin]


class Directory:
    """The chains of all parties."""

    def __init__(self, primitives: Primitives, report: Report) -> None:
        """Start empty."""
        self.primitives = primitives
        self.chains: dict[str, Chain] = {}
        self.needed: set[str] = set()
        self._report = report
        self._found: dict[str, dict[int, tuple[str, Entry]]] = {}

    def add(self, file: str, entry: Entry) -> None:
        """Take an entry that was read from `file`; FlawError if another one has its number."""
        there = self._found.setdefault(entry.party, {}).setdefault(entry.number, (file, entry))
        if there[1].fingerprint != entry.fingerprint:
            text = (
                f"entry {entry.number} of {entry.party} is not the one that you trust, or there are two of it"
            )
            raise FlawError("entry.other", text)

    def build(self, anchors: Anchors) -> None:
        """Check all chains and find out how far the anchors vouch for them."""
        parties = set(self._found)
        for entry in anchors.entries:
            # An entry of a party that the bag does not speak of is of no use here, and no flaw.
            if entry.party in parties:
                held = self._found[entry.party].get(entry.number)
                with self._report.about(held[0] if held else _TRUST_FILE):
                    self.add(_TRUST_FILE, entry)
        for party in sorted(parties):
            self.chains[party] = self._chain(party)
        trusted = {(entry.party, entry.fingerprint) for entry in anchors.entries}
        for chain in self.chains.values():
            self._vouch(chain, trusted | set(anchors.fingerprints))
        self._check_used(anchors)

    def _chain(self, party: str) -> Chain:
        chain = Chain(party)
        for number in sorted(self._found[party]):
            file, entry = self._found[party][number]
            previous = chain.entries[-1] if chain.entries else None
            if previous is not None and number != previous.number + 1:
                from_bag = self._found[party][previous.number][0] != _TRUST_FILE
                if from_bag == (file != _TRUST_FILE):
                    self._report.flaw(file, FlawError("entry.gap", "the entry before it is missing"))
                    break
                self._report.leaves_open(
                    "keys.unlinked",
                    f"how the entry of {party} in the trust file leads to those in this bundle: entries between are missing",
                )
                if from_bag:
                    break
                chain.entries, previous = [], None
            try:
                check_entry(entry, previous, self.primitives)
            except FlawError as flaw:
                self._report.flaw(file, flaw)
                break
            chain.entries.append(entry)
        return chain

    def _vouch(self, chain: Chain, trusted: set[tuple[str, str]]) -> None:
        for place, entry in enumerate(chain.entries):
            anchored = {(entry.party, entry.fingerprint), ("", entry.fingerprint)} & trusted
            if anchored or (place == chain.vouched > 0 and not chain.needs_people(place)):
                chain.vouched = place + 1
        chain.settle()
        for entry in chain.entries[chain.vouched :] if chain.vouched else ():
            self._report.leaves_open(
                "keys.unconfirmed",
                f"directory entry {entry.number} of {entry.party}, which says that keys were stolen or follows one "
                "that does: a thief could have signed it, so it counts only with a fingerprint of its own",
            )

    def _check_used(self, anchors: Anchors) -> None:
        """Note a fingerprint that no entry has: the keys are then not those that the reader trusts."""
        for party, fingerprint in anchors.fingerprints:
            places = [
                entry
                for chain in self.chains.values()
                for entry in chain.entries
                if entry.fingerprint == fingerprint and party in ("", entry.party)
            ]
            if not places:
                whose = f"entry of {party}" if party else "directory entry"
                text = f"no {whose} in this bundle has the fingerprint that you gave ({fingerprint[:16]}…)"
                self._report.flaw("data/trust", FlawError("entry.fingerprint", text))

    def signing_key(self, party: str, identity: str, algorithm: str, moment: str) -> Key:
        """Give a party's key for signed documents that was in force at a moment; FlawError `key.…`."""
        self.needed.add(party)
        chain = self.chains.get(party)
        key = chain.key(identity) if chain else None
        if chain is None or key is None or (key.use, key.algorithm) != ("act", algorithm):
            raise FlawError("key.unknown", f"it is signed with a key that no directory entry of {party} has")
        if not is_current(key, moment):
            raise FlawError(
                "key.time", f"it is signed with a key of {party} that was not in force at {moment}"
            )
        return key

    def log_keys(self, party: str, origin: str) -> list[tuple[NoteKey, ...]]:
        """Give the sets of verifier keys that a party's log of this origin had; FlawError `log.unknown` if none."""
        self.needed.add(party)
        chain = self.chains.get(party)
        found = chain.log_keys(origin) if chain else []
        if chain is None or not found:
            raise FlawError(
                "log.unknown", f"its checkpoint is of a log that no directory entry of {party} names"
            )
        return found

    def revoked_since(self, party: str, keys: tuple[NoteKey, ...]) -> str:
        """Give the first moment since which one of these log keys is revoked, or ""."""
        chain, material = self.chains[party], {key.public for key in keys}
        moments = [
            key.revoked_since
            for entry in chain.heeded
            for key in entry.keys.values()
            if key.revoked_since and key.use == "log" and key.public in material
        ]
        return min(moments, default="")

    def witnesses(self) -> Iterator[tuple[str, tuple[NoteKey, ...]]]:
        """Give every set of witness keys with its party; once anything is anchored, anchored parties only."""
        some = any(chain.vouched for chain in self.chains.values())
        for party, chain in self.chains.items():
            for keys in dict.fromkeys(entry.witness_keys for entry in chain.heeded):
                if keys and (chain.vouched or not some):
                    yield party, keys

    def is_anchored(self, party: str) -> bool:
        """Tell whether an anchor vouches for all entries of a party: one that says that keys were stolen casts doubt."""
        chain = self.chains.get(party)
        return chain is not None and 0 < chain.vouched == len(chain.entries)

    def owners(self) -> list[PartyKeys]:
        """Give, for the report, whose keys these are."""
        return [
            PartyKeys(
                party,
                chain.entries[-1].name if chain.entries else "",
                chain.entries[-1].number if chain.entries else 0,
                chain.entries[-1].fingerprint if chain.entries else "",
                self.is_anchored(party),
                party in self.needed,
            )
            for party, chain in self.chains.items()
        ]
