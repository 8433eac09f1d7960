# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The acts of a thread: what one authority said to another (docs/protocol/acts.md), and their order."""

from __future__ import annotations

import hashlib
import heapq
from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.dsse import ACT_TYPE, MANIFEST_TYPE, Envelope, read_envelope
from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.json_strict import canonical_json
from longbien.core.evidence.verifier.signed import check_sign_keys, check_signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Final

    from longbien.core.evidence.verifier.directory import Directory
    from longbien.core.evidence.verifier.fields import Fields

EVIDENCE_KINDS: Final = frozenset(
    f"evidence.{word}" for word in ("announced", "accepted", "declined", "released", "received", "recalled")
)
"""The kinds of acts that speak of an evidence object (docs/protocol/evidence.md, section 4)."""
KIND: Final = r"[a-z][a-z0-9.-]{0,63}"
"""The form of an act's kind."""


class Placed(NamedTuple):
    """What an act's place in its thread depends on."""

    time: str
    digest: str
    refers_to: str


class Act(NamedTuple):
    """What is kept of an act. The body is not: of evidence acts only what links them to each other and to objects."""

    place: Placed
    id: str
    kind: str
    sender: str
    recipient: str
    exercise: bool
    thread: str
    roles: tuple[str, ...]
    object: str
    links: dict[str, str]

    @property
    def is_statement(self) -> bool:
        """Tell whether it is a statement by a node about itself, which is sent to nobody."""
        return self.sender == self.recipient

    def sentence(self) -> str:
        """Say who said what to whom."""
        to = "" if self.is_statement else f" to {self.recipient}"
        roles = ", ".join(self.roles) or "nobody named"
        return f"{self.kind} by {self.sender}{to}, {self.place.time}, approved by {roles}"


def read_act(data: bytes) -> tuple[Envelope, Act]:
    """Read an act; its signatures are checked by `check_act`."""
    envelope = read_envelope(data, ACT_TYPE)
    fields = envelope.fields
    fields.constant("type", "longbien/act/v1")
    fields.constant("suite", "LB-ACT-1")
    kind = fields.text("kind", KIND)
    fields.id("nonce")
    body = fields.fields("body")
    found, links = _links(kind, body)
    act = Act(
        Placed(fields.moment("time"), envelope.digest, fields.digest_or_none("refers_to")),
        fields.id("id"),
        kind,
        fields.party("sender"),
        fields.party("recipient"),
        fields.boolean("exercise"),
        fields.id("thread"),
        tuple(item.text("role_id") for item in fields.objects("approved_by")[:16]),
        found,
        links,
    )
    if act.is_statement != (not fields.text("seal_key")):
        raise FlawError("act.recipient", "its sender, recipient and seal key do not fit together")
    return envelope, act


def _links(kind: str, body: Fields) -> tuple[str, dict[str, str]]:
    """Give the object of an evidence act, and what the act says that other acts or the object are compared with."""
    if kind not in EVIDENCE_KINDS:
        return "", {}
    found = body.id("object")
    if kind == "evidence.announced":
        announced = read_envelope(body.base64("manifest"), MANIFEST_TYPE)
        if announced.fields.id("object") != found:
            raise FlawError("act.object", "it announces the manifest of another object than it names")
        conditions = hashlib.sha256(canonical_json(body.items("conditions"))).hexdigest()
        return found, {"manifest": announced.digest, "conditions": conditions}
    if kind == "evidence.accepted":
        return found, {"conditions": body.digest("conditions")}
    if kind == "evidence.released":
        header = hashlib.sha256(body.base64("header")).hexdigest()
        return found, {"header": header, "acceptance": body.digest("acceptance")}
    if kind == "evidence.received":
        return found, {
            "manifest": body.digest("manifest"),
            "verdict": body.constant("verdict", "matches", "differs"),
        }
    return found, {}


def check_act(envelope: Envelope, act: Act, logged: str, directory: Directory) -> None:
    """Check both signatures, and that the act names the keys that made them."""
    check_sign_keys(envelope)
    check_signed(envelope, act.sender, act.place.time, logged, directory)


def thread_order(acts: Iterable[Placed]) -> list[str]:
    """Give the digests of acts in the one order in which a bundle numbers them.

    By time, then by digest; but an act comes after the act that it refers to, whatever a clock said.
    """
    there = {act.digest: act for act in acts}
    followers: dict[str, list[Placed]] = {}
    for act in there.values():
        followers.setdefault(act.refers_to if act.refers_to in there else "", []).append(act)
    # No circle is possible: a digest would have to contain itself.
    ready = followers.get("", [])
    heapq.heapify(ready)
    order = []
    while ready:
        first = heapq.heappop(ready)
        order.append(first.digest)
        for act in followers.get(first.digest, ()):
            heapq.heappush(ready, act)
    return order


def check_thread(acts: Sequence[Act]) -> None:
    """Check that acts, in the order of their files, are one thread in its order; FlawError `thread.…`."""
    if len({(act.thread, act.exercise) for act in acts}) > 1:
        raise FlawError("thread.mixed", "the acts do not all belong to one thread, or not all are exercises")
    if acts and acts[0].id != acts[0].thread:
        raise FlawError("thread.first", "the first act is not the one that opened the thread")
    if [act.place.digest for act in acts] != thread_order([act.place for act in acts]):
        raise FlawError("thread.order", "the acts are not numbered in their order")
    if len({act.id for act in acts}) != len(acts):
        raise FlawError("thread.twice", "one act id is there twice")
