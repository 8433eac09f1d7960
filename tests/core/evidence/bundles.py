# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small case between two authorities as a court bundle: acts, logs, witnesses, evidence, custody; and ways to spoil it."""

import base64
import hashlib
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TypeAlias

from longbien.core.base.canonical import JsonInput
from longbien.core.base.ids import Digest, ObjectId, PartyId, RequestId
from longbien.core.evidence.bodies import (
    Accepted,
    Announced,
    EvidenceBody,
    Received,
    Released,
    UseCondition,
    conditions_digest,
    kind_of,
    write_evidence_body,
)
from longbien.core.evidence.bundle import BundleWriter, Exhibit, LogProof, bundle_policy
from longbien.core.evidence.custody import CustodyAction, CustodyRecord, Finding, sign_custody
from longbien.core.evidence.draft import Origin, draft_manifest
from longbien.core.evidence.fast import FAST
from longbien.core.evidence.inner import Acquired, Description, Inner, print_inner
from longbien.core.evidence.manifest import sign_manifest
from longbien.core.evidence.seal import seal_stream
from longbien.core.evidence.verifier.main import Request, verify
from longbien.core.log.checkpoint import Checkpoint, LogSigner
from longbien.core.log.cosign import WitnessSigner, add_cosignatures
from longbien.core.log.leaf import LeafClass, make_leaf, print_leaf
from longbien.core.log.merkle import Tree, leaf_hash
from longbien.core.log.proof import Proof, Receipt, print_proof
from longbien.core.parties.entry import fingerprint_of, print_entry
from longbien.core.sealing.act import SignedAct, sign_act
from longbien.core.sealing.age_recipients import HybridRecipient
from longbien.core.sealing.dsse import envelope_digest
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import NOW, Authority, authority
from tests.entries import first_entry, first_envelope

MIB = 1 << 20
Change: TypeAlias = Callable[[Inner], Inner]
"""What a test does to an inner manifest before it is signed."""
REQUEST_BODY: JsonInput = {"form": "stored-data", "form_version": 1, "legal_basis": "hanoi", "fields": {}}
VN, AT = authority("VN"), authority("AT")
OBJECT = ObjectId("5e" * 16)
CONTENT = b"Nov 22 03:00:00 host sshd[1]: Failed password for root\n" * 50_000  # 2.6 MiB
HANDED_OVER = (CustodyAction.ACQUIRE, CustodyAction.SEAL, CustodyAction.ANNOUNCE)
TAKEN = (CustodyAction.TRANSFER_IN, CustodyAction.VERIFY)
CONDITIONS = (UseCondition(code="purpose-only"),)


@dataclass(frozen=True, kw_only=True, eq=False)
class Log:
    """A party's log in memory: leaves in order, one checkpoint over all of them at the end, cosigned by the other party."""

    owner: Authority
    witness: Authority | None
    leaves: list[bytes] = field(default_factory=list)

    def note(self, leaf_class: LeafClass, at: datetime, **fields: str) -> bytes:
        """Append a leaf."""
        leaf = print_leaf(make_leaf(leaf_class, at, **fields))
        self.leaves.append(leaf)
        return leaf

    def proofs(self, at: datetime) -> list[LogProof]:
        """Prove every leaf under one checkpoint."""
        tree = Tree([leaf_hash(leaf) for leaf in self.leaves])
        origin = f"{self.owner.party.lower()}.example/log"
        checkpoint = Checkpoint(origin=origin, size=tree.size, root=tree.root())
        keys = [self.owner.pairs[KeyUse.LOG, kind] for kind in (Algorithm.ED25519, Algorithm.ML_DSA_44)]
        signed = LogSigner(origin=origin, ed25519=keys[0], ml_dsa_44=keys[1]).sign(checkpoint, at)
        if self.witness is not None:
            name = f"{self.witness.party.lower()}.example/witness"
            pairs = [
                self.witness.pairs[KeyUse.WITNESS, kind] for kind in (Algorithm.ED25519, Algorithm.ML_DSA_44)
            ]
            witness = WitnessSigner(name=name, ed25519=pairs[0], ml_dsa_44=pairs[1])
            signed = add_cosignatures(signed, witness.cosign(checkpoint, at), witness.keys)
        return [
            LogProof(
                party=self.owner.party,
                receipt=Receipt(
                    leaf=leaf,
                    proof=print_proof(
                        Proof(index=place, path=tree.inclusion_path(place), checkpoint=signed.data)
                    ),
                ),
            )
            for place, leaf in enumerate(self.leaves)
        ]


