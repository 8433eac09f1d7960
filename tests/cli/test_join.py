# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty join` from a file of answers: no node, every flaw told, papers written whole or not at all."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from longbien.cli.main import commands
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError
from longbien.core.treaty.joining.answers import MAX_BYTES
from tests.joining import complete


def ask(*words: str) -> Result:
    """Run a command of the room."""
    return CliRunner().invoke(commands, ["treaty", "join", *words])


def code(found: Result) -> str:
    """Give the code of a refusal."""
    assert isinstance(found.exception, LongBienError), found.output
    return found.exception.code


@pytest.fixture(autouse=True)
def _without_a_node(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands know of no node."""
    monkeypatch.delenv("LONGBIEN_HOME", raising=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file of complete answers."""
    path = tmp_path / "answers.yaml"
    path.write_text(json.dumps(complete()), encoding="utf-8")
    return path


def test_the_checklist_of_any_state_needs_no_answers() -> None:
    found = ask("checklist", "vn", "--on", "2026-11-22")
    assert "signature open until 2026-12-31" in found.output
    assert "notice-37-19" in found.output
    later = ask("checklist", "US", "--on", "2027-01-01", "--json")
    tasks = {task["id"]: task for task in json.loads(later.output)}
    assert (tasks["signature"]["state"], tasks["accession"]["state"]) == ("not-applicable", "open")


def test_complete_answers_are_written_as_papers_and_notices(file: Path, tmp_path: Path) -> None:
    place = tmp_path / "papers"
    done = ask(
        "write",
        "VN",
        "--answers",
        str(file),
        "--languages",
        "vi,en",
        "--to",
        str(place),
        "--on",
        "2026-11-22",
    )
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in place.iterdir()) == [
        "VN-joining-vi-en.docx",
        "VN-joining-vi-en.pdf",
        "VN-notices.json",
    ]
    assert json.loads((place / "VN-notices.json").read_text())["languages"] == ["vi", "en"]


def test_nothing_is_written_while_something_stops_it_and_every_stop_is_told(
    file: Path, tmp_path: Path
) -> None:
    broken: dict[str, Json] = {
        **complete(),
        "reservation.2.to": "70",
        "instrument.conditional": "yes",
    }
    broken.pop("instrument")
    file.write_text(json.dumps(broken), encoding="utf-8")
    place = tmp_path / "papers"
    done = ask("write", "VN", "--answers", str(file), "--to", str(place), "--on", "2026-11-22")
    assert code(done) == "joining.not_ready"
    assert "reservation.2.to" in done.output
    assert "instrument.signatory.name" in done.output
    assert not place.exists()


def test_a_check_ends_with_its_own_status(file: Path) -> None:
    assert ask("check", "VN", "--answers", str(file), "--on", "2026-11-22").exit_code == 0
    assert code(ask("check", "VN", "--on", "2026-11-22")) == "joining.not_ready"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("checklist", "XX"), "treaty.participant_unknown"),
        (("checklist", "ATLANTIS"), "base.id"),
        (("check", "--answers", "FILE"), "joining.party_missing"),
        (("write", "VN", "--answers", "FILE", "--to", "x", "--format", "odt"), "joining.format_unknown"),
        (("write", "VN", "--answers", "FILE", "--to", "x", "--languages", "de"), "joining.language_unknown"),
        (("write", "VN", "--answers", "FILE", "--to", "x", "--languages", "en,en"), "joining.languages"),
        (("check", "VN", "--answers", "nowhere.yaml"), "cli.file_unreadable"),
    ],
)
def test_wrong_words_are_refused_with_a_code(words: tuple[str, ...], expected: str, file: Path) -> None:
    assert (
        code(ask(*(str(file) if word == "FILE" else word for word in words), "--on", "2026-11-22"))
        == expected
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "base.yaml_broken"),
        (b"[1, 2]", "joining.flawed"),
        (b"state: {name: x}", "joining.flawed"),
        (b"a: &x [*x]", "base.yaml_anchor"),
        (b"a: [", "base.yaml_broken"),
        (b"\xff\xfe", "base.not_utf8"),
        (b"[" * 5000, "base.too_deep"),
        (b"x" * (MAX_BYTES + 1), "base.too_large"),
    ],
)
def test_a_file_that_holds_no_answers_is_refused(data: bytes, expected: str, file: Path) -> None:
    file.write_bytes(data)
    assert code(ask("check", "VN", "--answers", str(file))) == expected


def test_every_question_is_listed() -> None:
    assert "notice.37-19.owner.name" in ask("questions").output
