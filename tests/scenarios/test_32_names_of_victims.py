# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 32: facts with the names of a victim and a child. In no list, alarm, log or report; shown by need, with a reason that is kept."""

import json

import pytest

from tests.scenarios.crossing import Crossing, fields_of, refused, work_once

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]

VICTIM, CHILD, SUSPECT = "Amalia Beispielin", "Theo Beispielin", "Bruno Sample"
PERSONS = [
    {"role": "victim", "name": VICTIM, "whereabouts": "Mustergasse 7"},
    {"role": "child", "name": CHILD},
    {"role": "suspect", "name": SUSPECT},
]
SECRETS = (VICTIM, CHILD, "Mustergasse")


def test_a_victims_name_is_shown_by_need_and_nowhere_else(case: Crossing) -> None:
    facts = f"{SUSPECT} wrote to {VICTIM} and to her son {CHILD}."
    request_id = case.ask("stored-data", "NAMES-1", persons=PERSONS, facts=facts)
    case.acknowledge(request_id)

    # On the page, at both nodes: roles, not names; in the text a bar stands for them. Whoever is no victim is named.
    for desk in (case.asking, case.asked):
        page = desk.page(request_id)
        assert not [one for one in SECRETS if one in json.dumps(page, ensure_ascii=False)]
        assert fields_of(page)["facts"]["value"] == f"{SUSPECT} wrote to █████ and to her son █████."
        assert [one["role"] for one in fields_of(page)["persons"]["value"]] == ["victim", "child", "suspect"]
        assert page["sight"]["masked"] == 2

    # In no list, night screen, alarm, hand-over or search.
    for words in (("list",), ("list", "--text", "Amalia"), ("burning",), ("alarms",), ("hand-over", "give")):
        said = json.dumps(case.asked.json("request", *words), ensure_ascii=False)
        assert not [one for one in SECRETS if one in said], words
    assert case.asked.json("request", "list", "--text", "Beispielin")["rows"] == []
    assert refused(case.asked, "request", "look", request_id, "--reason", "curious").status == 64

    # By need, with a reason: for that officer alone, and everybody sees that he looked.
    case.asked.json("request", "look", request_id, "--reason", "To prepare the hearing of the victim.")
    assert fields_of(case.asked.page(request_id))["facts"]["value"] == facts
    other = case.asked.json("request", "show", request_id, by="approver")
    assert not [one for one in SECRETS if one in json.dumps(other, ensure_ascii=False)]
    assert [one["role_id"] for one in other["sight"]["looks"]] == ["at-duty-1"]

    # A note stays where it was written.
    case.asked.json("request", "notes", "write", request_id, f"{VICTIM} is heard on Monday.")
    assert case.asking.json("request", "notes", "list", request_id) == []

    # Nothing of it in what the processes wrote down.
    work_once(case.asked.node)
    for desk in (case.asking, case.asked):
        for file in ("serve.log", "terminal.log"):
            written = desk.node.beside(file).read_text(encoding="utf-8", errors="replace")
            assert not [one for one in SECRETS if one in written], file
