# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables that fit a terminal in every script."""

from hypothesis import given
from hypothesis import strategies as st

from longbien.cli.tables import WIDTH, columns_of, facts, plain, table, wrapped


def test_a_table_has_its_heads_above_its_rows() -> None:
    assert table(["State", "Request"], [["AT", "preservation"], ["X-UNODC", "stored-data"]]).splitlines() == [
        "State    Request",
        "───────  ────────────",
        "AT       preservation",
        "X-UNODC  stored-data",
    ]


def test_a_cell_that_is_too_long_goes_on_in_the_next_line() -> None:
    found = table(["No", "Text"], [["1", "one two three four"]], width=14).splitlines()
    assert found == ["No  Text", "──  ──────────", "1   one two", "    three four"]


def test_wide_and_combining_characters_are_counted_as_a_terminal_shows_them() -> None:
    assert columns_of("越南") == 4
    assert columns_of("Viê\u0323t") == 4
    assert columns_of("\u2067abc\u2069") == 3


def test_what_could_rewrite_the_screen_is_shown_as_a_box() -> None:
    assert plain("a\x1b[2Jb\u202ec\nd") == "a\ufffd[2Jb\ufffdc d"
    assert plain("a\nb\x07", lines=True) == "a\nb\ufffd"


def test_facts_stand_beside_their_names_and_empty_ones_are_left_out() -> None:
    found = facts([("Partner", "AT"), ("Reference", ""), ("Text", "one\ntwo")])
    assert found.splitlines() == ["Partner  AT", "Text     one", "         two"]


def test_nothing_to_say_is_nothing() -> None:
    assert facts([("Partner", "")]) == ""


@given(
    st.lists(
        st.tuples(*(st.text(max_size=60),) * 4),
        min_size=1,
        max_size=3,
    )
)
def test_no_line_of_a_table_is_wider_than_the_terminal(rows: list[tuple[str, ...]]) -> None:
    assert all(columns_of(line) <= WIDTH for line in table(["a", "b", "c", "d"], rows).splitlines())


@given(st.text(max_size=300), st.integers(min_value=2, max_value=40))
def test_nothing_but_space_is_lost_when_a_text_is_broken(text: str, width: int) -> None:
    shown = plain(text)
    lines = wrapped(shown, width)
    assert "".join("".join(lines).split()) == "".join(shown.split())
    assert all(columns_of(line) <= width for line in lines)
