# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty status`: counts, one participant, suppositions, without a node; pages and events with one."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from longbien.cli.main import commands
from longbien.core.base.errors import LongBienError
from tests.cli.terminal import Terminal
from tests.core.treaty.made_pages import csv_page, xml_page

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
        (("--on", "2020-01-01"), "treaty.day_asked"),
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


def test_a_page_is_shown_before_anything_is_stored(tmp_path: Path) -> None:
    page = tmp_path / "page.xml"
    page.write_bytes(xml_page())
    shown = ask("import", str(page), "--source", "made for a test")
    for words in ("Right up to", "2026-06-22", "signature 2025-10-25", "in brackets", "Nothing was stored"):
        assert words in shown
    found = json.loads(ask("import", str(page), "--source", "made for a test", "--json"))
    assert (found["day"], len(found["reading"]["events"])) == ("2026-06-22", 14)
    page.write_bytes(csv_page())
    assert ask("import", str(page), "--source", "made for a test") == "treaty.page_day"
    assert ask("import", str(tmp_path / "none.xml"), "--source", "x") == "cli.file_unreadable"


def test_two_officers_bring_a_page_in_and_the_node_answers_from_it(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LONGBIEN_HOME", str(terminal.folder))
    for name in ("nga", "minh"):
        terminal.enrol(name, "treaty-officer")
    page = terminal.folder / "page.xml"
    page.write_bytes(xml_page())
    words = ("treaty", "status", "import", str(page), "--source", "made for a test", "--apply")
    assert terminal.run(*words).status == 2
    assert "Proposed by vn-nga" in terminal.run(*words, by="nga").out
    assert "treaty.page_proposed" in terminal.run(*words, by="nga").err
    assert "Applied by vn-minh; proposed by vn-nga" in terminal.run(*words, by="minh").out
    found = terminal.run("treaty", "status", "--on", "2026-06-22", "--json").value
    assert (found["counts"]["signed"], found["source"]) == (7, "made for a test")
    told = terminal.run("treaty", "status", "history", "--json", by="auditor").value
    assert [(page["proposed_by"], page["applied_by"], page["events"]) for page in told["pages"]] == [
        ("vn-nga", "vn-minh", 14)
    ]


def test_an_officer_enters_an_event_and_takes_it_back(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LONGBIEN_HOME", str(terminal.folder))
    terminal.enrol("nga", "treaty-officer")
    words = ("treaty", "status", "add", "PT", "ratification", "2026-12-20", "--source", "press")
    assert "Entered as pt-ratification-2026-12-20" in terminal.run(*words, by="nga").out
    assert (
        terminal.run("treaty", "status", "PT", "--on", "2026-12-20", "--json").value["counts"]["deposited"]
        == 3
    )
    assert "treaty.second_instrument" in terminal.run(*words, by="nga").err
    bad = (
        "treaty",
        "status",
        "add",
        "PT",
        "reservation",
        "2026-12-20",
        "--source",
        "press",
        "--article",
        "seven",
    )
    assert "base.field_value" in terminal.run(*bad, by="nga").err
    wrong = (
        "treaty",
        "status",
        "add",
        "PT",
        "reservation",
        "2026-12-20",
        "--source",
        "press",
        "--article",
        "7.99",
    )
    assert "treaty.article_row" in terminal.run(*wrong, by="nga").err
    assert "the seed counts" not in terminal.run("treaty", "status", "history", by="auditor").out
    strike = ("treaty", "status", "strike", "pt-ratification-2026-12-20", "--why", "the paper took it back")
    assert terminal.run(*strike, by="nga").status == 0
    assert terminal.run("treaty", "status", "--on", "2026-12-20", "--json").value["counts"]["deposited"] == 2


def test_the_forecast_comes_with_its_band_and_its_doubts() -> None:
    found = CliRunner().invoke(commands, ["treaty", "forecast", "--on", "2026-11-22"])
    for words in (
        "earliest",
        "median",
        "latest",
        "2 of 40, 0 of them confirmed",
        "The latest day is no",
        "Budapest",
    ):
        assert words in found.output
    answered = json.loads(
        CliRunner().invoke(commands, ["treaty", "forecast", "--on", "2026-11-22", "--json"]).output
    )
    assert answered["earliest"] < answered["median"] < answered["latest"]
    refused = CliRunner().invoke(commands, ["treaty", "forecast", "--on", "2025-01-01"])
    assert isinstance(refused.exception, LongBienError)
    assert refused.exception.code == "treaty.forecast_early"


def test_what_is_said_and_doubted_is_shown_apart() -> None:
    shown = ask("notes")
    for words in ("Claim rejected: India", "only Mauritius", "72 signatories, 0 parties"):
        assert words in shown
    assert {note["id"] for note in json.loads(ask("notes", "--json"))["notes"]} >= {"india-ratified"}
