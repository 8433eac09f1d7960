# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law keep`, `list`, `show`, `search`, `compare` at the terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from longbien.cli.main import commands
from longbien.core.base.errors import LongBienError
from longbien.core.law.provisions.lines import write_lines
from tests.cli.terminal import Terminal
from tests.law_texts import FIRST, SECOND


@pytest.fixture
def desk(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Give a terminal whose commands find the node, with a law officer and two files."""
    monkeypatch.setenv("LONGBIEN_HOME", str(terminal.folder))
    terminal.enrol("clerk", "law-officer")
    for name, provisions in (("1", FIRST), ("2", SECOND)):
        (terminal.folder / f"{name}.jsonl").write_bytes(write_lines(provisions))
    return terminal


def keep(desk: Terminal, number: str, *more: str) -> str:
    file = str(desk.folder / f"{number}.jsonl")
    said = desk.run("law", "keep", file, "--law", "HC", "--source", "Gazette", *more, by="clerk")
    return said.out if said.status == 0 else said.err


NEW = ("--title", "Harbour Act", "--language", "en", "--kind", "act")


def test_versions_are_kept_shown_found_and_compared(desk: Terminal) -> None:
    assert "Kept VN/HC/2020-01-01: 5 provisions" in keep(desk, "1", *NEW, "--in-force", "2020-01-01")
    assert "Kept VN/HC/2026-01-01" in keep(desk, "2", "--in-force", "2026-01-01")
    listed = desk.run("law", "list", "--format", "json", by="clerk").value
    assert [(one["ref"], one["holding"]) for one in listed] == [("VN/HC", ["2026-01-01"])]
    assert "replaced" in desk.run("law", "show", "HC", by="clerk").out
    shown = desk.run("law", "show", "HC", "--on", "2025-12-31", "3", by="clerk").out
    assert "Spoiling tide tables" in shown
    assert "[tide table]" in desk.run("law", "search", "tide", "tables", by="clerk").out
    compared = desk.run("law", "compare", "HC", "--from", "2020-01-01", "--to", "2026-01-01", by="clerk").out
    assert "[-ten-] {+thirty+}" in compared


def test_wrong_words_are_answered_with_a_sentence(desk: Terminal) -> None:
    assert "say its title" in keep(desk, "1", "--language", "en")
    assert "A bill is not in force" in keep(
        desk, "1", "--title", "B", "--language", "en", "--kind", "bill", "--in-force", "2026-01-01"
    )
    assert "No law XX" in desk.run("law", "show", "XX", by="clerk").err
    assert "two versions" in desk.run("law", "compare", "HC", "--from", "1", by="clerk").err
    assert "no word" in desk.run("law", "search", "–", by="clerk").err
    assert (
        desk.run(
            "law", "keep", str(desk.folder / "1.jsonl"), "--law", "HC", "--source", "G", by="auditor"
        ).status
        != 0
    )


def test_two_files_are_compared_without_a_node(tmp_path: Path) -> None:
    for name, provisions in (("1", FIRST), ("2", SECOND)):
        (tmp_path / name).write_bytes(write_lines(provisions))
    words = ["law", "compare", "--file", str(tmp_path / "1"), "--file", str(tmp_path / "2")]
    found = CliRunner(env={"LONGBIEN_HOME": None}).invoke(commands, words)
    assert found.output.startswith("1 changed, 2 renumbered, 1 added, 1 repealed; 1 the same")
    wrong = CliRunner(env={"LONGBIEN_HOME": None}).invoke(commands, words[:4])
    assert isinstance(wrong.exception, LongBienError)


def test_a_text_is_kept_by_a_recipe(desk: Terminal) -> None:
    (desk.folder / "rules.txt").write_text("Rule no. 1 Purpose\nIt has one.\nRule no. 2 Fees\nNobody pays.\n")
    recipe = desk.folder / "recipe.yaml"
    recipe.write_text("schema: longbien/law-recipe/1\narticle: '^Rule no\\. (?P<n>[0-9]+)(?P<h>.*)$'\n")
    words = ("law", "keep", str(desk.folder / "rules.txt"), "--law", "RB", "--source", "Gazette", *NEW)
    said = desk.run(*words, "--in-force", "2024-01-01", "--recipe", str(recipe), by="clerk")
    assert "Kept VN/RB/2024-01-01: 2 provisions" in said.out
    assert "read with a recipe" in said.err
    assert desk.run(*words, "--recipe", str(desk.folder / "absent.yaml"), by="clerk").status == 64
    recipe.write_text("schema: longbien/law-recipe/1\narticle: '('\n")
    assert desk.run(*words, "--recipe", str(recipe), by="clerk").status == 65
