# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole peer in memory: the protocol over the core's pure functions, without Django, database or network.

It is a `PeerDoor` for the node under test, and makes deliveries to it. It shares no code with `longbien.actions`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from longbien.bridge.ports import Reply
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import ActId, Digest, ObjectId, PartyId, RequestId
from longbien.core.exchange.answer import (
    RECEIVED,
    RECEIVED_BEFORE,
    ActResult,
    Answer,
    parse_answer,
    print_answer,
    print_error,
)
from longbien.core.exchange.delivery import Delivery, parse_delivery, print_delivery
from longbien.core.log.checkpoint import Checkpoint, SignedCheckpoint
from longbien.core.log.cosign import print_cosignatures
from longbien.core.log.leaf import Leaf, LeafClass, Outcome, make_leaf, parse_leaf, print_leaf
from longbien.core.log.merkle import Tree, leaf_hash
from longbien.core.log.proof import Proof, Receipt, print_proof, verify_receipt
from longbien.core.log.witness import (
    AddCheckpoint,
    Cosign,
    Known,
    Refuse,
    decide,
    parse_add_checkpoint,
    print_add_checkpoint,
    read_request,
)
from longbien.core.parties.entry import Entry
from longbien.core.sealing.act import Act, Approval, SignedAct, sign_act
from longbien.core.sealing.arrival import Arrived, Door, Refused, Repeated, examine, frame_digest
from longbien.core.sealing.frame import seal_act
from tests.authority import Authority
from tests.entries import first_entry
from tests.nodes import Clock, log_signer, witness_signer


@dataclass(slots=True)
class Kept:
    """One act that the peer recorded."""

    frame: Digest
    index: int
    code: str
    act: Act


