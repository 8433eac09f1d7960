# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the one-page certificate of a bundle says, as values: `longbien.bridge.papers` makes the page.

A certificate proves nothing by itself. It tells a judge in plain words what is in the bundle, who did what, whether the
content was found to match when the bundle was made, and how the court checks all this with its own means.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from longbien.core.base.ids import Digest, ObjectId, PartyId, RequestId
from longbien.core.evidence.bodies import Announced, UseCondition, read_evidence_body
from longbien.core.evidence.bundle import Exhibit, WrittenExhibit, payload_of
from longbien.core.evidence.custody import Finding, parse_custody
from longbien.core.evidence.inner import Inner, parse_inner
from longbien.core.evidence.manifest import parse_manifest
from longbien.core.parties.entry import Entry, fingerprint_of, parse_entry
from longbien.core.sealing.act import read_signed_act
from longbien.core.sealing.dsse import CUSTODY_TYPE, DIRECTORY_ENTRY_TYPE, MANIFEST_TYPE


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedParty:
    """A party with the fingerprint of its last directory entry: what a court compares by telephone."""

    party: PartyId
    names: dict[str, str]
    entry: int
    fingerprint: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedObject:
    """One evidence object. `inner` is None while it is sealed; `matches` is what was found when the bundle was written."""

    object: ObjectId
    sealed_by: PartyId
    sealed_at: datetime
    inner: Inner | None
    written: WrittenExhibit


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedStep:
    """Who did what: the kind of an act, or `custody.` and the action; roles as they stand in the record."""

    at: datetime
    party: PartyId
    kind: str
    roles: tuple[str, ...]
    found: Finding = Finding.NOT_CHECKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """All that stands on the page; steps in the order of time."""

    thread: RequestId
    exercise: bool
    made_by: PartyId
    made_at: datetime
    parties: tuple[CertifiedParty, ...]
    objects: tuple[CertifiedObject, ...]
    steps: tuple[CertifiedStep, ...]
    conditions: tuple[UseCondition, ...]
    verifier: Digest
    """SHA-256 of verify.py as it was published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """About which thread a certificate is, who makes it and when, and the published SHA-256 of verify.py."""

    thread: RequestId
    exercise: bool
    made_by: PartyId
    made_at: datetime
    verifier: Digest


def make_certificate(
    occasion: Occasion,
    *,
    acts: Sequence[bytes],
    entries: Iterable[bytes],
    exhibits: Iterable[tuple[Exhibit, WrittenExhibit]],
) -> Certificate:
    """Gather what the page says from the parts of the bundle; MalformedError for a part that cannot be read."""
    shown = list(exhibits)
    steps = [*_act_steps(acts), *(step for exhibit, _ in shown for step in _custody_steps(exhibit.custody))]
    return Certificate(
        thread=occasion.thread,
        exercise=occasion.exercise,
        made_by=occasion.made_by,
        made_at=occasion.made_at,
        parties=_parties(entries),
        objects=tuple(_object(exhibit, written) for exhibit, written in shown),
        steps=tuple(sorted(steps, key=lambda step: step.at)),
        conditions=_conditions(acts),
        verifier=occasion.verifier,
    )


def _parties(envelopes: Iterable[bytes]) -> tuple[CertifiedParty, ...]:
    """Give each party with its last entry."""
    last: dict[PartyId, tuple[Entry, Digest]] = {}
    for envelope in envelopes:
        payload = payload_of(envelope, DIRECTORY_ENTRY_TYPE)
        entry = parse_entry(payload)
        if entry.party not in last or last[entry.party][0].number < entry.number:
            last[entry.party] = (entry, fingerprint_of(payload))
    return tuple(
        CertifiedParty(party=party, names=dict(entry.names), entry=entry.number, fingerprint=fingerprint)
        for party, (entry, fingerprint) in sorted(last.items())
    )


def _object(exhibit: Exhibit, written: WrittenExhibit) -> CertifiedObject:
    manifest = parse_manifest(payload_of(exhibit.manifest, MANIFEST_TYPE))
    return CertifiedObject(
        object=exhibit.object,
        sealed_by=manifest.party,
        sealed_at=manifest.sealed_at,
        inner=parse_inner(exhibit.inner) if exhibit.inner else None,
        written=written,
    )


def _act_steps(envelopes: Iterable[bytes]) -> Iterable[CertifiedStep]:
    for envelope in envelopes:
        _, act = read_signed_act(envelope)
        roles = tuple(approval.role_id for approval in act.approved_by)
        yield CertifiedStep(at=act.time, party=act.sender, kind=act.kind, roles=roles)


def _custody_steps(envelopes: Iterable[bytes]) -> Iterable[CertifiedStep]:
    for envelope in envelopes:
        record = parse_custody(payload_of(envelope, CUSTODY_TYPE))
        yield CertifiedStep(
            at=record.time,
            party=record.party,
            kind=f"custody.{record.action.value}",
            roles=(record.role_id,),
            found=record.verified,
        )


def _conditions(envelopes: Iterable[bytes]) -> tuple[UseCondition, ...]:
    """Give the conditions of all announcements, each once."""
    found: dict[UseCondition, None] = {}
    for envelope in envelopes:
        _, act = read_signed_act(envelope)
        body = read_evidence_body(act.kind, act.body)
        if isinstance(body, Announced):
            found |= dict.fromkeys(body.conditions)
    return tuple(found)
