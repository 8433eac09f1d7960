# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a command answers: words for a person, JSON for a program."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from longbien.actions.access import Role
from longbien.cli.answers import EXERCISE, answer, say
from longbien.cli.progress import amount, line, progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    at: datetime
    roles: frozenset[Role]
    inner: tuple["Thing", ...] = ()
    data: bytes = b"ab"


THING = Thing(
    at=datetime(2026, 11, 22, 3, 0, tzinfo=UTC), roles=frozenset({Role.CUSTODIAN, Role.APPROVER}), inner=()
)


def test_a_program_gets_json_and_no_mark(capsys: pytest.CaptureFixture[str]) -> None:
    answer((THING,), "words", as_json=True, exercise=True)
    assert json.loads(capsys.readouterr().out)[0]["inner"] == []


def test_an_exercise_is_marked_loudly(capsys: pytest.CaptureFixture[str]) -> None:
    answer(THING, lambda: "words", exercise=True)
    assert capsys.readouterr().out == f"{EXERCISE}\nwords\n"


def test_what_is_said_beside_the_answer_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    say("careful")
    assert capsys.readouterr() == ("", "careful\n")


def test_amounts_are_written_as_people_read_them() -> None:
    assert [amount(count) for count in (0, 1023, 1024, 3_565_158, 2**40, 2**51)] == [
        "0 B",
        "1023 B",
        "1.0 KiB",
        "3.4 MiB",
        "1.0 TiB",
        "2048.0 TiB",
    ]


def test_the_line_of_a_bar_says_share_amount_speed_and_time_left() -> None:
    found = line("Sealing", 512 * 1024**2, 1024**3, 2.0)
    assert found == "Sealing: [############............]  50% 512.0 MiB 256.0 MiB/s 0:02 left"
    assert line("Sealing", 1024, None, 2.0) == "Sealing: 1.0 KiB 512 B/s"


def test_nothing_is_drawn_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Sealing", 100) as tell:
        tell(100)
    assert capsys.readouterr() == ("", "")
