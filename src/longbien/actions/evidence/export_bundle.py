# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Export a court bundle: everything this node holds about one request and its evidence, for a court that trusts nobody.

Plain evidence is decrypted while it is written, each chunk authenticated; the bundle's verifier compares it with the signed
digests. The export is itself a custody step, signed before the first byte is written, so that it stands in the bundle.
"""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Final, cast

from longbien.actions.access import require
from longbien.actions.cooperation.thread import Thread, find_thread
from longbien.actions.evidence.custody import Step, add_custody
from longbien.actions.evidence.objects import stored_manifest
from longbien.actions.evidence.open_received import unlock
from longbien.actions.evidence.proofs import act_proofs, entry_proofs, object_proofs
from longbien.actions.evidence.use import Intended, bar_words, require_use
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, ObjectId, PartyId, RequestId
from longbien.core.base.library import data_bytes
from longbien.core.cooperation.life.uses import STATED
from longbien.core.evidence.bundle import (
    CERTIFICATE,
    CUSTODY,
    VERIFIER,
    BagSink,
    BundleWriter,
    Exhibit,
    WrittenExhibit,
    bundle_policy,
    trust_file,
)
from longbien.core.evidence.case import custody_graph
from longbien.core.evidence.certificate import Certificate, Occasion, make_certificate
from longbien.core.evidence.custody import CustodyAction
from longbien.core.evidence.draft import rewrap
from longbien.core.evidence.open import evidence_key
from longbien.core.evidence.segments import CONTENT
from longbien.core.sealing.age_recipients import HybridIdentity, HybridRecipient
from longbien.core.sealing.age_stream import decrypt_chunks, decrypt_payload
from longbien.store.models.evidence import EvidenceObject
from longbien.store.models.people import Officer
from longbien.store.queries.evidence import all_complete, custody_of_all, lock_object, objects_of_request
from longbien.store.queries.parties import entry_envelopes
from longbien.store.writing import write_transaction

_STATED: Final = Intended()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A bundle that was written: its evidence, how many files, and the SHA-256 of the verifier in it."""

    request_id: RequestId
    exhibits: tuple[WrittenExhibit, ...]
    files: int
    verifier: Digest


def export_bundle(
    *,
    node: Node,
    actor: Officer,
    request_id: RequestId,
    sink: BagSink,
    plain: bool,
    objects: Sequence[ObjectId] | None = None,
    purpose: str = "",
    recipient: HybridRecipient | None = None,
    render: Callable[[Certificate], bytes] | None = None,
    intended: Intended = _STATED,
) -> Exported:
    """Write the bundle of a request to `sink`: all its objects that are whole here, or those named by `objects`.

    `plain`: opened, where this node holds the key; otherwise, and where it does not, sealed as it travelled, for `recipient` if one is
    named and this node holds the key: the stock age tool opens it with that recipient's identity. `render` makes the
    certificate's page (`longbien.bridge.papers`); without it there is none. RefusedError `people.not_permitted`,
    `cooperation.request_unknown`, `evidence.object_unknown`, `evidence.segments_missing`, `evidence.bundle_…`, and
    `safeguards.use_barred` where `intended` is a use for which the State that gave it has not consented.
    """
    require(actor, "evidence.export")
    thread = find_thread(node.party, request_id)
    chosen = _choose(node, thread, objects)
    if intended.use != STATED:
        require_use(node=node, actor=actor, objects=_ids(chosen), intended=intended, purpose=purpose)
    form = _form(recipient, plain=plain)
    _set_down(node, actor, chosen, purpose=purpose, form=form, intended=intended)
    now = node.clock()
    writer = BundleWriter(
        sink, made_by=node.party, made_at=now, thread=request_id, exercise=thread.request.exercise
    )
    acts = [bytes(one.row.envelope) for one in thread.said]
    entries = _entries(node, thread)
    writer.acts(acts)
    writer.entries(entries)
    writer.policy(bundle_policy(entries))
    writer.proofs([*act_proofs(node, thread), *object_proofs(node, chosen), *entry_proofs(node, thread)])
    pairs = [_write(writer, node, one, plain=plain, recipient=recipient) for one in chosen]
    occasion = _occasion(node, thread, now)
    certificate = make_certificate(occasion, acts=acts, entries=entries, exhibits=pairs)
    writer.paper(CUSTODY, custody_graph(certificate, [exhibit for exhibit, _ in pairs]))
    if render is not None:
        writer.paper(CERTIFICATE, render(certificate))
    return Exported(
        request_id=request_id,
        exhibits=tuple(written for _, written in pairs),
        files=len(writer.finish()),
        verifier=occasion.verifier,
    )


