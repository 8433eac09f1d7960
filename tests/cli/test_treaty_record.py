# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty record`: listing without a node; adding, withdrawing and accepting with one."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from longbien.cli.main import commands
from longbien.core.base.errors import LongBienError
from tests.cli.terminal import Terminal
from tests.core.treaty.press import reports


def ask(*words: str) -> str:
    """Run the command without a node; give what it printed, or the code of its refusal."""
    found = CliRunner(env={"LONGBIEN_HOME": None}).invoke(commands, ["treaty", "record", *words])
    if isinstance(found.exception, LongBienError):
        return found.exception.code
    assert found.exit_code == 0, found.output
    return found.output


def value(*words: str) -> Any:
    return json.loads(ask(*words, "--format", "json"))


@pytest.fixture
def desk(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Give a terminal whose commands find the node, with a treaty officer."""
    monkeypatch.setenv("LONGBIEN_HOME", str(terminal.folder))
    terminal.enrol("treaty", "treaty-officer")
    return terminal


def test_the_record_is_listed_by_days_and_kind() -> None:
    found = value("--from", "2022-01-01", "--to", "2024-12-24", "--kind", "session")
    assert len(found["entries"]) == 8
    assert found["entries"][0]["when"] == "2022-02-28/2022-03-11"
    assert "opening-hanoi" in ask("--from", "2025-10-25", "--to", "2025-10-25")
    assert "There is no entry." in ask("--to", "1990-01-01")
    assert [one["id"] for one in value("upcoming", "--on", "2026-11-22")["entries"]] == [
        "protocol-first-session",
        "signature-closes",
        "accession-only",
    ]


def test_an_entry_shows_who_says_what() -> None:
    shown = ask("show", "count-hanoi")
    for text in ("72, says UN Treaty Collection", "71, says Russian Ministry", "65, says press", "confirmed"):
        assert text in shown
    assert value("show", "count-hanoi")["disputed"] is True
    assert ask("show", "nothing") == "treaty.record_unknown"


def test_a_report_is_read_without_a_node_and_nothing_is_stored(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(reports.ENGLISH)
    shown = ask("read", str(file), "--left-out")
    for text in (
        "nothing is stored",
        "already in the record: adoption",
        "“yesterday”",
        "68 articles",
        "other news",
    ):
        assert text in " ".join(shown.split())
    found = value("read", str(file))
    assert {one["label"] for one in found["proposals"]} == {"suggestion"}
    assert [one["known_as"] for one in found["proposals"]][1:] == ["adoption", "opening-hanoi", None]


@pytest.mark.parametrize(
    ("words", "data", "code"),
    [
        ((), b"\x89PNG\0", "treaty.press_binary"),
        ((), b"", "treaty.press_empty"),
        (("--accept", "1;2"), b"text", "treaty.press_numbers"),
        (("--accept", "4"), b"text", "treaty.record_sign_in"),
        (("--language", "xx"), b"text", "treaty.press_language"),
        (("--published", "28.1.2026"), b"text", "cooperation.field_moment"),
    ],
)
def test_bad_input_is_refused_with_a_code(
    tmp_path: Path, words: tuple[str, ...], data: bytes, code: str
) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(data)
    assert ask("read", str(file), *words) == code


def test_a_suggestion_is_accepted_by_number(desk: Terminal) -> None:
    file = desk.folder / "report.txt"
    file.write_text(reports.ENGLISH)
    said = desk.run("treaty", "record", "read", str(file), "--accept", "4", by="treaty")
    assert (said.status, said.out.split(":")[0]) == (0, "In the record as 2026-01-26-meeting")
    shown = desk.run("treaty", "record", "show", "2026-01-26-meeting").out
    assert "report.txt, SHA-256" in shown
    assert "On the sidelines" in shown
    again = desk.run("treaty", "record", "read", str(file), "--accept", "4", by="treaty")
    assert again.status == 64
    assert "treaty.press_known" in again.err


def test_an_entry_is_added_with_its_source_and_withdrawn_with_a_reason(desk: Terminal) -> None:
    words = (
        "--when",
        "2026-12-01/2026-12-03",
        "--kind",
        "meeting",
        "--title",
        "Seminar",
        "--place",
        "Vienna",
    )
    more = ("--number", "states=about:12", "--who", "UNODC", "--planned")
    unsourced = desk.run("treaty", "record", "add", *words, by="treaty")
    assert unsourced.status == 2
    added = desk.run(
        "treaty", "record", "add", *words, *more, "--source", "UNODC, note", "--json", by="treaty"
    )
    assert (added.value["id"], added.value["confidence"], added.value["own"]) == (
        "2026-12-01-meeting",
        "medium",
        True,
    )
    assert added.value["numbers"][0]["said_by"] == "UNODC, note"
    why = ("--reason", "Put off", "--source", "UNODC, second note")
    assert desk.run("treaty", "record", "withdraw", "2026-12-01-meeting", *why, by="treaty").status == 0
    assert "Put off (UNODC, second note)" in desk.run("treaty", "record", "show", "2026-12-01-meeting").out
    refused = desk.run("treaty", "record", "withdraw", "adoption", *why, by="operator")
    assert refused.status == 77