@dataclass(slots=True)
class Peer:
    """One partner's node. `refuses` maps kinds to the codes with which its desks refuse them."""

    owner: Authority
    other: Authority
    clock: Clock = field(default_factory=Clock)
    refuses: Mapping[str, str] = field(default_factory=dict)
    leaves: list[bytes] = field(default_factory=list)
    kept: dict[tuple[PartyId, ActId], Kept] = field(default_factory=dict)
    known: Known = field(init=False)
    witnessed: tuple[int, str] = (0, "")
    checkpoints_asked: int = 0
    deliveries: list[Delivery] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.known = Known(keys=self.other_entry.log_keys())

    @property
    def entry(self) -> Entry:
        return first_entry(self.owner)

    @property
    def other_entry(self) -> Entry:
        return first_entry(self.other)

    # the door

    def deliver(self, delivery: bytes) -> Reply:
        try:
            parsed = parse_delivery(delivery)
        except LongBienError as error:
            return Reply(status=400, body=print_error(error.code))
        self.deliveries.append(parsed)
        recorded = [self._take(frame) for frame in parsed.frames]
        lines, code = self._witness(parsed.checkpoint) if parsed.checkpoint else ("", "")
        results = tuple(
            ActResult(act=act_id, code=found, receipt=None if index is None else self.receipt(index))
            for act_id, found, index in recorded
        )
        answer = Answer(
            results=results,
            checkpoint=self.request(parsed.witnessed) if len(self.leaves) > parsed.witnessed else b"",
            cosignatures=lines,
            checkpoint_code=code,
        )
        return Reply(status=200, body=print_answer(answer))

    def add_checkpoint(self, request: bytes) -> Reply:
        self.checkpoints_asked += 1
        decision = self._decide(request)
        if isinstance(decision, Refuse):
            body = f"{decision.known_size}\n" if decision.status == 409 else f"{decision.code}\n"
            return Reply(status=decision.status, body=body.encode())
        return Reply(status=200, body=self._cosign(decision).encode())

    def checkpoint(self) -> Reply:
        return Reply(status=200, body=self.signed().data)

    def missing(self, object_id: ObjectId, part: str) -> Reply:
        return Reply(status=404, body=print_error("evidence.not_announced"))

    def put_segment(
        self, object_id: ObjectId, part: str, index: int, path: Sequence[bytes], data: bytes
    ) -> Reply:
        return Reply(status=404, body=print_error("evidence.not_announced"))

    # sending

    def act(
        self,
        *,
        kind: str = "request.preservation",
        body: Mapping[str, JsonInput] | None = None,
        thread: RequestId | None = None,
        refers_to: Digest | None = None,
        time: datetime | None = None,
    ) -> SignedAct:
        """Make an act to the other side."""
        now = time or self.clock()
        draft = self.owner.draft(self.other, kind=kind, body=body if body is not None else {})
        approved = tuple(Approval(role_id=f"{self.owner.party.lower()}-{n}", at=now) for n in (1, 2))
        draft = replace(draft, time=now, refers_to=refers_to, approved_by=approved)
        return sign_act(replace(draft, thread=thread or draft.thread), self.owner.signer)

    def frame(self, act: SignedAct) -> bytes:
        """Seal an act to the other side."""
        return seal_act(act, self.other.seal.public)

    def delivery(self, *frames: bytes, checkpoint: bytes = b"") -> bytes:
        """Put frames into a delivery that says what was witnessed."""
        size, lines = self.witnessed
        return print_delivery(
            Delivery(
                sender=self.owner.party,
                recipient=self.other.party,
                frames=frames,
                checkpoint=checkpoint,
                witnessed=size,
                cosignatures=lines,
            )
        )

    def take_answer(self, data: bytes) -> Answer:
        """Take the other side's answer: verify every receipt, and witness its checkpoint."""
        answer = parse_answer(data)
        for result in answer.results:
            if result.receipt is not None:
                verify_receipt(result.receipt, self.other_entry.log_keys())
        if answer.checkpoint:
            lines, code = self._witness(answer.checkpoint)
            assert code == ""
            self.witnessed = (parse_add_checkpoint(answer.checkpoint).signed.checkpoint.size, lines)
        return answer

    # its log

    def append(self, leaf: Leaf) -> int:
        self.leaves.append(print_leaf(leaf))
        return len(self.leaves) - 1

    def append_anything(self) -> int:
        """Append a leaf that concerns nobody here."""
        return self.append(make_leaf(LeafClass.DECISION, self.clock(), record="ab" * 32))

    def tree(self) -> Tree:
        return Tree(leaf_hash(leaf) for leaf in self.leaves)

    def signed(self) -> SignedCheckpoint:
        signer, tree = log_signer(self.owner), self.tree()
        state = Checkpoint(origin=signer.origin, size=tree.size, root=tree.root())
        return signer.sign(state, self.clock())

    def request(self, old: int) -> bytes:
        path = self.tree().consistency_path(old)
        return print_add_checkpoint(AddCheckpoint(old=old, path=path, signed=self.signed()))

    def receipt(self, index: int) -> Receipt:
        path = self.tree().inclusion_path(index)
        proof = Proof(index=index, path=path, checkpoint=self.signed().data)
        return Receipt(leaf=self.leaves[index], proof=print_proof(proof))

    def _take(self, frame: bytes) -> tuple[ActId | None, str, int | None]:
        verdict = examine(frame, self._door())
        if isinstance(verdict, Repeated):
            before = self.kept[verdict.sender, verdict.act_id]
            return verdict.act_id, before.code or RECEIVED_BEFORE, before.index
        if isinstance(verdict, Refused):
            name = verdict.frame.act_id if verdict.frame else None
            return name, verdict.error.code, None
        assert isinstance(verdict, Arrived)
        code = self.refuses.get(verdict.act.kind, "")
        leaf = make_leaf(
            LeafClass.ACT_RECEIVED,
            self.clock(),
            act=verdict.digest,
            sender=verdict.act.sender,
            outcome=Outcome.REFUSED if code else Outcome.STORED,
            code=code,
        )
        index = self.append(leaf)
        self.kept[verdict.act.sender, verdict.act.id] = Kept(
            frame=frame_digest(frame), index=index, code=code, act=verdict.act
        )
        return verdict.act.id, code or RECEIVED, index

    def _door(self) -> Door:
        def seen(party: PartyId, act_id: ActId) -> Digest | None:
            kept = self.kept.get((party, act_id))
            return kept.frame if kept else None

        return Door(
            party=self.owner.party,
            exercise=True,
            now=self.clock(),
            is_known=lambda party: party == self.other.party,
            seen=seen,
            within_quota=lambda _party, _length: True,
            private_key=lambda key_id: self.owner.seal if key_id == self.owner.seal.key_id else None,
            keys=self.other,
        )

    def _decide(self, request: bytes) -> Cosign | Refuse:
        read = read_request(request)
        return read if isinstance(read, Refuse) else decide(read, self.known)

    def _witness(self, request: bytes) -> tuple[str, str]:
        decision = self._decide(request)
        if isinstance(decision, Refuse):
            return "", decision.code
        return self._cosign(decision), ""

    def _cosign(self, decision: Cosign) -> str:
        state = decision.signed.checkpoint
        self.known = Known(keys=self.known.keys, size=state.size, root=state.root)
        return print_cosignatures(witness_signer(self.owner).cosign(state, self.clock())).decode()


def leaf_of(receipt: Receipt | None) -> tuple[str, str]:
    """Give outcome and code of a receipt's leaf."""
    assert receipt is not None
    fields = parse_leaf(receipt.leaf).fields
    return fields["outcome"], fields["code"]
