# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Open evidence: after the release and the last segment, streamed into a sink that a door gives, each MiB checked before it is written.

What was found is a custody record and, for a partner's evidence, the act `evidence.received`, whatever the verdict.
"""

from dataclasses import dataclass
from typing import BinaryIO, Final

from longbien.actions.access import require
from longbien.actions.cooperation.say import propose_in
from longbien.actions.cooperation.thread import lock_thread
from longbien.actions.evidence.custody import Step, add_custody
from longbien.actions.evidence.objects import stored_manifest
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, ObjectId
from longbien.core.evidence.bodies import RECEIVED, Received, write_evidence_body
from longbien.core.evidence.custody import CustodyAction, Finding
from longbien.core.evidence.flow import Progress
from longbien.core.evidence.inner import Description, Inner, Listed, Member
from longbien.core.evidence.manifest import Manifest, open_inner
from longbien.core.evidence.open import evidence_key, open_small_part, open_stream
from longbien.core.evidence.segments import CONTENT, DIGESTS, MEMBERS
from longbien.core.sealing.age_recipients import HybridIdentity
from longbien.store.models.evidence import EvidenceObject
from longbien.store.models.people import Officer
from longbien.store.queries.evidence import all_complete, find_object, find_part, lock_object
from longbien.store.writing import write_transaction

DIFFERS: Final = frozenset(
    {
        "evidence.plaintext_differs",
        "evidence.segment_damaged",
        "evidence.chunk_damaged",
        "evidence.root_differs",
        "evidence.payload_length",
        "evidence.inner_differs",
        "evidence.list_differs",
    }
)
"""Refusals that are a finding about the evidence, not about this machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedObject:
    """What was opened: its description, size in bytes, SHA-256, and the files of a folder."""

    object_id: ObjectId
    description: Description
    size: int
    sha256: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """An object with its file key unwrapped: manifest, inner manifest, and the lists that stand in parts of their own."""

    evidence: EvidenceObject
    manifest: Manifest
    inner: Inner
    file_key: bytes
    digests: bytes
    members: bytes


def open_received(
    *,
    node: Node,
    actor: Officer,
    object_id: ObjectId,
    sink: BinaryIO,
    purpose: str = "",
    place: str = "",
    progress: Progress | None = None,
) -> OpenedObject:
    """Open an object into `sink`; on an error what the sink holds is to be thrown away.

    RefusedError `evidence.object_unknown`, `evidence.not_released`, `evidence.segments_missing`, and what `open_stream` raises; when
    the evidence itself is wrong, that is recorded and told to the partner before the error is raised.
    """
    require(actor, "evidence.open")
    try:
        opened = ready(node, object_id).write(node, sink, progress)
    except RefusedError as error:
        if error.code in DIFFERS:
            conclude(node, actor, object_id, Finding.MISMATCH, purpose=purpose, place=place, notes=str(error))
        raise
    conclude(node, actor, object_id, Finding.MATCH, purpose=purpose, place=place, notes="")
    return opened


def unlock(node: Node, object_id: ObjectId) -> Unlocked:
    """Unwrap an object's file key and read what only those who can open it may know.

    RefusedError `evidence.object_unknown`, `evidence.not_released`, `evidence.segments_missing`.
    """
    evidence = find_object(object_id)
    if evidence is None:
        raise RefusedError("evidence.object_unknown", object=object_id[:40])
    if not evidence.header:
        raise RefusedError("evidence.not_released", object=object_id)
    if evidence.party != node.party and not all_complete(evidence):
        raise RefusedError("evidence.segments_missing", object=object_id)
    manifest = stored_manifest(evidence)
    file_key = evidence_key(
        bytes(evidence.header), [HybridIdentity(pair=pair) for pair in node.keys.evidence.values()]
    )
    inner = open_inner(manifest, file_key)
    return Unlocked(
        evidence=evidence,
        manifest=manifest,
        inner=inner,
        file_key=file_key,
        digests=_small(node, manifest, DIGESTS, file_key) if isinstance(inner.running, Listed) else b"",
        members=_small(node, manifest, MEMBERS, file_key) if isinstance(inner.members, Listed) else b"",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """An object that can be opened now: everything is read from rows, so that another thread may do the work."""

    object_id: ObjectId
    unlocked: Unlocked
    leaf_hashes: bytes

    def write(self, node: Node, sink: BinaryIO, progress: Progress | None = None) -> OpenedObject:
        """Write the plaintext into `sink`. RefusedError as `open_received`."""
        inner = self.unlocked.inner
        with node.objects.reader(self.object_id, CONTENT) as source:
            found = open_stream(
                source,
                sink,
                part=self.unlocked.manifest.content,
                file_key=self.unlocked.file_key,
                digests=inner.digests(self.unlocked.digests),
                leaf_hashes=self.leaf_hashes,
                check_sha512=bool(inner.sha512),
                progress=progress,
            )
        return OpenedObject(
            object_id=self.object_id,
            description=inner.description,
            size=found.size,
            sha256=found.sha256.hex(),
            members=inner.all_members(self.unlocked.members),
        )


def ready(node: Node, object_id: ObjectId) -> Ready:
    """Unlock an object for a verb that permits and records what is done with it. RefusedError as `unlock`."""
    unlocked = unlock(node, object_id)
    part = find_part(object_id, CONTENT)
    leaf_hashes = bytes(part.leaf_hashes) if part is not None else b""
    return Ready(object_id=object_id, unlocked=unlocked, leaf_hashes=leaf_hashes)


def _small(node: Node, manifest: Manifest, name: str, file_key: bytes) -> bytes:
    part = manifest.part(name)
    with node.objects.reader(manifest.object, name) as source:
        payload = source.read(part.length + 1)
    return open_small_part(part, payload, file_key)


def conclude(
    node: Node,
    actor: Officer,
    object_id: ObjectId,
    finding: Finding,
    *,
    purpose: str,
    place: str,
    notes: str,
) -> None:
    """Record that the object was opened and what was found; tell the partner the first time."""
    step = Step(
        action=CustodyAction.OPEN if finding is Finding.MATCH else CustodyAction.VERIFY,
        role_id=actor.role_id,
        verified=finding,
        purpose=purpose,
        place=place,
        notes=notes,
    )
    with write_transaction():
        evidence = lock_object(object_id)
        if evidence is None:
            raise RefusedError("evidence.object_unknown", object=object_id[:40])
        add_custody(node, evidence, [step], now=node.clock())
        if evidence.party == node.party or evidence.received_by or not evidence.released_by:
            return
        body = Received(
            object_id=object_id,
            manifest=Digest(evidence.manifest_digest),
            verdict="matches" if finding is Finding.MATCH else "differs",
        )
        propose_in(
            node=node,
            actor=actor,
            thread=lock_thread(node.party, str(evidence.request_id)),
            kind=RECEIVED,
            body=write_evidence_body(body),
            refers_to=evidence.released_by,
        )
