# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checking a record offline: the signatures, the parts, the chain of events, the log's proof. Needs no node and no network.

Every finding is a code with values; what is never proven by such a file is a table (`NOT_PROVEN`), and part of every answer.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from longbien.core.base.canonical import decode
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import Digest
from longbien.core.conference.record.chain import unlink_events
from longbien.core.conference.record.file import RecordFile
from longbien.core.conference.record.statement import PARTS, RECORD_TYPE, digest_of_part
from longbien.core.log.leaf import LeafClass, parse_leaf
from longbien.core.log.proof import verify_receipt
from longbien.core.parties.chain import SignedEntry, read_entry
from longbien.core.sealing.dsse import MAX_ENVELOPE, envelope_digest, verify_envelope
from longbien.core.sealing.trust import check_valid

DECISION: Final = "conference.record"
"""The verb of the decision record whose digest is the leaf."""
NOT_PROVEN: Final = (
    "conference_record.unproven_room",
    "conference_record.unproven_complete",
    "conference_record.unproven_electorate",
    "conference_record.unproven_clock",
    "conference_record.unproven_secret",
    "conference_record.unproven_rules",
)
"""What no record proves, whatever holds in it."""


class Finding(NamedTuple):
    """One thing that holds or does not: a code with the values of its sentence."""

    good: bool
    code: str
    params: dict[str, str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found. `anchored`: the keys' fingerprint was given by the reader and is this one."""

    findings: tuple[Finding, ...]
    not_proven: tuple[str, ...]
    digest: Digest
    fingerprint: Digest
    """Of the directory entry; empty if it could not be read."""
    anchored: bool

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return all(one.good for one in self.findings)


class _Report:
    """Collects findings; a step that raises becomes a finding with the error's own code."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def good(self, code: str, **params: str | int) -> None:
        self.findings.append(Finding(True, code, params))

    def bad(self, code: str, **params: str | int) -> None:
        self.findings.append(Finding(False, code, params))

    def attempt(self, what: str, step: Callable[[], None]) -> None:
        try:
            step()
        except LongBienError as error:
            self.bad(what, reason=str(error))


def check_record(record: RecordFile, *, fingerprints: Iterable[Digest] = ()) -> Checked:
    """Check everything that the file itself can show; `fingerprints` are those of directory entries that the reader trusts."""
    report = _Report()
    entry = _entry(record, report)
    if entry is not None:
        report.attempt("conference_record.replay_signature", lambda: _signature(record, entry, report))
        report.attempt("conference_record.replay_log", lambda: _log(record, entry, report))
    _parts(record, report)
    trusted = set(fingerprints)
    fingerprint = entry.fingerprint if entry is not None else Digest("")
    if trusted and fingerprint not in trusted:
        report.bad("conference_record.replay_fingerprint", fingerprint=fingerprint or "-")
    anchored = bool(fingerprint) and fingerprint in trusted
    unproven = NOT_PROVEN if anchored else ("conference_record.unproven_keys", *NOT_PROVEN)
    return Checked(
        findings=tuple(report.findings),
        not_proven=unproven,
        digest=envelope_digest(record.envelope),
        fingerprint=fingerprint,
        anchored=anchored,
    )


def _entry(record: RecordFile, report: _Report) -> SignedEntry | None:
    """Read the directory entry: its own keys must have signed it, and it must be of the party that signed the record."""
    try:
        signed = read_entry(record.entry)
    except LongBienError as error:
        report.bad("conference_record.replay_entry", reason=str(error))
        return None
    if signed.entry.party != record.statement.party or signed.entry.exercise is not record.statement.exercise:
        report.bad(
            "conference_record.replay_entry", reason=f"{signed.entry.party} / {record.statement.party}"
        )
        return None
    report.good("conference_record.holds_entry", party=signed.entry.party, number=signed.entry.number)
    return signed


def _signature(record: RecordFile, signed: SignedEntry, report: _Report) -> None:
    """Check both signatures, with keys that were good when the record was made."""
    verified = verify_envelope(
        record.envelope,
        RECORD_TYPE,
        lambda key_id: trusted.public if (trusted := signed.entry.key(key_id)) is not None else None,
    )
    for key in verified.keys:
        trusted = signed.entry.key(key.key_id)
        if trusted is None:
            raise RefusedError("parties.key_unknown", key=key.key_id)
        check_valid(trusted, record.statement.made_at)
    report.good("conference_record.holds_signature", at=f"{record.statement.made_at:%Y-%m-%d %H:%M:%S} UTC")


def _log(record: RecordFile, signed: SignedEntry, report: _Report) -> None:
    """Check that the node's log holds a decision that names exactly this envelope."""
    leaf = parse_leaf(record.receipt.leaf)
    digest = hashlib.sha256(record.decision).hexdigest()
    if leaf.leaf_class is not LeafClass.DECISION or leaf.fields["record"] != digest:
        raise RefusedError("conference_record.leaf_other")
    decided = Fields(decode(record.decision, max_bytes=MAX_ENVELOPE))
    facts = decided.object("facts")
    named = (decided.text("verb"), facts.text("meeting"), facts.text("record"))
    if named != (DECISION, record.statement.meeting, envelope_digest(record.envelope)):
        raise RefusedError("conference_record.leaf_other")
    checkpoint = verify_receipt(record.receipt, signed.entry.log_keys())
    others = len(checkpoint.note.signatures) - len(signed.entry.log_keys().keys)
    at = f"{leaf.time:%Y-%m-%d %H:%M:%S} UTC"
    report.good(
        "conference_record.holds_log",
        origin=checkpoint.checkpoint.origin,
        size=checkpoint.checkpoint.size,
        at=at,
    )
    if others > 0:
        report.good("conference_record.holds_others", count=others)


def _parts(record: RecordFile, report: _Report) -> None:
    """Compare each part with its digest; of the events, name the first that was changed."""
    broken = unlink_events(record.parts["events"], meeting=record.statement.meeting).broken_at
    for name in PARTS:
        try:
            found = digest_of_part(record.parts[name])
        except MalformedError as error:
            report.bad("conference_record.replay_part", part=name, reason=str(error))
            continue
        if found == record.statement.parts[name]:
            report.good("conference_record.holds_part", part=name)
        else:
            report.bad("conference_record.replay_part", part=name, reason=found.sha256[:16])
    if broken is not None:
        report.bad("conference_record.replay_event", number=broken)
    else:
        events = record.parts["events"]
        report.good("conference_record.holds_events", count=len(events) if isinstance(events, list) else 0)
