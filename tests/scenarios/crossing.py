# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What scenarios add to the steps of a case: whole stretches of it, and waiting for what crosses by itself."""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, cast

from tests.requests import complete
from tools.crossing import FIELDS, Case, Desk, Page, kinds
from tools.nodes import APPROVER, Node, Said, environment_of


class Crossing(Case):
    """A case between VN, which asks, and AT, which is asked."""

    def fields(self, kind: str) -> Mapping[str, object]:
        """Give a complete request of any kind, but for its reference."""
        return FIELDS[kind] if kind in FIELDS else complete(kind)

    def arrived(self, desk: Desk, request_id: str, *wanted: str) -> Page:
        """Wait until the thread at a node holds acts of these kinds; give its page."""

        def tried() -> Page | None:
            page = desk.page(request_id)
            return page if set(wanted) <= set(kinds(page)) else None

        return cast("Page", self.until(tried))

    def receipted(self, desk: Desk, request_id: str) -> Page:
        """Wait until every act that a node made in a thread has its receipt; give the page."""

        def tried() -> Page | None:
            page = desk.page(request_id)
            made = [one for one in page["thread"] if one["direction"] == "made"]
            return page if made and all(one["receipt"] for one in made) else None

        return cast("Page", self.until(tried))

    def move_clocks(self, moment: datetime) -> None:
        """Let both nodes' clocks show a moment that is ahead."""
        ahead = moment - datetime.now(UTC)
        for desk in (self.asking, self.asked):
            desk.node.move_clock(ahead)

    def preserved(self, reference: str) -> str:
        """Bring a preservation request to the point at which the data are kept and the asking State knows it."""
        request_id = self.ask("preservation", reference)
        self.acknowledge(request_id)
        self.keep(request_id)
        self.arrived(self.asking, request_id, "answer.executed")
        return request_id

    def granted(self, reference: str) -> str:
        """Bring a request for stored data, which follows a preservation, to the point at which disclosure is granted."""
        earlier = self.preserved(f"{reference}-P")
        request_id = self.ask(
            "stored-data", reference, status="follow-up-preservation", previous_preservation=earlier
        )
        self.acknowledge(request_id)
        self.grant(request_id)
        self.arrived(self.asking, request_id, "answer.decided")
        return request_id

    def announced(self, reference: str, content: bytes) -> tuple[str, str]:
        """Bring a case to the point at which the asking State knows of sealed evidence; give request and object."""
        request_id = self.granted(reference)
        file = self.folder / "auth.log"
        file.write_bytes(content)
        object_id = self.seal(request_id, file)
        self.announce(request_id, object_id)
        self.arrived(self.asking, request_id, "evidence.announced")
        return request_id, object_id

    def ask_in_vain(self, kind: str, reference: str, **changed: object) -> str:
        """Keep a draft that is not sent; give its id."""
        file = self.folder / f"{reference}-{kind}.yaml"
        file.write_text(json.dumps({**FIELDS[kind], "reference": reference, **changed}), encoding="utf-8")
        words = ("request", "new", kind, "--to", self.asked.node.party, "--file", str(file))
        return str(self.asking.json(*words)["request_id"])

    def approved(self, desk: Desk, *words: str) -> str:
        """Type a command and let the second officer approve what waits; give the act's digest."""
        found = desk.json(*words)
        one = found[0] if isinstance(found, list) else found
        if one["act"]:
            return str(one["act"])
        return str(desk.json("act", "approve", str(one["proposal"]), by=APPROVER)[0]["act"])


def work_once(node: Node) -> None:
    """Do what can be done now, as `longbien worker --once` does."""
    words = [sys.executable, "-m", "longbien.site.worker", "--once"]
    subprocess.run(words, check=True, env=environment_of(node.home), timeout=60)


def refused(desk: Desk, *words: str, by: str = "duty") -> Said:
    """Type a command that is to be refused."""
    said = desk.node.run(*words, by=by, expect=None)
    assert said.status != 0, said.out
    return said


def fields_of(page: Page) -> Mapping[str, Any]:
    """Give the fields of a request's page by id."""
    return {one["id"]: one for section in page["sections"] for one in section["fields"]}


def tracks_of(page: Page) -> Mapping[str, str]:
    """Give the state of each track."""
    return {one["track"]: one["state"] for one in page["tracks"]}


def clocks_of(page: Page) -> Mapping[str, Any]:
    """Give the clocks by rule; of several the last."""
    return {one["rule"]: one for one in page["clocks"]}


def acts_of(page: Page, kind: str) -> list[Any]:
    """Give the acts of one kind, in order."""
    return [one for one in page["thread"] if one["kind"] == kind]
