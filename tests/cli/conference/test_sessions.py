# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference session`, `meeting`, `say` and `count`, as a secretariat would type them."""

from pathlib import Path

import pytest

from tests.cli.terminal import Said, Terminal

DAY = "2026-12-01"


@pytest.fixture
def desk(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Give a terminal with two officers of the secretariat."""
    monkeypatch.setenv("LONGBIEN_HOME", str(terminal.folder))
    for name in ("conf", "conf2"):
        terminal.enrol(name, "conference-officer")
    return terminal


def conference(desk: Terminal, *words: str, by: str = "conf") -> Said:
    """Type a command of the desk."""
    return desk.run("conference", *words, by=by)


def drill(desk: Terminal) -> None:
    """Open an exercise with a meeting and an item."""
    conference(
        desk,
        "session",
        "new",
        "drill-1",
        "--title",
        "Drill",
        "--from",
        DAY,
        "--to",
        DAY,
        "--exercise",
        "VN,FR,BR",
    )
    conference(desk, "meeting", "new", "drill-1", "--day", DAY, "--begins", "10:00")
    for words in (("presence.counted", "number=3"), ("meeting.opened",), ("item.opened", "id=3")):
        assert conference(desk, "say", "drill-1-m1", *words).status == 0


def test_a_real_session_says_that_nobody_may_vote(desk: Terminal) -> None:
    words = ("session", "new", "cosp-1", "--title", "First session", "--from", DAY, "--to", DAY)
    said = conference(desk, *words, "--place", "Hanoi", "--choose", "quorum_base=participating")
    assert (said.status, "nobody: the Convention is in force for no State today" in said.out) == (0, True)
    assert "cosp-default with quorum_base=participating" in said.out
    found = conference(desk, "session", "show", "cosp-1", "--json").value
    assert (found["taking_part"]["state_party"], found["meetings"]) == (0, [])


def test_a_meeting_is_run_at_the_terminal(desk: Terminal) -> None:
    drill(desk)
    assert "EXERCISE" in conference(desk, "session", "list").out
    assert conference(desk, "meeting", "list", "drill-1", "--json").value[0]["phase"] == "open"
    said = conference(
        desk, "say", "drill-1-m1", "floor.requested", "participant=VN", "--key", "abcdefgh", "--json"
    )
    assert (said.value["seq"], said.value["again"]) == (4, False)
    again = conference(
        desk, "say", "drill-1-m1", "floor.requested", "participant=VN", "--key", "abcdefgh", "--json"
    )
    assert (again.value["seq"], again.value["again"]) == (4, True)
    shown = conference(desk, "meeting", "show", "drill-1-m1", "--board", "chair", "--as", "conf")
    assert "I give the floor to the delegation of: Viet Nam." in shown.out
    assert "Viet Nam" in conference(desk, "meeting", "show", "drill-1-m1").out


def test_totals_take_two_at_the_terminal(desk: Terminal) -> None:
    drill(desk)
    texts = ("id=L.1", "sponsors=VN", "question=procedure", "circulated=yes")
    assert conference(desk, "say", "drill-1-m1", "proposal.tabled", *texts).status == 0
    vote = ("id=v1", "on=proposal:L.1", "method=show_of_hands")
    assert conference(desk, "say", "drill-1-m1", "vote.announced", *vote).status == 0
    assert conference(desk, "say", "drill-1-m1", "vote.opened", "id=v1").status == 0
    totals = ("ballot.counted", "vote=v1", "for=2", "against=1", "abstain=0")
    assert "--again" in conference(desk, "count", "drill-1-m1", *totals).out
    refused = conference(desk, "count", "drill-1-m1", *totals, "--again")
    assert (refused.status, "conference.count_yourself" in refused.err) == (77, True)
    assert conference(desk, "count", "drill-1-m1", *totals, "--again", by="conf2").status == 0
    shown = conference(desk, "say", "drill-1-m1", "vote.closed", "id=v1")
    assert shown.status == 0
    assert "2 for, 1 against" in conference(desk, "meeting", "show", "drill-1-m1").out


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("session", "show", "nothing"), 77, "conference.session_unknown"),
        (("session", "new", "X", "--title", "x", "--from", DAY, "--to", DAY), 64, "conference.session_id"),
        (
            ("session", "new", "x-1", "--title", "x", "--from", DAY, "--to", DAY, "--choose", "nothing"),
            64,
            "cli.field_form",
        ),
        (("meeting", "new", "drill-1", "--day", "2026-12-02"), 64, "conference.meeting_day"),
        (("meeting", "show", "nothing"), 77, "conference.meeting_unknown"),
        (("meeting", "show", "drill-1-m1", "--board", "grid"), 0, ""),
        (("meeting", "rules", "drill-1-m1", "--decision", "L.1"), 64, "conference.rules_same"),
        (("say", "drill-1-m1", "nothing"), 77, "conference.kind_unknown"),
        (("say", "drill-1-m1", "floor.requested", "participant"), 64, "cli.field_form"),
        (("say", "drill-1-m1", "presence.counted", "number=many"), 65, "conference.member_wrong"),
        (("say", "drill-1-m1", "item.opened", "id=4"), 77, "conference_hall.item_open"),
        (
            ("say", "drill-1-m1", "floor.requested", "participant=VN", "--after", "1"),
            77,
            "conference.moved_on",
        ),
    ],
)
def test_wrong_words_are_refused_with_a_code(
    desk: Terminal, words: tuple[str, ...], status: int, code: str
) -> None:
    drill(desk)
    said = conference(desk, *words)
    assert (said.status, code in said.err) == (status, True)
    assert "Traceback" not in said.err


def test_a_refusal_names_its_rule(desk: Terminal) -> None:
    drill(desk)
    assert "agenda.adoption" in conference(desk, "say", "drill-1-m1", "item.opened", "id=4").err


def test_a_roster_is_read_from_a_file(desk: Terminal, tmp_path: Path) -> None:
    roster = tmp_path / "roster.yaml"
    roster.write_text("- {id: VN, role: state_party}\n- {id: X-1, role: ngo, name: A body}\n")
    words = ("session", "new", "x-1", "--title", "x", "--from", DAY, "--to", DAY, "--exercise", str(roster))
    assert conference(desk, *words, "--json").value["taking_part"]["ngo"] == 1
    roster.write_text("- {id: VN, role: king}\n")
    said = conference(desk, *words)
    assert (said.status, "base.field_value" in said.err) == (65, True)
