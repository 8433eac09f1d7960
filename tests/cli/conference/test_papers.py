# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agenda, programme, documents, records, replay and what-if at the terminal."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connections

from longbien.actions import node as door
from longbien.bridge.pages import Papers
from longbien.store import models
from tests.cli.terminal import Terminal
from tests.conference import CLOSING, VOTED, hold
from tests.pair import Side

SESSION = (
    "conference",
    "session",
    "new",
    "cosp-1",
    "--title",
    "First",
    "--from",
    "2027-03-01",
    "--to",
    "2027-03-05",
)
ROSTER = ("--exercise", "VN,AT,BR,EG,FR,KE,PL")


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    """Give the terminal of a secretariat with a session and a meeting."""
    terminal.enrol("clerk", "conference-officer")
    assert terminal.run(*SESSION, *ROSTER, by="clerk").status == 0
    assert (
        terminal.run("conference", "meeting", "new", "cosp-1", "--day", "2027-03-01", by="clerk").status == 0
    )
    return terminal


def held(desk: Terminal) -> Path:
    """Hold a meeting, make its record and give the file."""
    clerk = models.Officer.objects.get(username="clerk")
    side = Side(node=desk.node, database=connections["default"], officers={"conference": clerk})
    hold(side, models.Meeting.objects.get(), (*VOTED, *CLOSING))
    out = desk.folder / "record.json"
    made = desk.run("conference", "record", "cosp-1-m1", "--make", "--out", str(out), by="clerk")
    assert (made.status, "digest" in made.out) == (0, True), made.err
    return out


def test_an_agenda_is_drawn_up_sent_and_adopted(desk: Terminal) -> None:
    agenda = ("conference", "agenda")
    assert desk.run(*agenda, "do", "cosp-1", "draw", by="clerk").out == "6 items\n"
    assert desk.run(*agenda, "item", "cosp-1", "--title", "Review", by="clerk").status == 0
    assert desk.run(*agenda, "item", "cosp-1", "7", "--allocate", "nobody", by="clerk").status == 64
    assert desk.run(*agenda, "item", "cosp-1", "7", "--allocate", "bureau", by="clerk").status == 0
    assert desk.run(*agenda, "do", "cosp-1", "send", by="auditor").status == 77
    assert desk.run(*agenda, "do", "cosp-1", "send", by="clerk").out == "sent, 7 items\n"
    assert desk.run(*agenda, "item", "cosp-1", "7", "--take-off", by="clerk").status == 77
    adopted = desk.run(*agenda, "adopt", "cosp-1", "--meeting", "cosp-1-m1", "--deferred", "7", by="clerk")
    assert adopted.out == "adopted in cosp-1-m1\n"
    shown = desk.run(*agenda, "show", "cosp-1").out
    assert "! Item 7 has no explanatory memorandum." in shown
    assert "deferred" in shown
    assert desk.run(*agenda, "show", "cosp-9").status == 77


def test_a_programme_shows_its_clashes(desk: Terminal) -> None:
    programme = ("conference", "programme")
    times = ("--from", "2027-03-01T10:00:00+01:00", "--to", "2027-03-01T13:00:00+01:00", "--room", "Hall")
    put = (*programme, "put", "cosp-1", "--kind", "plenary", "--title", "Opening", *times)
    assert desk.run(*put, by="clerk").status == 0
    second = desk.run(
        *programme, "put", "cosp-1", "--kind", "bureau", "--title", "Bureau", *times, by="clerk"
    )
    assert "! The room is taken twice: Hall." in second.out
    entry = second.out.partition(":")[0]
    assert desk.run(*programme, "off", "cosp-1", entry, by="clerk").status == 0
    shown = desk.run(*programme, "show", "cosp-1", "--json").value
    assert ([one["title"] for one in shown["slots"]], shown["clashes"]) == (["Opening"], [])
    late = (
        *programme,
        "put",
        "cosp-1",
        "--kind",
        "plenary",
        "--title",
        "x",
        times[2],
        times[1],
        times[0],
        times[1],
    )
    assert desk.run(*late, by="clerk").status == 77


