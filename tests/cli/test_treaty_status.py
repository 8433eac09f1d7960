# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty status`: counts, one participant, suppositions; without a node."""

import json
from typing import Any

import pytest
from click.testing import CliRunner

from longbien.cli.main import commands
from longbien.core.base.errors import LongBienError

FORTY = [
    "AU",
    "BY",
    "BR",
    "BN",
    "BF",
    "KH",
    "CL",
    "CN",
    "CR",
    "CU",
    "CI",
    "DJ",
    "DO",
    "EC",
    "EG",
    "GH",
    "GW",
    "IR",
    "JM",
    "KZ",
    "LA",
    "LY",
    "MY",
    "MV",
    "MA",
    "MZ",
    "NA",
    "NR",
    "NI",
    "NG",
    "PW",
    "PG",
    "PE",
    "PH",
    "RU",
    "TH",
    "TG",
    "TR",
]


@pytest.fixture(autouse=True)
def _no_node(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LONGBIEN_HOME", raising=False)


def ask(*words: str) -> str:
    """Run the command; give what it printed, or the code of its refusal."""
    found = CliRunner().invoke(commands, ["treaty", "status", *words])
    if isinstance(found.exception, LongBienError):
        return found.exception.code
    assert found.exit_code == 0, found.output
    return found.output


def value(*words: str) -> Any:
    return json.loads(ask(*words, "--format", "json"))


def test_the_four_counts_are_apart() -> None:
    found = value("--on", "2026-11-22")
    assert found["counts"] == {"signed": 74, "approved": 1, "deposited": 2, "in_force": 0}
    assert found["confirmed"]["deposited"] == 0
    assert found["entry_into_force"] == {
        "needed": 40,
        "counted": 2,
        "missing": 38,
        "fortieth": None,
        "day": None,
    }
    assert len(found["participants"]) == 198


def test_a_supposition_is_counted_and_said() -> None:
    found = value("--on", "2027-03-01", "--what-if", "PT deposits 2026-12-20")
    assert (found["counts"]["deposited"], found["what_if"]) == (3, ["PT deposits 2026-12-20"])
    assert "Supposed" in ask("--on", "2027-03-01", "--what-if", "PT deposits 2026-12-20")
    assert value("--on", "2026-12-19", "--what-if", "PT deposits 2026-12-20")["counts"]["deposited"] == 2


def test_thirty_eight_more_and_it_is_in_force_on_the_ninetieth_day() -> None:
    words = [word for code in FORTY for word in ("--what-if", f"{code} deposits 2026-12-20")]
    found = value("--on", "2027-03-20", *words)
    assert found["counts"]["in_force"] == 40
    assert (found["entry_into_force"]["fortieth"], found["entry_into_force"]["day"]) == (
        "2026-12-20",
        "2027-03-20",
    )
    assert value("--on", "2027-03-19", *words)["counts"]["in_force"] == 0


def test_one_participant_is_shown_with_its_events_and_sources() -> None:
    shown = ask("qa", "--on", "2026-11-22")
    for words in (
        "Qatar (QA)",
        "2026-02-13? ratification",
        "RAPSI, 13 Feb 2026 (medium)",
        "Articles     63.2",
    ):
        assert words in shown
    assert [row["code"] for row in value("QA")["participants"]] == ["QA"]
    assert "Approved at home  2026-02-23?" in ask("AZ")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("ZZ",), "treaty.participant_unknown"),
        (("Qatar",), "base.id"),
        (("--on", "2026-02-30"), "cooperation.field_date"),
        (("--what-if", "PT deposits tomorrow"), "treaty.what_if"),
        (("--what-if", "PT jumps 2026-12-20"), "treaty.what_if"),
        (("--what-if", "ZZ deposits 2026-12-20"), "treaty.participant_row"),
        (("--what-if", "QA deposits 2026-12-20"), "treaty.second_instrument"),
        (("--what-if", "US deposits 2026-12-20"), "treaty.not_signed"),
        (("--what-if", "US signs 2027-01-01"), "treaty.signature_period"),
        (("--what-if", "PT deposits 2024-12-20"), "treaty.before_adoption"),
        (("--what-if", "PT denounces 2027-12-20"), "treaty.denounces_nothing"),
    ],
)
def test_wrong_words_are_refused_with_a_code(words: tuple[str, ...], code: str) -> None:
    assert ask(*words) == code
