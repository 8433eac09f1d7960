# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference rules` and `cases` as people type them, with wrong words too; no node is needed."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from longbien.cli.main import commands
from longbien.core.base.errors import LongBienError
from longbien.core.conference.rules.load import profiles, variants

CASES = Path(__file__).parents[2] / "core" / "conference" / "cases" / "cases.yaml"
MADE = """schema: longbien.conference-cases/0.1
cases:
- {id: good, kind: vote, inputs: {for: 2, against: 1, abstain: 0, threshold: simple}, expected: {outcome: adopted}}
- {id: bad, kind: vote, inputs: {for: 1, against: 2, abstain: 0, threshold: simple}, expected: {outcome: adopted}}
- {id: open, kind: vote_partial, inputs: {against: 3}, expected: {outcome: adopted}}
"""


@pytest.fixture(autouse=True)
def no_node(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask without a node."""
    monkeypatch.delenv("LONGBIEN_HOME", raising=False)


def run(*words: str) -> Result:
    """Type a command."""
    return CliRunner().invoke(commands, ["conference", *words])


def refused(*words: str) -> LongBienError:
    """Type a command that is refused."""
    found = run(*words)
    assert isinstance(found.exception, LongBienError), found.output
    return found.exception


@pytest.fixture
def made(tmp_path: Path) -> str:
    """Give a file with a case that agrees, one that differs and one whose inputs do not suffice."""
    path = tmp_path / "made.yaml"
    path.write_text(MADE, encoding="utf-8")
    return str(path)


def test_profiles_and_open_points_are_listed() -> None:
    listed = run("rules", "list").output
    for name in (*(one.id for one in profiles()), *(one.id for one in variants())):
        assert name in listed
    value: Any = json.loads(run("rules", "list", "--json").output)
    assert [one["id"] for one in value["profiles"]] == [one.id for one in profiles()]


def test_a_section_is_shown_with_rules_and_marks() -> None:
    shown = run("rules", "show", "untoc", "--section", "quorum").output
    assert "more than 1/2 of the States Parties" in shown
    assert "[UNTOC 41; read in a public copy]" in shown
    assert refused("rules", "show", "untoc", "--section", "dance").code == "conference.rules_section"


def test_a_comparison_has_a_worked_example() -> None:
    found = run("rules", "compare", "cosp-default", "cosp-default:quorum_base=participating").output
    assert found.startswith("Values that differ: 1.")
    assert "1. Quorum to decide" in found
    assert "21 must be present" in found
    assert "19 must be present" in found
    assert "Nothing differs" in run("rules", "compare", "untoc", "untoc").output


def test_a_set_may_stand_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    path.write_text('{"profile": "untoc", "choices": {"tie_rule": "second_vote_48h"}}')
    found: Any = json.loads(run("rules", "compare", "untoc", str(path), "--json").output)
    assert [one["path"] for one in found["differences"]] == ["voting.tie"]
    path.write_text("{}")
    assert refused("rules", "show", str(path)).code == "conference.rules_file"
    path.write_bytes(b"\xff")
    assert refused("rules", "show", str(path)).code == "conference.rules_file"


@pytest.mark.parametrize(
    ("spec", "code"),
    [
        ("un", "conference.rule_unknown"),
        ("untoc:", "conference.rules_spec"),
        ("untoc:tie_rule", "conference.rules_spec"),
        ("untoc:tie_rule=x", "conference.rule_unknown"),
        ("untoc:tie_rule=rejected,tie_rule=rejected", "conference.rules_spec"),
        ("nowhere.json", "cli.file_unreadable"),
    ],
)
def test_a_set_that_there_is_not_is_refused(spec: str, code: str) -> None:
    assert refused("rules", "show", spec).code == code


def test_every_case_of_the_reference_comes_out() -> None:
    found = run("cases", str(CASES))
    assert found.exit_code == 0
    assert "62 cases: 60 agree, 0 differ, 2 undetermined." in found.output
    assert "undetermined: needs the votes in favour" in found.output
    assert "which members of the organisation are present" in found.output


def test_a_difference_gives_the_exit_status_1(made: str) -> None:
    found = run("cases", made)
    assert found.exit_code == 1
    assert "≠ outcome" in found.output
    assert "computed rejected; expected adopted" in found.output
    assert "thresholds.simple" in found.output
    assert run("cases", made, "--only", "good").exit_code == 0
    assert run("cases", made, "--only", "open").exit_code == 0


def test_cases_answer_in_json(made: str) -> None:
    value: Any = json.loads(run("cases", made, "--json").output)
    assert value["counts"] == {"agrees": 1, "differs": 1, "undetermined": 1}
    bad = value["cases"][1]
    assert (bad["computed"]["outcome"], bad["rules"][0]["path"], bad["rules"][0]["confidence"]) == (
        "rejected",
        "thresholds.simple",
        "seen",
    )
    assert value["cases"][2]["needs"] == ["for", "threshold"]


def test_cases_speak_french(made: str) -> None:
    assert run("cases", made, "--language", "fr").exit_code == 1


def test_wrong_words_are_refused(made: str, tmp_path: Path) -> None:
    assert refused("cases", str(tmp_path / "none.yaml")).code == "cli.file_unreadable"
    assert refused("cases", made, "--only", "nothing").code == "conference_cases.id_unknown"
    assert refused("cases", made, "--rules", "nowhere").code == "conference.rule_unknown"
    broken = tmp_path / "broken.yaml"
    broken.write_text(MADE.replace("for: 2", "for: two"))
    error = refused("cases", str(broken))
    assert (error.code, error.exit_status) == ("conference_cases.field_type", 65)
    assert (error.params["line"], error.params["column"]) == (3, 35)