def export_trust(*, node: Node, actor: Officer, parties: Iterable[PartyId]) -> bytes:
    """Give the trusted directory entries of parties as a trust file, for a court to get by another way than the bundle."""
    require(actor, "parties.read")
    return trust_file(envelope for party in parties for envelope in entry_envelopes(party))


def _ids(chosen: Sequence[EvidenceObject]) -> list[ObjectId]:
    return [ObjectId(one.object_id) for one in chosen]


def _occasion(node: Node, thread: Thread, now: datetime) -> Occasion:
    return Occasion(
        thread=RequestId(thread.request.request_id),
        exercise=thread.request.exercise,
        made_by=node.party,
        made_at=now,
        verifier=Digest(hashlib.sha256(data_bytes(VERIFIER)).hexdigest()),
    )


def _form(recipient: HybridRecipient | None, *, plain: bool) -> str:
    """Say in which form evidence leaves, for the custody record."""
    if recipient is not None:
        return f"sealed to {recipient.key.key_id}"
    return "plain" if plain else "sealed"


def _entries(node: Node, thread: Thread) -> list[bytes]:
    """Give the trusted entries of both sides."""
    parties = sorted({str(node.party), thread.request.partner})
    return [envelope for party in parties for envelope in entry_envelopes(PartyId(party))]


def _choose(node: Node, thread: Thread, objects: Sequence[ObjectId] | None) -> list[EvidenceObject]:
    found = objects_of_request(thread.request.request_id)
    if objects is None:
        return [one for one in found if _is_whole(node, one)]
    by_id = {one.object_id: one for one in found}
    for object_id in objects:
        if object_id not in by_id:
            raise RefusedError("evidence.object_unknown", object=object_id[:40])
        if not _is_whole(node, by_id[object_id]):
            raise RefusedError("evidence.segments_missing", object=object_id)
    return [by_id[object_id] for object_id in objects]


def _is_whole(node: Node, evidence: EvidenceObject) -> bool:
    return evidence.party == node.party or all_complete(evidence)


def _set_down(
    node: Node,
    actor: Officer,
    chosen: Sequence[EvidenceObject],
    *,
    purpose: str,
    form: str,
    intended: Intended,
) -> None:
    """Record the export of every object in its custody chain, with the bar that it carries."""
    with write_transaction():
        for one in chosen:
            locked = lock_object(one.object_id)
            if locked is not None:
                step = Step(
                    action=CustodyAction.EXPORT,
                    role_id=actor.role_id,
                    purpose=purpose,
                    notes=f"court bundle, {form} where the key is held{bar_words(locked, node, intended)}",
                )
                add_custody(node, locked, [step], now=node.clock())


def _write(
    writer: BundleWriter,
    node: Node,
    evidence: EvidenceObject,
    *,
    plain: bool,
    recipient: HybridRecipient | None,
) -> tuple[Exhibit, WrittenExhibit]:
    """Write one object; the exhibit that is given back has been read to its end."""
    object_id = ObjectId(evidence.object_id)
    custody = tuple(bytes(row.envelope) for row in custody_of_all(evidence))
    with ExitStack() as stack:
        payload = stack.enter_context(node.objects.reader(object_id, CONTENT))
        if plain and recipient is None and evidence.header:
            unlocked = unlock(node, object_id)
            exhibit = Exhibit(
                object=object_id,
                manifest=bytes(evidence.manifest),
                content=_Plaintext(decrypt_chunks(unlocked.file_key, payload)).readable_file(),
                inner=decrypt_payload(unlocked.file_key, unlocked.manifest.inner),
                digests=unlocked.digests,
                members=unlocked.members,
                custody=custody,
            )
        else:
            stored_manifest(evidence)
            exhibit = Exhibit(
                object=object_id,
                manifest=bytes(evidence.manifest),
                content=payload,
                header=_header(node, evidence, recipient),
                custody=custody,
            )
        return exhibit, writer.exhibit(exhibit)


def _header(node: Node, evidence: EvidenceObject, recipient: HybridRecipient | None) -> bytes:
    """Give the age header that goes into the bundle: ours, or a new one for `recipient` alone. No payload byte is touched."""
    if recipient is None or not evidence.header:
        return bytes(evidence.header)
    identities = [HybridIdentity(pair=pair) for pair in node.keys.evidence.values()]
    file_key = evidence_key(bytes(evidence.header), identities)
    return rewrap(file_key, [recipient], randomness=node.randomness)


class _Plaintext(io.RawIOBase):
    """Decrypted chunks as a file that is read once."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(cast("bytearray", buffer))
        if not self._rest:
            self._rest = next(self._chunks, b"")
        count = min(len(view), len(self._rest))
        view[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def readable_file(self) -> BinaryIO:
        """Give the file with a buffer in front of it."""
        return io.BufferedReader(self, 1 << 20)
