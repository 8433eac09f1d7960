# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Expecting a partner's sealed object: its manifest is checked, its parts are noted, and its segments may come."""

from collections.abc import Callable

from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import KeyId, ObjectId
from longbien.core.evidence.manifest import Manifest, read_manifest
from longbien.core.sealing.act import Act
from longbien.core.sealing.keys import PublicKey
from longbien.core.sealing.trust import check_valid
from longbien.store.models.evidence import EvidenceObject, EvidencePart
from longbien.store.models.exchange import Act as ActRow
from longbien.store.queries.evidence import lock_object
from longbien.store.queries.parties import Directory


def sender_keys(directory: Directory, act: Act) -> Callable[[KeyId], PublicKey | None]:
    """Find the sender's own keys only."""

    def find(key_id: KeyId) -> PublicKey | None:
        trusted = directory.key(act.sender, key_id)
        return None if trusted is None else trusted.public

    return find


def expect_object(
    row: ActRow, act: Act, object_id: ObjectId, envelope: bytes
) -> tuple[EvidenceObject, Manifest]:
    """Begin an object that an act of its sealer announces: the sender's own, of this exercise or none, and new to us.

    RefusedError `evidence.manifest_foreign`, `evidence.announced_before`, and what the manifest's signatures raise.
    """
    directory = Directory()
    manifest, verified = read_manifest(envelope, sender_keys(directory, act))
    if (manifest.object, manifest.party, manifest.exercise) != (object_id, act.sender, act.exercise):
        raise RefusedError("evidence.manifest_foreign", object=object_id)
    for key in verified.keys:
        trusted = directory.key(act.sender, key.key_id)
        if trusted is not None:
            check_valid(trusted, manifest.sealed_at)
    if lock_object(object_id) is not None:
        raise RefusedError("evidence.announced_before", object=object_id)
    evidence = EvidenceObject.objects.create(
        object_id=object_id,
        party=act.sender,
        partner=act.sender,
        request_id=act.thread,
        manifest=envelope,
        manifest_digest=verified.digest,
        exercise=act.exercise,
        sealed_at=manifest.sealed_at,
        announced_by=row.digest,
    )
    for part in manifest.parts:
        EvidencePart.objects.create(
            object=evidence, name=part.name, length=part.length, leaves=part.leaves, root=part.root.hex()
        )
    return evidence, manifest