@dataclass(frozen=True, kw_only=True)
class Case:
    """All parts of a bundle, to be changed before it is written."""

    acts: Sequence[bytes]
    proofs: Sequence[LogProof]
    entries: Sequence[bytes]
    policy: bytes
    manifest: bytes
    inner: bytes
    content: bytes
    header: bytes
    payload: bytes
    custody: Sequence[bytes]
    fingerprints: Mapping[str, str]
    thread: RequestId
    digests: bytes = b""
    members: bytes = b""

    def exhibit(self, *, sealed: bool) -> Exhibit:
        """Give the evidence, plain or sealed."""
        content = io.BytesIO(self.payload if sealed else self.content)
        return Exhibit(
            object=OBJECT,
            manifest=self.manifest,
            content=content,
            header=self.header if sealed else None,
            inner=b"" if sealed else self.inner,
            digests=self.digests,
            members=self.members,
            custody=self.custody,
        )

    def files(self, *, sealed: bool = False) -> dict[str, bytes]:
        """Write the bundle into memory."""
        sink = MemorySink()
        writer = BundleWriter(sink, made_by=VN.party, made_at=NOW, thread=self.thread, exercise=True)
        writer.acts(self.acts)
        writer.proofs(self.proofs)
        writer.entries(self.entries)
        writer.policy(self.policy)
        writer.exhibit(self.exhibit(sealed=sealed))
        writer.finish()
        return sink.files


class MemorySink:
    """A bag in memory."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def write(self, path: str, pieces: Iterable[bytes]) -> None:
        """Keep a file."""
        assert path not in self.files
        self.files[path] = b"".join(pieces)


def forger(party: str) -> Authority:
    """Give an authority that says it is `party`, with keys of its own."""
    return replace(authority(f"X-{party}FORGED"), party=PartyId(party))


def put(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write files into a folder."""
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


def rebag(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Make the bag's own files anew, as anybody can: the manifests of a bag are signed by nobody."""
    payload = {path: data for path, data in files.items() if path.startswith("data/")}
    oxum = f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}\n".encode()
    info = b"".join(
        line + b"\n" for line in files["bag-info.txt"].splitlines() if not line.startswith(b"Payload-Oxum")
    )
    found = payload | {"bagit.txt": files["bagit.txt"], "bag-info.txt": info + oxum}
    found["manifest-sha256.txt"] = _manifest(payload)
    found["tagmanifest-sha256.txt"] = _manifest(
        {path: data for path, data in found.items() if path not in payload}
    )
    return found


def _manifest(files: Mapping[str, bytes]) -> bytes:
    lines = [f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items())]
    return "".join(lines).encode()


def anchors(found: Case) -> tuple[str, ...]:
    """Give the fingerprints that a court obtained from both authorities."""
    return tuple(f"{party}={digest}" for party, digest in found.fingerprints.items())


def check(folder: Path, *fingerprints: str, trust: tuple[str, ...] = ()) -> tuple[int, str]:
    """Run the verifier with fast primitives: exit status and text."""
    return verify(Request(str(folder), trust, fingerprints, as_json=False, quiet=False), FAST)


def act(
    sender: Authority,
    recipient: Authority,
    kind: str,
    body: JsonInput,
    *,
    minute: int,
    first: SignedAct | None = None,
) -> SignedAct:
    """Make an act of the thread that `first` opened."""
    draft = sender.draft(recipient, kind=kind, body=body)
    at = NOW + timedelta(minutes=minute)
    thread = draft.thread if first is None else first.act.thread
    refers_to = None if first is None else first.digest
    return sign_act(replace(draft, thread=thread, refers_to=refers_to, time=at), sender.signer)


def evidence_act(
    sender: Authority, recipient: Authority, body: EvidenceBody, *, minute: int, first: SignedAct
) -> SignedAct:
    """Make an act about evidence."""
    return act(sender, recipient, kind_of(body), write_evidence_body(body), minute=minute, first=first)


def seal(
    content: bytes, sealer: Authority, recipient: Authority, change: Change | None = None
) -> tuple[bytes, bytes, bytes, bytes]:
    """Seal content for a recipient: manifest envelope, inner plaintext, header for it, payload."""
    sink = io.BytesIO()
    key = HybridRecipient(key=recipient.pairs[KeyUse.EVIDENCE, Algorithm.MLKEM768_X25519].public)
    sealed = seal_stream(
        io.BytesIO(content), sink, recipients=[key], randomness=sealer.randomness, want_sha512=True
    )
    origin = Origin(
        object=OBJECT,
        party=sealer.party,
        exercise=True,
        sealed_at=NOW + timedelta(minutes=30),
        sign_keys=sealer.signer.key_ids,
    )
    description = Description(
        name="auth.log",
        media_type="text/plain",
        form="file",
        case="VN-2026-0042",
        exhibit="1",
        acquired=Acquired(at=NOW, by_role="laboratory-1", method="provider production"),
    )
    draft = draft_manifest(sealed, origin, description, randomness=sealer.randomness)
    inner = draft.inner_plaintext
    manifest = draft.manifest
    if change is not None:
        inner = print_inner(change(draft.inner))
        manifest = replace(manifest, inner_digest=Digest(hashlib.sha256(inner).hexdigest()))
    return sign_manifest(manifest, sealer.signer), inner, sealed.header, sink.getvalue()


