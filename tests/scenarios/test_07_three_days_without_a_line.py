# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 7: the partner cannot be reached. Queued, shown as undelivered, stated as silence, carried by file; no double on return."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.scenarios.crossing import Crossing, work_once
from tools.crossing import is_sent, kinds
from tools.ledger import compare, read_ledger
from tools.nodes import Node

pytestmark = [pytest.mark.two_nodes, pytest.mark.network, pytest.mark.slow]


def limit_silence(node: Node, seconds: int) -> None:
    """Shorten three days; there is no verb for it yet, and no node can be asked to wait that long here."""
    with closing(sqlite3.connect(node.home / "node.sqlite3", timeout=30)) as database, database:
        database.execute("UPDATE longbien_party SET silence_limit = ? WHERE own = 0", (seconds,))


def undelivered(case: Crossing) -> list[str]:
    """Give the requests that the screen of what burns shows as undelivered, the oldest first."""
    rows = [one for one in case.asking.json("request", "burning")["rows"] if one["what"] == "undelivered"]
    assert {(one["code"], one["partner"], one["ours"]) for one in rows} <= {
        ("request.preservation", "AT", True)
    }
    return [one["request_id"] for one in sorted(rows, key=lambda one: one["since"])]


def nothing_lost(case: Crossing) -> None:
    """Compare both nodes' books: nothing lost, doubled, refused or out of order."""
    sides = ((case.asking, "AT"), (case.asked, "VN"))
    ledgers = {desk.node.party: read_ledger(desk.node.home, other) for desk, other in sides}
    found = compare(ledgers, {party: ledger.digests for party, ledger in ledgers.items()})
    assert (found.lost, found.doubled, found.refused, found.disordered) == ((), (), (), ())


def test_three_days_without_a_line(case: Crossing, tmp_path: Path) -> None:
    vn, at = case.asking, case.asked
    at.node.stop()
    asked = [case.ask("preservation", f"DOWN-{number}") for number in range(3)]
    waiting = vn.json("act", "outbox", "--partner", "AT")
    assert [one["thread"] for one in waiting] == asked
    assert {one["state"] for one in waiting} == {"waiting"}
    case.until(lambda: vn.json("act", "outbox")[0]["last_outcome"] == "bridge.unreachable")

    # The night shift sees them as undelivered, each with the clock that runs meanwhile.
    rows = [one for one in vn.json("request", "burning")["rows"] if one["what"] == "undelivered"]
    assert [one["request_id"] for one in sorted(rows, key=lambda one: one["since"])] == asked
    assert {(one["code"], one["partner"], one["ours"]) for one in rows} == {
        ("request.preservation", "AT", True)
    }

    # Beyond the limit our node states what it attempted; it claims nothing about the partner.
    limit_silence(vn.node, 0)
    work_once(vn.node)
    limit_silence(vn.node, 259_200)
    (silent, *_others) = vn.json("act", "outbox")
    statement = vn.json("act", "show", silent["silence"])
    assert (statement["kind"], statement["body"]["act"]) == ("statement.silence", silent["act"])
    assert statement["body"]["attempts"][0]["outcome"] == "bridge.unreachable"
    assert vn.page(asked[0])["thread"][0]["carriage"] == "silent"

    # Another way: the same bytes as a file, read while the line is still down; read again, nothing happens twice.
    file = tmp_path / "to-at.lbc"
    assert vn.json("courier", "write", str(file), "--to", "AT")["acts"] == 3
    assert at.json("courier", "read", str(file))["acts"] == {"exchange.received": 3}
    assert at.json("courier", "read", str(file))["read_before"] is True
    at.json("request", "acknowledge", asked[0])

    # The line comes back while the receipts are on their way by file: no double, and the order is kept.
    at.node.start()
    at.node.wait_ready()
    work_once(vn.node)
    back = tmp_path / "to-vn.lbc"
    at.json("courier", "write", str(back), "--to", "VN")
    vn.json("courier", "read", str(back))
    later = case.ask("preservation", "DOWN-later")
    case.until(
        lambda: is_sent(at.page(later)) and not vn.json("act", "outbox") and not at.json("act", "outbox")
    )
    assert undelivered(case) == []
    nothing_lost(case)
    said = ["request.preservation", "answer.acknowledged"]
    assert kinds(at.page(asked[0])) == said
    assert kinds(vn.page(asked[0])) == [said[0], "statement.silence", said[1]]  # a statement is ours alone
