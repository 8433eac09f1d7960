# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 15: valid requests come in a rush amid a flood of bad ones. Every valid one is stored, urgent first; the bad ones leave nothing.

The whole figure (1,000 valid and 100,000 bad in an hour) is a benchmark, `benchmarks/flood.py`; here 12 and 3,000.
"""

import http.client
import ssl
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest

from longbien.core.base.ids import PartyId
from longbien.core.exchange.answer import parse_answer
from longbien.core.exchange.delivery import MAX_ACTS, Delivery, print_delivery
from tests.plain_browser import Browser
from tests.scenarios.crossing import Crossing
from tools.bad_frames import forged, noise
from tools.nodes import DUTY, Node

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]

VALID = 9
URGENT = 3
BAD = 1000
"""Of each sort, fewer than a party is allowed from one address in an hour (`actions/exchange/quota.py`): the true VN sends from it too."""


SORTS: Mapping[str, Callable[[], bytes]] = {
    "exchange.unknown_sender": lambda: forged("FR"),
    "sealing.not_opened": lambda: forged("VN"),
    "sealing.frame_malformed": noise,
}
"""A bad frame of each sort, by the code with which it is refused."""


def flood(node: Node) -> Counter[str]:
    """Throw the bad frames at a node's peer door; count what it answers."""
    context = ssl._create_unverified_context()  # who floods does not look whom
    line = http.client.HTTPSConnection("127.0.0.1", node.peer_port, timeout=60, context=context)
    found: Counter[str] = Counter()
    for make in SORTS.values():
        left = BAD - 1
        while left:
            count = min(MAX_ACTS, left)
            left -= count
            delivery = Delivery(
                sender=PartyId("VN"), recipient=PartyId("AT"), frames=tuple(make() for _ in range(count))
            )
            line.request("POST", "/peer/v1/acts", print_delivery(delivery))
            reply = line.getresponse()
            found.update(result.code for result in parse_answer(reply.read()).results)
    line.close()
    return found


def test_every_valid_one_is_stored_urgent_first_and_bad_ones_leave_nothing(case: Crossing) -> None:
    officer = Browser(case.asked.node)
    officer.sign_in(DUTY)
    with ThreadPoolExecutor(1) as pool:
        thrown = pool.submit(flood, case.asked.node)
        calm = {case.ask("preservation", f"RUSH-{number}") for number in range(VALID)}
        urgent = {
            case.ask(
                "preservation",
                f"RUSH-URGENT-{number}",
                urgency="volatile-data",
                urgency_reason="The provider deletes its log tonight.",
            )
            for number in range(URGENT)
        }
        assert "RUSH-0" in officer.get("/requests/?text=RUSH")
        codes = thrown.result(timeout=120)
    assert codes == dict.fromkeys(SORTS, BAD - 1)

    for request_id in calm | urgent:
        case.receipted(case.asking, request_id)
    rows = case.asked.json("request", "list", "--text", "RUSH")["rows"]
    found = [one["request_id"] for one in rows]
    assert set(found) == calm | urgent
    assert set(found[:URGENT]) == urgent

    # What could not be proven to be anybody's is in no log; what is stored is there whole.
    listed = case.asked.json("request", "list", "--view", "all", "--partner", "FR")
    assert listed["total"] == 0
    assert case.asked.node.run("log", "audit", by=DUTY).status == 0
