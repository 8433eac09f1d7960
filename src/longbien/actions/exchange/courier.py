# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Courier files: what waits for a partner as one file, and what a partner's file brings (docs/protocol/exchange.md).

The same bytes as on the line. Nothing changes state when a file is written: an act waits on until its receipt comes, by
whatever way. A file may be read before or after the line is back, and again: nothing is taken in twice.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO, Final

from longbien.actions.access import require
from longbien.actions.exchange.deliver import record_attempt, take_answer
from longbien.actions.exchange.receive import receive_frames
from longbien.actions.node import Node, Parcel
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.base.moments import cut_moment
from longbien.core.exchange.answer import Answer, parse_answer
from longbien.core.exchange.courier import (
    FRAME,
    SEGMENT,
    CheckedCourier,
    CourierHeader,
    CourierWriter,
    check_courier,
    parse_segment,
    read_records,
)
from longbien.core.exchange.delivery import MAX_ACTS, MAX_DELIVERY
from longbien.core.parties.entry import Entry
from longbien.store import models
from longbien.store.queries.exchange import unsent_answers, waiting_acts, waiting_frame, waiting_keys
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction

MEANS: Final = "courier"
WRITTEN: Final = "exchange.courier_written"
"""The outcome of an attempt by courier: the file was written; whether it travels is not known here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourierRead:
    """What a file brought: acts and segments by the code of what became of them, and how many of our acts it answered.

    `read_before`: the same file had been read; what it brought was taken in then.
    """

    sender: PartyId
    acts: Mapping[str, int]
    segments: Mapping[str, int]
    answered: int
    read_before: bool


def write_courier(
    *, node: Node, actor: models.Officer, partner: PartyId, file: BinaryIO, with_evidence: bool = True
) -> models.CourierFile:
    """Write what waits for a partner into `file`: acts in order, segments of announced evidence, answers to its last files.

    The caller keeps the file only if this returns. RefusedError `people.not_permitted`, `parties.not_introduced`,
    `exchange.nothing_waits`.
    """
    require(actor, "exchange.courier")
    _entry(partner)
    now = cut_moment(node.clock())
    keys = waiting_keys(partner)
    answers = unsent_answers(partner)
    pack = node.desks.parcel if with_evidence else None
    parcel = pack(node, partner) if pack else Parcel()
    if not (keys or answers or parcel.count):
        raise RefusedError("exchange.nothing_waits", party=partner)
    header = CourierHeader(
        sender=node.party, recipient=partner, made_at=now, acts=len(keys), segments=parcel.count
    )
    writer = CourierWriter(file, header)
    for key in keys:
        writer.frame(waiting_frame(key))
    for segment in parcel.segments:
        writer.segment(segment)
    for answer in answers:
        writer.answer(bytes(answer.answer))
    digest = writer.finish()
    with write_transaction():
        row, _ = models.CourierFile.objects.get_or_create(
            direction=models.CourierFile.WRITTEN,
            digest=digest,
            defaults={
                "partner": partner,
                "made_at": now,
                "handled_at": now,
                "acts": len(keys),
                "segments": parcel.count,
            },
        )
        models.CourierAnswer.objects.filter(pk__in=[answer.pk for answer in answers]).update(sent_in=row)
        if keys:
            record_attempt(partner, keys[0], keys[-1], means=MEANS, outcome=WRITTEN, now=now)
    return row


def read_courier(*, node: Node, actor: models.Officer, file: BinaryIO) -> CourierRead:
    """Read a courier file (a seekable one): check it whole, then take in what it brings.

    MalformedError for a file that is not whole (nothing of it is used); RefusedError `people.not_permitted`,
    `exchange.wrong_recipient`, `exchange.unknown_sender`.
    """
    require(actor, "exchange.courier")
    checked = check_courier(file)
    header = checked.header
    if header.recipient != node.party:
        raise RefusedError("exchange.wrong_recipient", recipient=header.recipient)
    entry = trusted_entry(header.sender)
    if entry is None or header.sender == node.party:
        raise RefusedError("exchange.unknown_sender", sender=header.sender)
    known = models.CourierFile.objects.filter(direction=models.CourierFile.READ, digest=checked.digest)
    read_before = known.exists()
    file.seek(0)
    reading = _Reading(node, entry)
    for kind, data in read_records(file):
        reading.take(kind, data)
    reading.flush()
    _remember(node, checked, reading.answers)
    return CourierRead(
        sender=header.sender,
        acts=reading.acts,
        segments=reading.segments,
        answered=reading.answered,
        read_before=read_before,
    )


class _Reading:
    """One file on its way in: frames go in batches, in order; segments and answers as they come."""

    def __init__(self, node: Node, entry: Entry) -> None:
        self.acts: Counter[str] = Counter()
        self.segments: Counter[str] = Counter()
        self.answered = 0
        self.answers: list[bytes] = []
        self._node = node
        self._entry = entry
        self._frames: list[bytes] = []

    def take(self, kind: int, data: bytes) -> None:
        if kind == FRAME:
            held = sum(len(frame) for frame in self._frames)
            if len(self._frames) == MAX_ACTS or held + len(data) > MAX_DELIVERY:
                self.flush()
            self._frames.append(data)
            return
        self.flush()  # segments fit only what acts before them announced
        if kind == SEGMENT:
            self.segments[self._take_segment(data)] += 1
        else:
            self.answered += _take_answer(self._node, self._entry, data)

    def flush(self) -> None:
        if not self._frames:
            return
        answer = receive_frames(node=self._node, frames=self._frames)
        self.answers.append(answer)
        self.acts.update(result.code for result in parse_answer(answer).results)
        self._frames = []

    def _take_segment(self, data: bytes) -> str:
        take = self._node.desks.take_segment
        try:
            if take is None:
                return "evidence.not_announced"
            return (
                "exchange.received" if take(self._node, parse_segment(data)) else "exchange.received_before"
            )
        except LongBienError as error:
            return error.code


def _take_answer(node: Node, entry: Entry, data: bytes) -> int:
    """Take an answer that came by courier; give how many acts it ended.

    Only receipts count: they prove themselves. A bare code proves nothing on a disc that anybody could have written.
    """
    try:
        answer = parse_answer(data)
    except LongBienError:
        return 0
    proven = tuple(result for result in answer.results if result.receipt is not None and result.act)
    rows = waiting_acts(entry.party, [result.act for result in proven if result.act])
    if not rows:
        return 0
    done = take_answer(
        node=node,
        partner=entry.party,
        entry=entry,
        rows=rows,
        answer=Answer(results=proven),
        size=0,
        means=MEANS,
    )
    return done.ended


def _remember(node: Node, checked: CheckedCourier, answers: list[bytes]) -> None:
    """Keep that the file was read, and the answers for the way back; a file read again is answered again."""
    header = checked.header
    with write_transaction():
        row, _ = models.CourierFile.objects.get_or_create(
            direction=models.CourierFile.READ,
            digest=checked.digest,
            defaults={
                "partner": header.sender,
                "made_at": header.made_at,
                "handled_at": cut_moment(node.clock()),
                "acts": header.acts,
                "segments": header.segments,
            },
        )
        row.answers.all().delete()
        models.CourierAnswer.objects.bulk_create(
            models.CourierAnswer(file=row, answer=answer) for answer in answers
        )


def _entry(partner: PartyId) -> Entry:
    entry = trusted_entry(partner)
    if entry is None:
        raise RefusedError("parties.not_introduced", party=partner)
    return entry
