# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Seal evidence: once, in one pass, to this node's own key; recipients get headers of their own later.

The payload is written first. Rows, custody (acquired, sealed) and the leaf `evidence-sealed` follow in one transaction; if
anything fails before it commits, the payload is thrown away and nothing remains.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Final

from longbien.actions.access import require
from longbien.actions.evidence.custody import Step, add_custody
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, ObjectId, RequestId
from longbien.core.evidence.custody import CustodyAction, Finding
from longbien.core.evidence.draft import Draft, Origin, draft_manifest
from longbien.core.evidence.flow import Progress, Source
from longbien.core.evidence.inner import Acquired, Description, Member, check_description
from longbien.core.evidence.manifest import sign_manifest
from longbien.core.evidence.seal import Sealed, seal_stream
from longbien.core.evidence.segments import CONTENT
from longbien.core.log.leaf import LeafClass, make_leaf
from longbien.core.sealing.age_recipients import HybridRecipient
from longbien.core.sealing.dsse import envelope_digest
from longbien.store.models.evidence import EvidenceObject, EvidencePart
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation import find_request
from longbien.store.writing import write_transaction

_OBJECT_ID: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Evidence as a door opened it: a stream to be read once.

    `size` in bytes if it is known; `watch` gives what identifies the source's state, asked before and after; `members` gives the
    files of a folder once the stream was read.
    """

    source: Source
    size: int | None = None
    watch: Callable[[], Hashable] | None = None
    members: Callable[[], tuple[Member, ...]] = tuple


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedObject:
    """An object that was sealed: its id, its manifest's digest, its plaintext's size and SHA-256 (secret: never in a log)."""

    object_id: ObjectId
    manifest: Digest
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Belongs:
    """To which request an object belongs, who sealed it, and whether it is a paper that goes with the request."""

    request_id: RequestId | None
    role_id: str
    attachment: bool = False


def seal(
    *,
    node: Node,
    actor: Officer,
    opened: Opened,
    description: Description,
    request_id: RequestId | None = None,
    want_sha512: bool = False,
    progress: Progress | None = None,
) -> SealedObject:
    """Seal `opened`; `request_id` names the partner's request that it answers.

    RefusedError `people.not_permitted`, `cooperation.request_unknown`, `evidence.acquired_later`, and what `seal_stream` raises. What
    `progress` raises stops the work and leaves nothing.
    """
    require(actor, "evidence.seal")
    if request_id is not None and find_request(request_id) is None:
        raise RefusedError("cooperation.request_unknown", request=request_id)
    belongs = Belongs(request_id=request_id, role_id=actor.role_id)
    return seal_for(node, opened, description, belongs, want_sha512=want_sha512, progress=progress)


def seal_for(
    node: Node,
    opened: Opened,
    description: Description,
    belongs: Belongs,
    *,
    want_sha512: bool = False,
    progress: Progress | None = None,
) -> SealedObject:
    """Seal what a verb has permitted: evidence, or a paper that goes with a request. RefusedError as `seal`."""
    check_description(description)
    if description.acquired.at > node.clock():
        raise RefusedError("evidence.acquired_later")
    object_id = ObjectId(node.randomness(_OBJECT_ID).hex())
    try:
        sealed, draft = _seal_payload(
            node, object_id, opened, description, want_sha512=want_sha512, progress=progress
        )
        manifest = sign_manifest(draft.manifest, node.keys.act)
        with write_transaction():
            _record(node, draft, sealed, manifest=manifest, belongs=belongs)
    except BaseException:
        node.objects.discard(object_id)
        raise
    return SealedObject(
        object_id=object_id,
        manifest=envelope_digest(manifest),
        size=sealed.digests.size,
        sha256=sealed.digests.sha256.hex(),
    )


def _seal_payload(
    node: Node,
    object_id: ObjectId,
    opened: Opened,
    description: Description,
    *,
    want_sha512: bool,
    progress: Progress | None,
) -> tuple[Sealed, Draft]:
    """Write every part to the object store, and draft the manifest."""
    newest = list(node.keys.evidence.values())[-1]
    with node.objects.writer(object_id, CONTENT) as sink:
        sealed = seal_stream(
            opened.source,
            sink,
            recipients=[HybridRecipient(key=newest.public)],
            randomness=node.randomness,
            want_sha512=want_sha512,
            expected_size=opened.size,
            watch=opened.watch,
            progress=progress,
        )
    origin = Origin(
        object=object_id,
        party=node.party,
        exercise=node.exercise,
        sealed_at=node.clock(),
        sign_keys=node.keys.act.key_ids,
    )
    draft = draft_manifest(sealed, origin, description, randomness=node.randomness, members=opened.members())
    for small in draft.small_parts:
        with node.objects.writer(object_id, small.sealed.part.name) as sink:
            sink.write(small.payload)
    return sealed, draft


def _record(node: Node, draft: Draft, sealed: Sealed, *, manifest: bytes, belongs: Belongs) -> None:
    """Write the rows of a sealed object, its first two custody records and its leaf."""
    now = draft.manifest.sealed_at
    digest = envelope_digest(manifest)
    evidence = EvidenceObject.objects.create(
        object_id=draft.manifest.object,
        party=node.party,
        request_id=belongs.request_id,
        attachment=belongs.attachment,
        manifest=manifest,
        manifest_digest=digest,
        exercise=node.exercise,
        sealed_at=now,
        header=sealed.header,
    )
    parts = (sealed.content, *(small.sealed for small in draft.small_parts))
    for one in parts:
        EvidencePart.objects.create(
            object=evidence,
            name=one.part.name,
            length=one.part.length,
            leaves=one.part.leaves,
            root=one.part.root.hex(),
            leaf_hashes=one.leaf_hashes,
        )
    leaf = make_leaf(LeafClass.EVIDENCE_SEALED, now, manifest=digest)
    steps = (
        _acquired(draft.inner.description.acquired),
        Step(action=CustodyAction.SEAL, role_id=belongs.role_id, verified=Finding.MATCH),
    )
    add_custody(node, evidence, steps, now=now, leaves=[leaf])


def _acquired(acquired: Acquired) -> Step:
    notes = ", ".join(part for part in (acquired.method, acquired.notes) if part)
    return Step(
        action=CustodyAction.ACQUIRE,
        role_id=acquired.by_role,
        at=acquired.at,
        place=acquired.place,
        legal_basis=acquired.authority,
        tool=acquired.tool,
        notes=notes,
    )
