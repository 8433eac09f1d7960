# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""All evidence objects of a bundle: manifest, content, custody, and what acts and logs say of them."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.bag import SEGMENT, Bag
from longbien.core.evidence.verifier.content import check_plain, check_sealed, split_hashes
from longbien.core.evidence.verifier.custody import Step, check_custody, read_step
from longbien.core.evidence.verifier.dsse import MAX_ENVELOPE
from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.manifest import MAX_INNER, read_inner, read_manifest
from longbien.core.evidence.verifier.signed import check_sign_keys, check_signed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Final

    from longbien.core.evidence.verifier.directory import Directory
    from longbien.core.evidence.verifier.layout import Layout, Place
    from longbien.core.evidence.verifier.ledger import Ledger
    from longbien.core.evidence.verifier.manifest import Inner, Listing, Manifest
    from longbien.core.evidence.verifier.report import Report
    from longbien.core.evidence.verifier.thread import Thread

_MAX_MEMBERS: Final = 2**28
_MEMBER: Final = re.compile(rb'\{"offset":([0-9]{1,16}),"path":"((?:[^"\\]|\\.)*)","size":([0-9]{1,16})\}')


class Exhibits(NamedTuple):
    """What the checks of evidence need."""

    bag: Bag
    layout: Layout
    directory: Directory
    ledger: Ledger
    thread: Thread
    report: Report

    def check(self) -> None:
        """Check every object; what is wrong is noted with its file and segment."""
        for found, files in self.layout.evidence.items():
            place = f"data/evidence/{found}/manifest.json"
            with self.report.about(place):
                manifest = self._check_manifest(found, place)
                self._check_content(manifest, files)
            for (owner, party), places in self.layout.custody.items():
                if owner == found:
                    self._check_custody(found, party, places)
        for act in self.thread.acts.values():
            if act.kind == "evidence.released" and act.object not in self.layout.evidence:
                self.report.leaves_open(
                    "evidence.absent", f"anything about evidence {act.object}: it is not in this bundle"
                )

    def _check_manifest(self, found: str, place: str) -> Manifest:
        envelope, manifest = read_manifest(self.bag.small(place, MAX_ENVELOPE))
        if manifest.object != found:
            raise FlawError("manifest.object", "it is the manifest of another object")
        check_sign_keys(envelope)
        logged = self.ledger.first_moment(envelope.digest)
        check_signed(envelope, manifest.party, manifest.sealed_at, logged, self.directory)
        self.report.exercise = self.report.exercise or manifest.exercise
        text = f"Evidence {found}: sealed by {manifest.party}, {manifest.sealed_at}: manifest signed with both keys."
        self.report.proves("manifest.signed", text)
        for record in self.ledger.take(envelope.digest):
            own = record.logged.party == manifest.party
            if own != (record.leaf_class == "evidence-sealed"):
                text = "a proof of this kind cannot come from this party"
                self.report.flaw(record.file, FlawError("proof.party", text))
                continue
            what = "sealed it" if own else "held every segment of it"
            text = (
                f"Evidence {found}: {record.logged.party} logged that it {what}: {record.logged.sentence()}."
            )
            self.report.proves("manifest.logged", text)
        announced = self.thread.about(found, "evidence.announced")
        for act in announced:
            if act.links["manifest"] != envelope.digest:
                file = self.thread.files[act.place.digest]
                self.report.flaw(
                    file, FlawError("manifest.other", f"it announces {found} with another manifest")
                )
        for act in self.thread.about(found, "evidence.received"):
            file = self.thread.files[act.place.digest]
            if act.links["manifest"] != envelope.digest:
                self.report.flaw(
                    file, FlawError("manifest.other", f"it speaks of {found} with another manifest")
                )
            text = (
                f"Evidence {found}: {act.sender} stated after opening it: the content {act.links['verdict']}."
            )
            self.report.proves("manifest.received", text)
        if not announced:
            self.report.leaves_open(
                "evidence.unannounced", f"that evidence {found} was announced in this thread"
            )
        return manifest

    def _check_content(self, manifest: Manifest, files: dict[str, str]) -> None:
        folder = f"data/evidence/{manifest.object}/"
        if ("content" in files) == ("content.age" in files):
            text = "there must be either plain content or sealed content"
            self.report.flaw(folder + "content", FlawError("content.which", text))
            return
        inner = None
        if "inner.json" in files:
            with self.report.about(files["inner.json"]):
                inner = read_inner(self.bag.small(files["inner.json"], MAX_INNER), manifest)
        elif "content" in files:
            self.report.flaw(folder + "inner.json", FlawError("bag.missing", "it is missing"))
        if "content.age" in files:
            with self.report.about(files["content.age"]):
                self._check_sealed(manifest, files)
        elif inner is not None:
            self._check_plain(manifest, inner, files)

    def _check_plain(self, manifest: Manifest, inner: Inner, files: dict[str, str]) -> None:
        folder = f"data/evidence/{manifest.object}/"
        wanted = {"content", "manifest.json", "inner.json"}
        wanted |= {"digests"} if inner.running_listing.part else set()
        wanted |= {"members"} if inner.members_listing.part else set()
        self._check_files(files, wanted)
        running: Iterable[bytes] | None = None if inner.running_listing.part else inner.running
        for name, listing in (("digests", inner.running_listing), ("members", inner.members_listing)):
            with self.report.about(folder + name):
                if listing.part:
                    self._check_listed(folder + name, listing)
                    if name == "digests":
                        running = (
                            item
                            for piece in self.bag.raw(folder + name, SEGMENT)
                            for item in split_hashes(piece)
                        )
        with self.report.about(files["content"]):
            check_plain(
                self.bag, files["content"], inner, running, self._member_finder(inner, folder + "members")
            )
            size, digest = inner.size, inner.sha256
            text = f"Evidence {manifest.object}: the content MATCHES what {manifest.party} sealed: {inner.form} {inner.name}, {size} bytes, SHA-256 {digest}."
            self.report.proves("content.matches", text)

    def _check_listed(self, name: str, listing: Listing) -> None:
        """Check a file of digests or members that the inner part knows by its digest."""
        if name not in self.bag.payload:
            raise FlawError("bag.missing", "it is missing")
        state = hashlib.sha256()
        for piece in self.bag.chunks(name):
            state.update(piece)
        if state.hexdigest() != listing.sha256:
            raise FlawError("listing.changed", "it is not the one that was sealed")

    def _member_finder(self, inner: Inner, file: str) -> Callable[[int], str]:
        """Give a function that names the file of a folder at a byte of its tar stream."""

        def find(byte: int) -> str:
            if not inner.members_listing.part:
                spans = [(item.offset, item.offset + item.size, item.path) for item in inner.members]
            elif self.bag.payload.get(file, _MAX_MEMBERS) < _MAX_MEMBERS:
                data = b"".join(self.bag.raw(file, SEGMENT))
                found = (match.groups() for match in _MEMBER.finditer(data))
                spans = [
                    (int(at), int(at) + int(size), path.decode("utf-8", "replace"))
                    for at, path, size in found
                ]
            else:
                spans = []
            return next((path for start, end, path in spans if byte < end and byte + SEGMENT > start), "")

        return find

    def _check_sealed(self, manifest: Manifest, files: dict[str, str]) -> None:
        self._check_files(files, {"content.age", "leaves", "manifest.json", *({"inner.json"} & set(files))})
        header = check_sealed(
            self.bag, files["content.age"], manifest.parts["content"], files.get("leaves", "")
        )
        found = manifest.object
        text = (
            f"Evidence {found}: the sealed content MATCHES what {manifest.party} sealed, every segment of it."
        )
        self.report.proves("content.matches", text)
        self.report.leaves_open(
            "content.sealed", f"what evidence {found} says: it is still sealed, and was not opened here"
        )
        released = self.thread.about(found, "evidence.released")
        if header and header not in {act.links["header"] for act in released}:
            # Whoever holds the file key may make another header, for other recipients: it touches no byte of evidence.
            text = f"for whom the age header of evidence {found} was made: it is none that was released in this thread"
            self.report.leaves_open("content.header", text)

    def _check_files(self, files: dict[str, str], wanted: set[str]) -> None:
        for name in sorted(set(files) - wanted):
            self.report.flaw(
                files[name], FlawError("bag.no_place", "it has no place beside the content that is here")
            )
        for name in sorted(wanted - set(files)):
            file = files["manifest.json"].replace("manifest.json", name)
            self.report.flaw(file, FlawError("bag.missing", "it is missing"))

    def _check_custody(self, found: str, party: str, places: list[Place]) -> None:
        steps: list[Step] = []
        for place in places:
            with self.report.about(place.file):
                envelope, step = read_step(self.bag.small(place.file, MAX_ENVELOPE))
                if (step.object, step.party) != (found, party) or step.number != int(place.second):
                    raise FlawError("custody.place", "it is a step of another object, party or number")
                logged = self.ledger.first_moment(step.digest)
                check_signed(envelope, party, step.time, logged, self.directory)
                steps.append(step)
                self._check_step_logged(step)
        if len(steps) == len(places):
            with self.report.about(places[0].file.rpartition("/")[0]):
                check_custody(steps)
                if steps[0].number > 1:
                    text = f"what {party} did with evidence {found} before custody step {steps[0].number}: earlier steps are absent"
                    self.report.leaves_open("custody.beginning", text)
                text = "; ".join(step.sentence() for step in steps)
                self.report.proves(
                    "custody.chain", f"Evidence {found}: unbroken custody record of {party}: {text}."
                )

    def _check_step_logged(self, step: Step) -> None:
        records = self.ledger.take(step.digest)
        for record in records:
            if record.logged.party != step.party:
                text = "a custody step is logged by the party that took it, not by another"
                self.report.flaw(record.file, FlawError("proof.party", text))
        if not records:
            text = f"when custody step {step.number} of {step.party} ({step.action}) was recorded: no proof from its log"
            self.report.leaves_open("custody.unlogged", text)
