# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 6: a State's signing key was stolen last Tuesday. Revoked since then; what was logged before stays good; new keys by two people on both sides."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.scenarios.crossing import Crossing, refused
from tools.crossing import Desk
from tools.nodes import APPROVER, DUTY, Nodes

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]
MEANS = "telephone (exercise)"


@pytest.fixture
def theft(tmp_path: Path) -> Iterator[Crossing]:
    """Give a case between two nodes of its own: afterwards nobody's keys are what they were."""
    with Nodes(tmp_path / "nodes") as nodes:
        nodes.make()
        nodes.introduce()
        nodes.launch()
        nodes.wait_ready()
        yield Crossing(asking=Desk(nodes["VN"]), asked=Desk(nodes["AT"]), folder=tmp_path)


def flags(desk: Desk, request_id: str) -> list[str]:
    return [str(act["flagged"]) for act in desk.page(request_id)["thread"]]


def test_what_was_signed_since_is_flagged_on_both_sides_and_the_rest_stays_good(theft: Crossing) -> None:
    before = theft.ask("preservation", "BEFORE-1")
    (early,) = theft.receipted(theft.asking, before)["thread"]
    time.sleep(1)  # the theft is said in whole seconds: the first act lies before it
    tuesday = datetime.now(UTC)
    after = theft.ask("preservation", "AFTER-1")
    (late,) = theft.receipted(theft.asking, after)["thread"]

    # Two directory officers revoke since the moment of the theft; one alone cannot.
    second = (
        "--with",
        APPROVER,
        "--with-password-file",
        str(theft.asking.node.beside(f"password-{APPROVER}")),
    )
    alone = ("--with", DUTY, "--with-password-file", str(theft.asking.node.beside(f"password-{DUTY}")))
    since = tuesday.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert "people.two_needed" in refused(theft.asking, "parties", "revoke", "--since", since, *alone).err
    theft.asking.node.run("parties", "revoke", "--since", since, *second, by=DUTY)
    assert flags(theft.asking, before) == [""]
    assert flags(theft.asking, after) == ["parties.key_revoked"]

    # The partner is told; until two of its officers confirm the new fingerprint out of band, nothing signed with it is taken.
    entry = theft.folder / "new-entry.json"
    fingerprint = theft.asking.node.run("parties", "export", str(entry)).out.strip().splitlines()[-1]
    theft.until(lambda: flags_known(theft.asked))
    wrong = "0" * 64
    assert refused(theft.asked, "parties", "confirm", "VN", "--fingerprint", wrong, "--means", MEANS).err
    for officer in (DUTY, APPROVER):
        theft.asked.node.run(
            "parties", "confirm", "VN", "--fingerprint", fingerprint, "--means", MEANS, by=officer
        )
    assert flags(theft.asked, before) == [""]
    assert flags(theft.asked, after) == ["parties.key_revoked"]
    rows = {one["request_id"]: one["flagged"] for one in theft.asked.json("request", "list")["rows"]}
    assert (rows[before], rows[after]) == (False, True)

    # What was logged before is proved by the time in the log, with the old key; what comes now is signed with the new one.
    for desk in (theft.asking, theft.asked):
        assert desk.node.run("log", "audit", by=DUTY).status == 0
    shown = theft.asked.json("act", "show", early["digest"])
    assert shown["digest"] == early["digest"]
    fresh = theft.ask("preservation", "FRESH-1")
    (new,) = theft.receipted(theft.asking, fresh)["thread"]
    assert set(new["sign_keys"]).isdisjoint(late["sign_keys"])
    assert flags(theft.asked, fresh) == [""]


def flags_known(desk: Desk) -> bool:
    """Whether the node holds a new entry of VN that waits for people."""
    return "waits for confirmation" in desk.node.run("parties", "show", by=DUTY).out
