# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty basis`: the same check refuses today and passes in an exercise."""

import json

import pytest
from click.testing import CliRunner

from longbien.cli.main import commands
from longbien.core.base.errors import LongBienError


@pytest.fixture(autouse=True)
def _no_node(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LONGBIEN_HOME", raising=False)


def ask(*words: str) -> str:
    """Run the command; give what it printed, or the code of its refusal."""
    found = CliRunner().invoke(commands, ["treaty", "basis", *words])
    if isinstance(found.exception, LongBienError):
        return found.exception.code
    assert found.exit_code == 0, found.output
    return found.output


def test_today_the_convention_is_no_basis_and_in_an_exercise_it_is_marked() -> None:
    assert ask("VN", "AT", "--on", "2026-11-22") == "treaty.not_in_force"
    shown = ask("VN", "AT", "--on", "2026-11-22", "--exercise")
    assert "EXERCISE: assumed in force" in shown
    answered = json.loads(ask("VN", "AT", "--on", "2026-11-22", "--exercise", "--json"))
    assert (answered["basis"], answered["exercise"]) == ("hanoi", True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("VN", "X"), "base.id"),
        (("VN", "VN"), "treaty.one_state"),
        (("VN", "AT", "--basis", "king"), "treaty.basis_code"),
        (("VN", "AT", "--basis", "untoc"), "treaty.basis_unknown"),
        (("VN", "AT", "--on", "31.12.2026"), "cooperation.field_date"),
    ],
)
def test_wrong_words_are_refused_with_a_code(words: tuple[str, ...], code: str) -> None:
    assert ask(*words) == code
