# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 36: the Convention is suspended between two States. What is pending is finished under it, new requests stop at the day, conditions persist."""

from datetime import timedelta

import pytest

from tests.scenarios.bases import end, enter, let_pass, noticed, refused, today
from tests.scenarios.crossing import Crossing, tracks_of

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]
SECRET = b"Nov 19 21:14:07 host sshd[4242]: Failed password for root from 8.8.8.8\n"


def test_pending_requests_are_finished_and_new_ones_stop_at_the_day(case: Crossing) -> None:
    request_id, object_id = case.announced("SUSP-1", SECRET)
    case.accept(request_id, object_id)
    late = case.ask_in_vain("preservation", "SUSP-2")
    proposal = case.asking.json("request", "submit", late)["proposal"]

    tomorrow = today(case.asking) + timedelta(days=1)
    rows = [
        (desk, enter(desk, "hanoi", "--status", "suspended", "--from", tomorrow.isoformat()))
        for desk in (case.asking, case.asked)
    ]
    # The day before, new requests still leave.
    in_time = case.ask("preservation", "SUSP-3")
    let_pass(case, 1)
    for desk in (case.asking, case.asked):
        noticed(case, desk, "hanoi", "suspended", tomorrow)

    # From the day on: neither a new draft nor one that was proposed before gets through.
    new = case.ask_in_vain("preservation", "SUSP-4")
    assert "treaty.basis_suspended" in refused(case.asking, "request", "submit", new)
    said = case.asking.node.run("act", "approve", str(proposal), by="approver", expect=None)
    assert "treaty.basis_suspended" in said.err

    # Pending ones are finished under the Convention, by its grounds, and say so.
    page = case.arrived(case.asked, in_time, "request.preservation")
    assert (page["standing"]["then"], page["standing"]["now"]) == ("in-force", "suspended")
    case.acknowledge(in_time)
    case.keep(in_time)
    shown = case.asked.node.run("request", "show", in_time, by="duty").out
    assert "finished under its rules" in shown
    assert case.opened(object_id, "open.log") == SECRET
    case.arrived(case.asked, request_id, "evidence.received")

    # The conditions on what was given stay.
    (item,) = case.asking.page(request_id)["evidence"]
    assert "purpose-only" in {one["code"] for one in item["conditions"]}

    # The suspension is lifted: the basis is back, noticed by itself.
    let_pass(case, 1)
    lifted = tomorrow + timedelta(days=1)
    for desk, row in rows:
        end(desk, row, lifted)
    for desk, _row in rows:
        noticed(case, desk, "hanoi", "in-force", lifted)
    case.say(case.asking, new, lambda one: bool(one["thread"]), "request", "submit", new)
    assert tracks_of(case.asking.page(new))["preservation"] == "asked"
