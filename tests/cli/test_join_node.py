# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty join` at the node: answers kept, tasks recorded and confirmed, the entry amended from the notices."""

import json

from tests.cli.terminal import Terminal
from tests.joining import complete

ON = ("--on", "2026-11-22")


def test_answers_go_from_a_file_to_the_node_and_back(terminal: Terminal) -> None:
    terminal.enrol("minister", "treaty-officer")
    path = terminal.folder / "vn.yaml"
    path.write_text(json.dumps(complete()), encoding="utf-8")
    kept = terminal.run("treaty", "join", "set", "--from", str(path), by="minister")
    assert (kept.status, "Version 1" in kept.out) == (0, True)
    assert terminal.run("treaty", "join", "set", "deposit.note", "14/2026", by="minister").status == 0
    shown = terminal.run("treaty", "join", "show", by="auditor").out
    path.write_text(shown, encoding="utf-8")
    assert "'deposit.note': '14/2026'" in shown
    assert "Version 2" in terminal.run("treaty", "join", "set", "--from", str(path), by="minister").out


def test_a_flawed_file_is_told_whole_and_not_kept(terminal: Terminal) -> None:
    terminal.enrol("minister", "treaty-officer")
    path = terminal.folder / "vn.yaml"
    path.write_text("instrument: {day: soon, kind: oath}", encoding="utf-8")
    said = terminal.run("treaty", "join", "set", "--from", str(path), by="minister")
    assert said.status == 65
    assert "instrument.day" in said.err
    assert "instrument.kind" in said.err
    assert terminal.run("treaty", "join", "show", by="auditor").out == "{}\n"


def test_tasks_are_listed_recorded_and_confirmed(terminal: Terminal) -> None:
    terminal.enrol("minister", "treaty-officer")
    left = terminal.run("treaty", "join", "tasks", *ON, "--json", by="minister").value
    assert "notice-40-13" in {task["id"] for task in left}
    done = terminal.run(
        "treaty", "join", "record", "notice-40-13", "--state", "done", "--owner", "A. Person", by="minister"
    )
    assert (done.status, "A. Person" in done.out) == (0, True)
    assert terminal.run("treaty", "join", "confirm", "notice-40-13", by="minister").status == 0
    refused = terminal.run(
        "treaty", "join", "record", "notice-53-7", "--state", "not-applicable", by="minister"
    )
    assert (refused.status, "joining.reason_missing" in refused.err) == (77, True)


def test_the_nodes_own_case_is_an_exercise_and_writes_papers(terminal: Terminal) -> None:
    terminal.enrol("minister", "treaty-officer")
    shown = terminal.run("treaty", "join", "checklist", *ON, by="minister")
    assert shown.out.startswith("EXERCISE")
    place = terminal.folder / "papers"
    terminal.run("treaty", "join", "write", "--to", str(place), "--draft", *ON, by="minister")
    assert sorted(path.name for path in place.iterdir()) == [
        "VN-joining-en.docx",
        "VN-joining-en.pdf",
        "VN-notices.json",
    ]


def test_set_needs_a_field_or_a_file(terminal: Terminal) -> None:
    terminal.enrol("minister", "treaty-officer")
    for words in ((), ("deposit.note",), ("deposit.note", "1", "--from", "x")):
        assert "joining.set_what" in terminal.run("treaty", "join", "set", *words, by="minister").err
    assert "joining.party_missing" in terminal.run("treaty", "join", "checklist").err


def test_our_entry_is_amended_from_the_notices(terminal: Terminal) -> None:
    for name in ("registrar-1", "registrar-2"):
        terminal.enrol(name, "directory-officer")
    answers = terminal.folder / "vn.json"
    answers.write_text(json.dumps(complete()), encoding="utf-8")
    told = terminal.run("treaty", "join", "notices", "VN", "--answers", str(answers), "--exercise", *ON).out
    file = terminal.folder / "notices.json"
    file.write_text(told, encoding="utf-8")
    secret = str(terminal.folder / "password")
    done = terminal.run(
        "parties",
        "amend",
        "--from",
        str(file),
        "--with",
        "registrar-2",
        "--with-password-file",
        secret,
        by="registrar-1",
    )
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Entry 2 of this node")
