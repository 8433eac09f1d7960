# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outside as types: what actions may ask of it. Each port has a real side and a Null twin (`bridge.null`)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO, Protocol, TypeAlias

from longbien.core.base.ids import ObjectId
from longbien.core.base.sheet import Sheet
from longbien.core.conference.delegations.cards import CardSheet
from longbien.core.conference.sheet.ballots import BallotSheet
from longbien.core.cooperation.clocks.spans import Calendar
from longbien.core.cooperation.paper.record import Record
from longbien.core.cooperation.provider.order import Order
from longbien.core.cooperation.safeguards.notice import Notice
from longbien.core.evidence.certificate import Certificate
from longbien.core.law.clauses.bill import Bill
from longbien.core.sealing.keyring import Keyring
from longbien.core.treaty.joining.package import Package


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a partner's door said: an HTTP status and the body, of bounded size."""

    status: int
    body: bytes = field(repr=False)


class PeerDoor(Protocol):
    """The door of one partner's node (docs/protocol/exchange.md).

    Every method raises RefusedError when no reply came that can be used: `bridge.unreachable`, `bridge.timed_out`,
    `bridge.tls_key_wrong`, `bridge.plain_http`, `bridge.reply_malformed`.
    """

    def deliver(self, delivery: bytes) -> Reply:
        """Hand over a delivery."""

    def add_checkpoint(self, request: bytes) -> Reply:
        """Ask for a cosignature (tlog-witness add-checkpoint)."""

    def checkpoint(self) -> Reply:
        """Ask for the latest checkpoint."""

    def missing(self, object_id: ObjectId, part: str) -> Reply:
        """Ask which segments of an evidence part are missing."""

    def put_segment(
        self, object_id: ObjectId, part: str, index: int, path: Sequence[bytes], data: bytes
    ) -> Reply:
        """Hand over one segment with its audit path (hashes of 32 bytes)."""


OpenDoor: TypeAlias = Callable[[str, str], PeerDoor]
"""Gives the door at a peer base URL whose server key has this SHA-256 (hexadecimal; empty only for loopback)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldObject:
    """What a store holds of an object, finished or not: its bytes, and when something was last written."""

    object_id: ObjectId
    size: int
    written_at: datetime


class ObjectStore(Protocol):
    """Payload bytes of evidence, by object and part. A part is addressed by segments of 1 MiB, the last one shorter.

    What a writing method has done when it returns survives a power cut.
    """

    def writer(self, object_id: ObjectId, part: str) -> AbstractContextManager[BinaryIO]:
        """Write a whole part in one pass; it is there once the context ends without an error, and not before."""

    def reader(self, object_id: ObjectId, part: str) -> AbstractContextManager[BinaryIO]:
        """Read a part from its beginning; RefusedError `bridge.object_missing`."""

    def put_segment(self, object_id: ObjectId, part: str, index: int, data: bytes) -> None:
        """Write one segment, in any order, as often as one likes."""

    def get_segment(self, object_id: ObjectId, part: str, index: int) -> bytes:
        """Read one segment (fewer bytes at the end of the part); RefusedError `bridge.object_missing`."""

    def size(self, object_id: ObjectId, part: str) -> int:
        """Give the bytes held of a part up to the last one written; 0 if there is none."""

    def held(self) -> Iterator[HeldObject]:
        """Give every object of which something is held, unfinished writing included."""

    def discard(self, object_id: ObjectId) -> None:
        """Remove every part of an object; nothing happens if there is none."""


CalendarOf: TypeAlias = Callable[[str, str], Calendar]
"""Gives the working days of a party, counted in a zone; of a party without a calendar, every day but Saturday and Sunday works."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An e-mail to an officer of this node: words without any content of a case."""

    to: str
    subject: str
    text: str


class Post(Protocol):
    """Sends e-mail."""

    def send(self, letter: Letter) -> None:
        """Hand a letter to the mail server; RefusedError `bridge.mail_refused`, `bridge.mail_unreachable`."""


class PagePrinter(Protocol):
    """Makes printed pages (PDF) in a reader's language."""

    def certificate(self, certificate: Certificate, language: str) -> bytes:
        """Give the page of a court bundle."""

    def order(self, order: Order, language: str) -> bytes:
        """Give the letter that orders a provider to preserve data."""

    def notice(self, notice: Notice, language: str) -> bytes:
        """Give the letter by which a person is told that data about him were kept or given."""

    def badges(self, sheet: CardSheet, language: str) -> bytes:
        """Give the badges of a session, eight on a page, with slips for those that have a code."""

    def act(self, record: Record, languages: tuple[str, ...], translations: Mapping[str, str]) -> bytes:
        """Give the paper of one act, in one language or in two; `translations` of free texts by field."""

    def sheet(self, sheet: Sheet) -> bytes:
        """Give a paper as PDF."""

    def sheet_file(self, sheet: Sheet, form: str) -> bytes:
        """Give a paper as a file to work on: `docx`, `xlsx` or `akn` (Akoma Ntoso)."""

    def bill(self, bill: Bill) -> bytes:
        """Give proposed clauses as an Akoma Ntoso bill."""

    def ballots(self, sheet: BallotSheet, language: str) -> bytes:
        """Give the sheet for a vote by pen."""


class KeyStore(Protocol):
    """Where the node's private keys rest, encrypted."""

    def load(self) -> Keyring:
        """Read the keyring; UsageError `bridge.secret_missing`, RefusedError `sealing.passphrase_wrong`."""

    def save(self, keyring: Keyring) -> None:
        """Replace the keyring; when this returns, the new one survives a power cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member of a backup archive: its name, its size in bytes, where to read it before the next one is asked for."""

    name: str
    size: int
    source: BinaryIO


WriteMember: TypeAlias = Callable[[str, int, BinaryIO], None]
"""Writes one member of a backup archive: its name, its size in bytes, where to read it."""


class PaperSetter(Protocol):
    """Sets papers for signing and for editing."""

    def pdf(self, package: Package) -> bytes:
        """Give the papers as one PDF."""

    def docx(self, package: Package) -> bytes:
        """Give the papers as one document for a word processor."""
