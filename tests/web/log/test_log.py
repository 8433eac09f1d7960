# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log's page: size, root, witnesses, checkpoint as a file, and an audit that finds what was changed."""

from collections.abc import Callable
from typing import Any

from longbien.store import models
from tests.actions.steps import send
from tests.pair import Pair
from tests.requests import preservation


def test_the_page_shows_the_log_and_its_witness(pair: Pair, desk: Callable[..., Any]) -> None:
    send(pair, "preservation", preservation())
    auditor = desk(pair.vn, "auditor")
    page = auditor.page("/log/")
    assert "vn.example/log" in page
    assert "cosigned up to leaf" in page
    assert "at.example/log" in page
    assert auditor.get("/log/checkpoint/").content.decode().startswith("vn.example/log\n")


def test_an_audit_says_sound_and_finds_a_changed_leaf(pair: Pair, desk: Callable[..., Any]) -> None:
    send(pair, "preservation", preservation())
    auditor = desk(pair.vn, "auditor")
    assert "Sound." in auditor.post("/log/").content.decode()
    with pair.vn:
        entry = models.LogEntry.objects.order_by("index").first()
        assert entry is not None
        models.LogEntry.objects.filter(pk=entry.pk).update(data=bytes(entry.data).replace(b"2026", b"2025"))
    assert "NOT sound." in auditor.post("/log/").content.decode()
