# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""All acts of the thread together: signatures, order, what the logs of sender and recipient say, releases of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from longbien.core.evidence.verifier.acts import Act, check_act, check_thread, read_act
from longbien.core.evidence.verifier.dsse import MAX_ENVELOPE
from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.layout import check_numbers

if TYPE_CHECKING:
    from longbien.core.evidence.verifier.bag import Bag
    from longbien.core.evidence.verifier.directory import Directory
    from longbien.core.evidence.verifier.layout import Layout, Place
    from longbien.core.evidence.verifier.ledger import Ledger, Record
    from longbien.core.evidence.verifier.report import Report


class Thread:
    """The acts of a bundle by digest, each with its file."""

    def __init__(self, report: Report) -> None:
        """Start empty."""
        self.acts: dict[str, Act] = {}
        self.files: dict[str, str] = {}
        self._report = report

    def read(self, bag: Bag, layout: Layout, directory: Directory, ledger: Ledger) -> None:
        """Read and check every act; what is wrong is noted with its file."""
        check_numbers(layout.acts, [place.first for place in layout.acts], self._report)
        for place in layout.acts:
            with self._report.about(place.file):
                self._read_act(bag, place, directory, ledger)
        if not self.acts:
            self._report.flaw("data/acts", FlawError("thread.empty", "there is no act that holds"))
        with self._report.about("data/acts"):
            check_thread(list(self.acts.values()))
        for act in self.acts.values():
            self._report.thread = act.thread
            self._report.exercise = self._report.exercise or act.exercise
            with self._report.about(self.files[act.place.digest]):
                self._check_release(act)

    def _read_act(self, bag: Bag, place: Place, directory: Directory, ledger: Ledger) -> None:
        envelope, act = read_act(bag.small(place.file, MAX_ENVELOPE))
        digest = act.place.digest
        if act.kind != place.second:
            raise FlawError("act.name", f"it is of the kind {act.kind}, not of that in its name")
        check_act(envelope, act, ledger.first_moment(digest), directory)
        self.acts[digest], self.files[digest] = act, place.file
        self._report.proves("act.signed", f"Act {place.first}: {act.sentence()}: signed with both keys.")
        records = ledger.take(digest)
        for record in records:
            with self._report.about(record.file):
                self._check_record(place.first, act, record)
        if not any(record.leaf_class in ("act-received", "statement") for record in records):
            who = act.sender if act.is_statement else act.recipient
            what = "logged" if act.is_statement else "received"
            text = f"that {who} {what} act {place.first} ({act.kind}): the bundle has no proof from its log"
            self._report.leaves_open("receipt.missing", text)
        if act.kind == "statement.silence":
            text = f"that the partner was silent: act {place.first} states only what the node of {act.sender} attempted"
            self._report.leaves_open("silence.one_sided", text)

    def _check_record(self, number: str, act: Act, record: Record) -> None:
        party = record.logged.party
        owner = act.recipient if record.leaf_class == "act-received" else act.sender
        if party != owner or (record.leaf_class == "statement") != act.is_statement:
            raise FlawError(
                "receipt.party", f"a proof of this kind about act {number} cannot come from {party}"
            )
        where = record.logged.sentence()
        if record.leaf_class == "act-received":
            if record.sender != act.sender:
                raise FlawError("receipt.sender", f"it names another sender than act {number} has")
            text = f"{party} refused it ({record.code})" if record.code else f"{party} received and stored it"
            self._report.proves("act.received", f"Act {number}: {text}: {where}.")
        else:
            self._report.proves("act.logged", f"Act {number}: {party} logged it: {where}.")
        if record.logged.moment < act.place.time:
            text = f"the time of act {number}: {party} logged it at {record.logged.moment}, before the time that it states"
            self._report.leaves_open("clock.order", text)

    def _check_release(self, act: Act) -> None:
        """Check that a key was released only in answer to a signed acceptance by the one who got it."""
        if act.kind != "evidence.released":
            return
        accepted = self.acts.get(act.links["acceptance"])
        if accepted is None:
            raise FlawError("release.acceptance", "the acceptance that it answers is not among the acts")
        if (accepted.kind, accepted.sender) != ("evidence.accepted", act.recipient):
            raise FlawError("release.acceptance", "what it answers is not an acceptance by its recipient")
        if accepted.object != act.object:
            raise FlawError("release.acceptance", "what it answers is an acceptance for another object")
        announced = self.about(act.object, "evidence.announced")
        if accepted.links["conditions"] not in {item.links["conditions"] for item in announced}:
            raise FlawError(
                "release.conditions", "the conditions that were accepted are not those that were announced"
            )
        text = f"{act.sender} released its key to {act.recipient} after it accepted the conditions of use"
        self._report.proves("release.answered", f"Evidence {act.object}: {text}.")

    def about(self, found: str, kind: str) -> list[Act]:
        """Give the acts of one kind about one evidence object."""
        return [act for act in self.acts.values() if (act.kind, act.object) == (kind, found)]
