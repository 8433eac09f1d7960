# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The node as a value: everything that a verb needs from outside, built once by `longbien.site.wiring`.

A verb takes `node` (and `actor`, where a person acts) as a keyword argument. A door asks `current_node`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final, TypeAlias, TypeVar

from longbien.bridge.ports import CalendarOf, KeyStore, ObjectStore, PagePrinter, PaperSetter, Post
from longbien.core.base.errors import UsageError
from longbien.core.base.ids import KeyId, PartyId
from longbien.core.cooperation.clocks.spans import weekends_only
from longbien.core.cooperation.safeguards.call_back import WAIT
from longbien.core.exchange.courier import Segment
from longbien.core.log.checkpoint import LogSigner
from longbien.core.log.cosign import WitnessSigner
from longbien.core.sealing.act import Act
from longbien.core.sealing.dsse import ActSigner
from longbien.core.sealing.keys import KeyPair
from longbien.store import models

Taker: TypeAlias = "Callable[[Node, models.Act, Act], None]"
"""Takes an act that arrived into a desk, inside its savepoint; a RefusedError refuses the act with a receipt."""
AfterMade: TypeAlias = "Callable[[Node, models.Act, Act], None]"
"""Carries an act that this node made into a desk's own state, inside the same transaction."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Segments of evidence for a courier: how many, and each of them in turn."""

    count: int = 0
    segments: Iterable[Segment] = ()


TakeSegment: TypeAlias = "Callable[[Node, Segment], bool]"
"""Takes a segment that a courier brought; tells whether it is new. RefusedError for one that fits nothing announced."""
PackParcel: TypeAlias = "Callable[[Node, PartyId], Parcel]"
"""Gives what a courier shall carry to a partner beside acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeKeys:
    """The node's keys that its own directory entry calls current; sealed things may also name earlier ones."""

    act: ActSigner
    log: LogSigner
    witness: WitnessSigner
    seal: Mapping[KeyId, KeyPair] = field(repr=False)
    """Every key to which acts were ever sealed."""
    evidence: Mapping[KeyId, KeyPair] = field(repr=False)
    """Every key to which evidence was ever sealed; the newest comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desks:
    """What each desk does with acts, by exact kind or by a prefix that ends in a dot; the exact kind comes first.

    `taken_back`: what each desk does with an act of this node that a partner gives back after a restore. `take_segment` and `parcel` are the evidence desk's part in courier files; None where there is no such desk.
    """

    takers: Mapping[str, Taker] = field(default_factory=lambda: MappingProxyType({}))
    after_made: Mapping[str, AfterMade] = field(default_factory=lambda: MappingProxyType({}))
    taken_back: Mapping[str, AfterMade] = field(default_factory=lambda: MappingProxyType({}))
    take_segment: "TakeSegment | None" = None
    parcel: "PackParcel | None" = None

    def taker(self, kind: str) -> "Taker | None":
        """Find who takes acts of this kind in; None for a kind that nobody here understands."""
        return _by_kind(self.takers, kind)

    def after(self, kind: str) -> "AfterMade | None":
        """Find who follows acts of this kind that were made here."""
        return _by_kind(self.after_made, kind)

    def back(self, kind: str) -> "AfterMade | None":
        """Find who takes acts of this kind, made here, back after a restore."""
        return _by_kind(self.taken_back, kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One node: whose it is, its keys, its clock, its randomness, its store of payloads, its desks, its printer."""

    party: PartyId
    exercise: bool
    url: str
    keys: NodeKeys
    clock: Callable[[], datetime]
    randomness: Callable[[int], bytes]
    objects: ObjectStore
    key_store: KeyStore
    desks: Desks = field(default_factory=Desks)
    call_back_wait: timedelta = WAIT
    """How long a second person is waited for when an emergency request is called back."""
    papers: PagePrinter | None = None
    calendars: CalendarOf = weekends_only
    """Gives the working days of a party, counted in a zone."""
    post: Post | None = None
    """What sends e-mail to this node's officers; None where no mail server is named."""
    joining_papers: PaperSetter | None = None
    """What sets the papers of joining; None where this process cannot."""

    def printer(self) -> PagePrinter:
        """Give who makes printed pages; UsageError `bridge.papers_missing` in a process that cannot."""
        if self.papers is None:
            raise UsageError("bridge.papers_missing")
        return self.papers


_PROVIDERS: Final[list[Callable[[], Node]]] = []


def provide_node(provider: Callable[[], Node]) -> None:
    """Say where the node comes from: done once, when a process starts, by `longbien.site.wiring`."""
    _PROVIDERS[:] = [provider]


def current_node() -> Node:
    """Give this process's node; UsageError `parties.not_initialised` as long as it has no keys."""
    if not _PROVIDERS:
        raise UsageError("parties.not_initialised")
    return _PROVIDERS[0]()


def _by_kind(table: Mapping[str, _T], kind: str) -> _T | None:
    found = table.get(kind)
    end = len(kind)
    while found is None and (end := kind.rfind(".", 0, end)) > 0:
        found = table.get(kind[: end + 1])
    return found