def test_a_document_is_filed_listed_and_fetched(desk: Terminal) -> None:
    paper = desk.folder / "L1.pdf"
    paper.write_bytes(b"%PDF-1.7 draft")
    file = ("conference", "document", "file", "cosp-1", "CAC/COSP/2027/L.1")
    assert desk.run(*file, "--title", "Draft", "--item", "3", by="clerk").status == 0
    assert "document" not in desk.run("conference", "document", "list", "cosp-1").out
    filed = desk.run(*file, "--version", "en", str(paper), "--circulate", by="clerk")
    assert filed.out == "CAC/COSP/2027/L.1: Draft (en)\n"
    listed = desk.run("conference", "document", "list", "cosp-1", "--item", "3", "--json").value
    assert [one["title"] for one in listed] == ["Draft"]
    out = desk.folder / "out.pdf"
    fetched = desk.run(
        "conference", "document", "get", "cosp-1", "CAC/COSP/2027/L.1", "en", "--out", str(out)
    )
    assert (fetched.status, out.read_bytes()) == (0, b"%PDF-1.7 draft")
    wrong = desk.run(*file, "--version", "en", str(desk.folder / "none.pdf"), by="clerk")
    assert wrong.status == 64
    assert desk.run("conference", "document", "symbol", "L.1").status == 65
    assert "all official languages" in desk.run("conference", "document", "symbol", "CAC/COSP/2027/L.1").out


def test_a_record_is_made_replayed_and_questioned(desk: Terminal) -> None:
    door.provide_node(lambda: replace(desk.node, papers=Papers()))
    file = held(desk)
    assert desk.run("conference", "record", "cosp-1-m1", "--make").status == 64
    pdf = desk.folder / "record.pdf"
    printed = desk.run("conference", "record", "cosp-1-m1", "--pdf", str(pdf), "--language", "ar")
    assert (printed.status, pdf.read_bytes()[:5]) == (0, b"%PDF-")
    found = desk.run("conference", "replay", str(file))
    assert found.status == 3
    assert "1 votes" in found.out
    assert "NOT proven" in found.out
    fingerprint = desk.run("conference", "replay", str(file), "--json").value["checked"]["fingerprint"]
    proven = desk.run("conference", "replay", str(file), "--fingerprint", fingerprint, "--quiet")
    assert (proven.status, proven.out.startswith("PROVEN")) == (0, True)
    changed = desk.folder / "changed.json"
    changed.write_bytes(file.read_bytes().replace(b'"choice":"no"', b'"choice":"yes"', 1))
    wrong = desk.run("conference", "replay", str(changed), "--fingerprint", fingerprint)
    assert wrong.status == 1
    assert "is the first that was changed" in wrong.out
    broken = desk.folder / "broken.json"
    broken.write_bytes(file.read_bytes()[:-40])
    assert desk.run("conference", "replay", str(broken)).status == 65
    other = desk.run("conference", "what-if", str(file), "--rules", "ga-committee", "--all")
    assert other.status == 0
    assert "The first step that comes out differently" in other.out
    assert desk.run("conference", "what-if", str(file), "--rules", "nothing").status == 77


def test_a_draft_is_questioned_without_a_record(terminal: Terminal) -> None:
    draft = terminal.folder / "draft.yaml"
    lines = [{"by": by, "kind": kind, "body": body} for by, kind, body in VOTED]
    draft.write_text(json.dumps(lines), encoding="utf-8")
    found = terminal.run("conference", "what-if", str(draft), "--rules", "ga-committee", "--json").value
    assert [one["vote"] for one in found["verdicts"]] == ["v1"]
    draft.write_text(
        "- {by: chair, kind: meeting.opened}\n- {by: chair, kind: meeting.closed}\n", encoding="utf-8"
    )
    assert "Nothing changes" in terminal.run("conference", "what-if", str(draft), "--rules", "ilo").out
    draft.write_text("- {by: chair}\n", encoding="utf-8")
    assert terminal.run("conference", "what-if", str(draft), "--rules", "ilo").status == 65
    assert models.Conference.objects.count() == 0
