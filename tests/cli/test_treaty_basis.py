# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty basis`: rows by two officers, the list, the history, agreements; wrong words end with a code."""

import pytest

from tests.cli.terminal import Terminal

pytestmark = pytest.mark.django_db
ADD = (
    "treaty",
    "basis",
    "add",
    "VN",
    "AT",
    "budapest",
    "--from",
    "2026-01-01",
    "--source",
    "Made for a test",
)


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    terminal.enrol("nga", "treaty-officer")
    terminal.enrol("minh", "treaty-officer", "approver")
    return terminal


def test_a_row_is_entered_confirmed_listed_and_ended(desk: Terminal) -> None:
    row = desk.run(*ADD, "--json", by="nga").value["row"]
    assert "people.own_proposal" in desk.run("treaty", "basis", "confirm", str(row), by="nga").err
    assert desk.run("treaty", "basis", "confirm", str(row), by="minh").status == 0
    shown = desk.run("treaty", "basis", "VN", "AT", "--basis", "budapest", "--exercise").out
    assert "Made for a test (medium)" in shown
    listed = desk.run("treaty", "basis", "list", "AT", "VN", "--exercise").out
    assert "in force" in listed
    ended = desk.run(
        "treaty", "basis", "end", str(row), "--on", "2026-02-01", "--source", "Note 12", by="minh"
    )
    assert f"confirm {row + 1}" in ended.out
    rejected = desk.run("treaty", "basis", "reject", str(row + 1), "--why", "Not yet.", by="nga")
    assert rejected.status == 0
    history = desk.run("treaty", "basis", "history", "VN", "AT", by="nga").out
    for words in ("rejected", "counts", "vn-minh", "Note 12"):
        assert words in history


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("confirm", "7"), "treaty.basis_row"),
        (("reject", "7", "--why", " "), "treaty.reason_missing"),
        (("accept", "abc"), "treaty.agreement_unknown"),
        (("release", "abc", "--why", "x"), "treaty.agreement_unknown"),
        (("offer", "KR", "--request", "zz"), "treaty.agreement_request"),
        (("history", "VN", "nowhere"), "base.id"),
        (("add", "VN", "AT", "bilateral", "--from", "2026-01-01", "--source", "x"), "treaty.basis_name"),
        (("add", "VN", "AT", "budapest", "--from", "soon", "--source", "x"), "cooperation.field_moment"),
    ],
)
def test_wrong_words_end_with_a_code(desk: Terminal, words: tuple[str, ...], code: str) -> None:
    said = desk.run("treaty", "basis", *words, by="minh")
    assert said.status != 0
    assert code in said.err