def custody(owner: Authority, *actions: CustodyAction, minute: int) -> list[bytes]:
    """Make one party's custody records."""
    found: list[bytes] = []
    for number, action in enumerate(actions, 1):
        record = CustodyRecord(
            object=OBJECT,
            number=number,
            previous=envelope_digest(found[-1]) if found else None,
            action=action,
            party=owner.party,
            role_id="custodian-1",
            time=NOW + timedelta(minutes=minute + number),
            verified=Finding.MATCH if action is CustodyAction.VERIFY else Finding.NOT_CHECKED,
            nonce=bytes([number]) * 16,
            tool="longbien",
        )
        found.append(sign_custody(record, owner.signer))
    return found


@cache
def case() -> Case:
    """Give the case as it should be, with 2.6 MiB of evidence."""
    return build_case()


@cache
def small_case() -> Case:
    """Give the case with little evidence, for tests that check it many times."""
    return build_case(content=CONTENT[:5000])


def build_case(
    *,
    witnessed: bool = True,
    vn: Authority = VN,
    at: Authority = AT,
    content: bytes = CONTENT,
    change: Change | None = None,
) -> Case:
    """Make the whole case: VN asks, AT answers and hands evidence over, VN exports."""
    manifest, inner, header, payload = seal(content, at, vn, change)
    sealed = Digest(envelope_digest(manifest))
    first = act(vn, at, "request.stored-data", REQUEST_BODY, minute=0)
    acts = [first, act(at, vn, "answer.acknowledged", {}, minute=5, first=first)]
    acts.append(
        evidence_act(
            at,
            vn,
            Announced(object_id=OBJECT, manifest=manifest, conditions=CONDITIONS, request=first.act.thread),
            minute=40,
            first=first,
        )
    )
    said = Accepted(object_id=OBJECT, conditions=conditions_digest(CONDITIONS))
    acts.append(evidence_act(vn, at, said, minute=50, first=acts[2]))
    opened = Released(object_id=OBJECT, header=header, acceptance=acts[3].digest)
    acts.append(evidence_act(at, vn, opened, minute=60, first=acts[3]))
    arrived = Received(object_id=OBJECT, manifest=sealed, verdict="matches")
    acts.append(evidence_act(vn, at, arrived, minute=70, first=acts[4]))
    steps = custody(at, *HANDED_OVER, minute=28) + custody(vn, *TAKEN, minute=60)
    logs = {
        owner.party: Log(owner=owner, witness=other if witnessed else None)
        for owner, other in ((vn, at), (at, vn))
    }
    proofs = log_everything(acts, manifest, steps, logs)
    entries = [first_envelope(vn), first_envelope(at)]
    return Case(
        acts=[one.envelope for one in acts],
        proofs=proofs,
        entries=entries,
        policy=bundle_policy(entries),
        manifest=manifest,
        inner=inner,
        content=content,
        header=header,
        payload=payload,
        custody=steps,
        fingerprints={"VN": fingerprint(vn), "AT": fingerprint(at)},
        thread=first.act.thread,
    )


def fingerprint(owner: Authority) -> str:
    """Give the fingerprint of an authority's first entry."""
    return fingerprint_of(print_entry(first_entry(owner)))


def log_everything(
    acts: Sequence[SignedAct], manifest: bytes, steps: Sequence[bytes], logs: Mapping[PartyId, Log]
) -> list[LogProof]:
    """Log the acts at both sides, sealing and holding, and the custody steps of each side; prove all of it."""
    for one in acts:
        later = one.act.time + timedelta(seconds=2)
        logs[one.act.sender].note(LeafClass.ACT_MADE, one.act.time, act=one.digest)
        fields = {"act": one.digest, "sender": one.act.sender, "outcome": "stored", "code": ""}
        logs[one.act.recipient].note(LeafClass.ACT_RECEIVED, later, **fields)
    sealed = envelope_digest(manifest)
    logs[AT.party].note(LeafClass.EVIDENCE_SEALED, NOW + timedelta(minutes=31), manifest=sealed)
    logs[VN.party].note(LeafClass.EVIDENCE_HELD, NOW + timedelta(minutes=45), manifest=sealed)
    for step in steps:
        owner = AT if b'"party":"AT"' in base64.b64decode(step.split(b'"')[3]) else VN
        logs[owner.party].note(LeafClass.CUSTODY, NOW + timedelta(minutes=65), record=envelope_digest(step))
    end = NOW + timedelta(hours=2)
    return [proof for log in logs.values() for proof in log.proofs(end)]
