# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law concordance` at the terminal."""

import pytest

from longbien.core.law.provisions.lines import write_lines
from tests.actions.law.concordance.stage import PROVISIONS
from tests.cli.terminal import Terminal


@pytest.fixture
def desk(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("LONGBIEN_HOME", str(terminal.folder))
    for name in ("anna", "binh", "carla"):
        terminal.enrol(name, "law-officer")
    (terminal.folder / "act.jsonl").write_bytes(write_lines(PROVISIONS))
    return terminal


def test_a_concordance_from_its_beginning_to_a_dissent(desk: Terminal) -> None:
    room = ("law", "concordance")
    file = (
        "--text",
        str(desk.folder / "act.jsonl"),
        "--law",
        "ACT",
        "--title",
        "Computers Act",
        "--version",
        "2018",
    )
    begun = desk.run(
        *room, "begin", "Aurelia", "--language", "en", *file, "--propose", "--format", "json", by="anna"
    ).value
    ref = begun["concordance"]
    assert (begun["provisions"], begun["suggestions"] > 0) == (3, True)
    seats = ("--first", "vn-anna", "--second", "vn-binh", "--reviewer", "vn-carla", "--ministry", "Justice")
    assert "Rows that changed: 2." in desk.run(*room, "assign", ref, "7", *seats, by="anna").out
    assert (
        "7.1        waiting    Justice  waits for your assess"
        in desk.run(*room, "show", ref, "--mine", by="binh").out
    )
    assert desk.run(*room, "assess", ref, "7.1", "--law", "full", by="anna").status == 0
    assert "full" not in desk.run(*room, "show", ref, "--row", "7.1", by="binh").out
    assert (
        desk.run(
            *room, "assess", ref, "7.1", "--law", "part", "--gap", "Nothing on intent.", by="binh"
        ).status
        == 0
    )
    refused = desk.run(*room, "review", ref, "7.1", "--law", "part", by="anna")
    assert (refused.status, "a third person" in refused.err) == (77, True)
    assert "Dissents: 1." in desk.run(*room, "review", ref, "7.1", "--law", "part", by="carla").out
    book = desk.folder / "work.xlsx"
    assert "Written: work.xlsx" in desk.run(*room, "export", ref, str(book), by="anna").err
    assert "Nothing would change." in desk.run(*room, "import", ref, str(book), by="anna").out
    assert ref in desk.run(*room, "list", by="anna").out


def test_wrong_words_are_answered_with_a_sentence(desk: Terminal) -> None:
    room = ("law", "concordance")
    assert "no concordance ffff" in desk.run(*room, "show", "ffff", by="anna").err
    assert "no language tag" in desk.run(*room, "begin", "A", "--language", "English", by="anna").err
    said = desk.run(
        *room, "begin", "A", "--language", "en", "--text", str(desk.folder / "act.jsonl"), by="anna"
    )
    assert (said.status, "title" in said.err) == (64, True)
    assert desk.run(*room, "import", "ffff", str(desk.folder / "act.jsonl"), by="anna").status == 65
