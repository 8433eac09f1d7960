# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole check of a bundle, from its folder to the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from longbien.core.evidence.verifier.bag import Bag
from longbien.core.evidence.verifier.directory import Anchors, Directory
from longbien.core.evidence.verifier.entries import MAX_ENTRY, read_entry
from longbien.core.evidence.verifier.exhibits import Exhibits
from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.folder import Folder
from longbien.core.evidence.verifier.layout import WITNESSES, Layout, lay_out
from longbien.core.evidence.verifier.ledger import Ledger
from longbien.core.evidence.verifier.logs import Logs
from longbien.core.evidence.verifier.policy import MAX_POLICY, read_policy
from longbien.core.evidence.verifier.report import Report
from longbien.core.evidence.verifier.thread import Thread

if TYPE_CHECKING:
    from typing import Final

    from longbien.core.evidence.verifier.primitives import Primitives

_MAX_ENTRIES: Final = 1000


def check_bundle(path: str, anchors: Anchors, primitives: Primitives) -> Report:
    """Check the bundle in a folder; whatever is in it, the answer is a report."""
    report = Report()
    with report.about(""):
        bag = Bag(Folder(path), report)
        layout = lay_out(bag.payload, report)
        bag.forget(layout.strangers)
        directory = Directory(primitives, report)
        _read_entries(bag, layout, directory, report)
        directory.build(anchors)
        logs = Logs(directory)
        ledger = Ledger(bag, layout, logs, report)
        thread = Thread(report)
        thread.read(bag, layout, directory, ledger)
        Exhibits(bag, layout, directory, ledger, thread, report).check()
        _check_entries(layout, directory, ledger, report)
        with report.about(WITNESSES):
            _check_policy(bag, directory, logs, report)
        ledger.finish()
        bag.finish()
        report.parties = directory.owners()
    return report


def _read_entries(bag: Bag, layout: Layout, directory: Directory, report: Report) -> None:
    if len(layout.entries) > _MAX_ENTRIES:
        raise FlawError("bag.too_many", f"it has more than {_MAX_ENTRIES} directory entries")
    for place in layout.entries:
        with report.about(place.file):
            entry = read_entry(bag.small(place.file, MAX_ENTRY))
            if (entry.party, entry.number) != (place.first, int(place.second)):
                raise FlawError("entry.place", "it is an entry of another party or number than its name says")
            directory.add(place.file, entry)


def _check_entries(layout: Layout, directory: Directory, ledger: Ledger, report: Report) -> None:
    for party, chain in directory.chains.items():
        for entry in chain.entries:
            file = f"data/trust/{party}/{entry.number:04d}.json"
            for record in ledger.take(entry.fingerprint) + ledger.take(entry.envelope.digest):
                text = f"Directory entry {entry.number} of {party}: {record.logged.sentence()}."
                report.proves("entry.logged", text)
            if party in directory.needed and entry.exercise != report.exercise:
                text = "an exercise entry in a real case, or the reverse"
                report.flaw(file, FlawError("entry.exercise", text))


def _check_policy(bag: Bag, directory: Directory, logs: Logs, report: Report) -> None:
    """Check that the policy names only keys that directory entries have, and whether its quorum was reached."""
    policy = read_policy(bag.small(WITNESSES, MAX_POLICY))
    entries = [entry for chain in directory.chains.values() for entry in chain.entries]
    origins = {key for entry in entries for key in entry.log_keys}
    witnesses = {key for entry in entries for key in entry.witness_keys}
    if not set(policy.logs) <= origins or not set(policy.witnesses.values()) <= witnesses:
        raise FlawError("policy.unknown", "it names a key that no directory entry in this bundle has")
    for (origin, size), cosigned in logs.cosigned.items():
        if not policy.is_met(cosigned):
            text = f"that enough witnesses saw the log {origin} at size {size}: its maker's own quorum is not reached"
            report.leaves_open("policy.quorum", text)
