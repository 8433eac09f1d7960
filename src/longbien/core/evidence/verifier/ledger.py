# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log proofs of a bundle, by the document that their leaf commits to. Each must speak of something in the bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.proof import MAX_PROOF, read_log_proof

if TYPE_CHECKING:
    from typing import Final

    from longbien.core.evidence.verifier.bag import Bag
    from longbien.core.evidence.verifier.layout import Layout, Place
    from longbien.core.evidence.verifier.logs import Logged, Logs
    from longbien.core.evidence.verifier.report import Report

_ACT_CLASSES: Final = frozenset(("act-made", "act-received", "statement"))
_SUBJECTS: Final = {
    "act-made": "act",
    "act-received": "act",
    "statement": "act",
    "evidence-sealed": "manifest",
    "evidence-held": "manifest",
    "custody": "record",
    "entry-trusted": "entry",
    "key-revoked": "entry",
}


class Record(NamedTuple):
    """One leaf that a log proves: its class, the digest it commits to, and for an arrival what became of the act."""

    file: str
    leaf_class: str
    subject: str
    logged: Logged
    sender: str
    code: str


class Ledger:
    """All records of a bundle; `take` gives those of one document and remembers that it was asked for."""

    def __init__(self, bag: Bag, layout: Layout, logs: Logs, report: Report) -> None:
        """Read and verify every proof; what is wrong with one is noted."""
        self._records: dict[str, list[Record]] = {}
        self._report = report
        for places, are_receipts in ((layout.receipts, True), (layout.proofs, False)):
            for place in places:
                with report.about(place.file):
                    self._add(_read_record(bag, place, logs, are_receipts))

    def _add(self, record: Record) -> None:
        self._records.setdefault(record.subject, []).append(record)

    def take(self, subject: str) -> list[Record]:
        """Give the records of a document, by its digest."""
        return self._records.pop(subject, [])

    def first_moment(self, subject: str) -> str:
        """Give the earliest moment at which any log shows a document, or ""; does not take its records."""
        return min((record.logged.moment for record in self._records.get(subject, [])), default="")

    def finish(self) -> None:
        """Note every proof that nothing in the bundle asked for."""
        for records in self._records.values():
            for record in records:
                text = "what it proves to be logged is not in this bundle"
                self._report.flaw(record.file, FlawError("proof.unrelated", text))


def _read_record(bag: Bag, place: Place, logs: Logs, is_receipt: bool) -> Record:  # noqa: FBT001
    proof = read_log_proof(bag.small(place.file, MAX_PROOF))
    leaf_class = proof.leaf.text("class")
    if leaf_class not in _SUBJECTS or (leaf_class in _ACT_CLASSES) != is_receipt:
        raise FlawError("proof.class", "its leaf is of a class that has no place here")
    subject = proof.leaf.digest(_SUBJECTS[leaf_class])
    if place.first != (subject if is_receipt else proof.leaf_hash):
        raise FlawError("proof.name", "it proves something else than its name says")
    logged = logs.check(place.second, proof)
    if leaf_class != "act-received":
        return Record(place.file, leaf_class, subject, logged, "", "")
    outcome, code = proof.leaf.constant("outcome", "stored", "refused"), proof.leaf.text("code")
    if (outcome == "refused") != bool(code):
        raise FlawError("proof.outcome", "its leaf says both that the act was stored and that it was refused")
    return Record(place.file, leaf_class, subject, logged, proof.leaf.party("sender"), code)
