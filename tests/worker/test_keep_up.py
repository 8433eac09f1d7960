# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker keeps the lists true to time: a preservation that ran out is shown so, though nobody did anything."""

import threading

import pytest

from longbien.actions.cooperation.pages.inbox import inbox
from longbien.bridge.null import NullPeerDoor
from longbien.worker.loop import run
from tests.actions.steps import preserved
from tests.pair import empty_database, make_pair


@pytest.mark.django_db
def test_a_turn_sets_down_what_has_run_out() -> None:
    pair = make_pair(empty_database())
    preserved(pair, days=61)
    pair.clock.go(days=62)
    with pair.at as at:
        run(lambda: at.node, threading.Event(), once=True, open_door=lambda _url, _pin: NullPeerDoor())
        (row,) = inbox(node=at.node, actor=at.officers["duty"]).rows
        assert row.preservation == "lapsed"
