# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""An auditor reads everything and writes nothing: every address of the node is tried, with and without a form."""

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from longbien.actions.access import RULES, Role
from longbien.actions.cooperation.alarms.ring import ring
from longbien.actions.cooperation.desk.notes import write_note
from longbien.store import models
from tests.actions.steps import preserved
from tests.pair import Pair

OWN = ("account/", "sign-in/", "sign-out/", "language/", "session/")
"""What concerns the auditor's own account alone."""
FORM = {
    "text": "Something",
    "reason": "A good enough reason",
    "officer": "vn-duty-1",
    "deputy": "vn-lawyer-1",
    "step": "close",
    "rule": "acknowledge",
    "span": "2 h",
    "kind": "duty",
    "begins_at": "2026-11-23T00:00",
    "ends_at": "2026-11-24T00:00",
    "until": "2027-05-01T00:00",
    "questions": "Which?",
    "outcome": "executed",
}


def addresses(patterns: list[Any], prefix: str = "") -> Iterator[str]:
    for one in patterns:
        path = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, path)
        elif isinstance(one, URLPattern):
            yield path


def filled(path: str, request_id: str) -> str:
    for name, value in (
        ("<slug:request_id>", request_id),
        ("<int:number>", "1"),
        ("<slug:kind>", "preservation"),
        ("<slug:party>", "AT"),
        ("<slug:name>", "acknowledge"),
    ):
        path = path.replace(name, value)
    return "/" + path


def test_no_verb_but_reading_is_an_auditors() -> None:
    assert {verb for verb, rule in RULES.items() if Role.AUDITOR in rule.begin | rule.approve} == {
        verb for verb in RULES if verb.endswith(".read")
    }


def test_whatever_an_auditor_sends_nothing_is_written(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = preserved(pair, days=61)
    pair.clock.go(days=45)
    with pair.vn as vn:
        ring(node=vn.node)
        write_note(node=vn.node, actor=vn.officers["duty"], request_id=request_id, text="Internal.")
    auditor = desk(pair.vn, "auditor")
    auditor.client.raise_request_exception = False
    tables = [
        table for name, table in vars(models).items() if name in models.__all__ and hasattr(table, "objects")
    ]

    def rows() -> dict[str, list[Any]]:
        with pair.vn:
            return {table.__name__: list(table.objects.order_by("pk").values()) for table in tables}

    before = rows()
    tried = 0
    for path in addresses(get_resolver().url_patterns):
        if path.startswith(OWN) or "<" in filled(path, request_id) or "^" in path:
            continue
        answer = auditor.post(filled(path, request_id), FORM)
        assert answer.status_code < 500, path
        tried += 1
    assert tried > 40
    after = rows()
    for name, held in before.items():
        same = (
            [{**one, "last_login": None} for one in held],
            [{**one, "last_login": None} for one in after[name]],
        )
        assert same[0] == same[1], name


def test_an_auditor_reads_requests_alarms_and_that_notes_exist(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = preserved(pair, days=61)
    pair.clock.go(days=45)
    with pair.vn as vn:
        ring(node=vn.node)
        write_note(node=vn.node, actor=vn.officers["duty"], request_id=request_id, text="Internal words.")
    auditor = desk(pair.vn, "auditor")
    for path in ("", "care/", "notes/", "look/"):
        page = auditor.page(f"/requests/{request_id}/{path}")
        assert "Internal words." not in page
    assert "15 characters" in auditor.page(f"/requests/{request_id}/notes/")
    for path in ("alarms/", "burning/", "targets/", "hand-over/"):
        auditor.page(f"/requests/{path}")
    for path in ("/log/", "/people/", "/people/roster/", "/proposals/", "/evidence/", "/parties/"):
        auditor.page(path)
