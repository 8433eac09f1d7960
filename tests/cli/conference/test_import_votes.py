# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference import-votes` as a newcomer types it: right and wrong arguments, encodings, findings in a file."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from longbien.cli.main import commands
from longbien.core.base.errors import LongBienError

TABLE = """Meeting,Date,Item,State,Vote,Outcome
GA,2019-12-27,L.1,VN,yes,adopted
GA,2019-12-27,L.1,France,no,adopted
GA,2019-12-27,L.1,DEU,yes,adopted
GA,2019-12-27,L.1,Côte d'Ivoire,yes,adopted
GA,2019-12-27,L.2,VN,yes,rejected
GA,2019-12-27,L.2,Atlantis,no,rejected
GA,2019-12-27,L.2,YU,yes,rejected
"""


def run(*words: str) -> Result:
    """Type a command."""
    return CliRunner().invoke(commands, ["conference", "import-votes", *words])


def code_of(result: Result) -> str:
    """Give the code of the error that a command ended in."""
    return result.exception.code if isinstance(result.exception, LongBienError) else ""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Give a table of votes."""
    path = tmp_path / "votes.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def value(*words: str) -> Any:
    """Give the answer in JSON."""
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_the_sums_differences_and_findings_are_told(table: Path) -> None:
    said = run(str(table)).stdout
    assert "Line 7, item L.2: Atlantis" in said
    assert "Yugoslavia is not among" in said
    assert "3-1-0" in said
    assert "Lines: 7; put to the vote: 2." in said
    assert "≠ adopted" in said


def test_the_json_holds_every_item_with_its_verdict(table: Path) -> None:
    found = value(str(table), "--rule", "two_thirds")
    first, second = found["items"]
    assert (first["verdict"]["outcome"], first["verdict"]["votes_needed"]) == ("adopted", 3)
    assert second["differences"] == ["conference_votes.differs_outcome"]
    assert found["summary"]["findings"] == {"conference_votes.line_state": 1}


def test_only_differences_are_shown_if_asked_for(table: Path) -> None:
    assert [one["item"] for one in value(str(table), "--differences")["items"]] == ["L.2"]


def test_the_answer_is_given_in_the_language_asked_for(table: Path) -> None:
    assert "adopté" in run(str(table), "--language", "fr").stdout.lower()
    assert run(str(table), "--language", "ar").exit_code == 0


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_found(table: Path, encoding: str) -> None:
    table.write_bytes(TABLE.encode(encoding))
    found = value(str(table))
    assert found["items"][0]["verdict"]["for"] == 3
    assert found["summary"]["encoding_assumed"] == (encoding == "cp1252")


def test_every_finding_is_written_to_the_file(table: Path, tmp_path: Path) -> None:
    path = tmp_path / "findings.csv"
    assert run(str(table), "--findings", str(path), "--limit", "1").exit_code == 0
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    assert [row[:4] for row in rows] == [
        ["line", "code", "item", "text"],
        ["7", "conference_votes.line_state", "L.2", "Atlantis"],
    ]
    assert code_of(run(str(table), "--findings", str(path))) == "cli.file_exists"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--rule", "most"), "conference.rule_unknown"),
        (("--rule", "consensus"), "conference_votes.not_counted"),
        (("--profile", "moon"), "conference.rule_unknown"),
        (("--column", "item"), "cli.field_form"),
        (("--column", "moon=x"), "conference_votes.file_column"),
        (("--column", "item=Nowhere"), "conference_votes.file_headings"),
        (("--spelling", "1=perhaps"), "conference_votes.file_spelling"),
        (("--delimiter", "ab"), "conference_votes.file_delimiter"),
        (("--encoding", "klingon"), "conference_votes.file_encoding_unknown"),
        (("--encoding", "ascii"), "conference_votes.file_encoding"),
        (("--encoding", "utf-16"), "conference_votes.file_encoding"),
    ],
)
def test_wrong_arguments_end_in_a_coded_refusal(table: Path, words: tuple[str, ...], code: str) -> None:
    assert code_of(run(str(table), *words)) == code


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert code_of(run(str(tmp_path / "nothing.csv"))) == "cli.file_unreadable"
