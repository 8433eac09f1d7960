# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law map`: the contract that other programs rely on, and refusals of what cannot be read."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from longbien.cli.main import commands
from longbien.core.base.errors import LongBienError
from longbien.core.law.provisions.lines import write_lines
from tests.core.law.matching.laws import ABOUT, LAW


@pytest.fixture
def law(tmp_path: Path) -> Path:
    place = tmp_path / "law.jsonl"
    place.write_bytes(write_lines(LAW))
    return place


def ask(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, ["law", "map", *map(str, words)])


def refused(*words: str | Path) -> str:
    found = ask(*words).exception
    assert isinstance(found, LongBienError), found
    return found.code


def test_json_has_the_members_that_were_promised(law: Path) -> None:
    value = json.loads(ask(law, "--language", "en", "--format", "json").stdout)
    seven = value["articles"]["7"]
    assert set(seven) == {"suggested_coverage", "gap_signal", "candidates", "duties"}
    assert set(seven["candidates"][0]) == {"id", "score", "grade", "reasons"}
    assert seven["candidates"][0]["id"] == ABOUT[7]
    assert len(seven["candidates"]) == len(LAW)
    first = seven["duties"]["7.1"]
    assert first["candidates"][0]["id"] == ABOUT[7]
    assert first["elements"]["optional.1"][0] == {"id": ABOUT[7], "words": ["security measure", "bypassing"]}


def test_the_same_input_gives_the_same_output(law: Path) -> None:
    words = (law, "--language", "en", "--json")
    assert ask(*words).stdout == ask(*words).stdout


def test_a_table_says_that_it_is_a_proposal(law: Path) -> None:
    shown = ask(law, "--language", "en", "--article", "7").stdout
    assert "A machine's proposal" in shown
    assert "Article 7. Illegal access" in shown
    assert ABOUT[7] in shown


def test_a_table_goes_paragraph_by_paragraph_when_asked(law: Path) -> None:
    shown = ask(law, "--language", "en", "--article", "7", "--duties").stdout
    assert "7(1)" in shown
    assert "“security measure”, “bypassing” (A:7)" in shown
    assert "no usual words seen" in shown


def test_a_language_that_is_not_cut_so_fine_says_so(law: Path) -> None:
    found = ask(law, "--language", "de", "--article", "7", "--duties")
    assert "no words for single paragraphs" in found.stderr


def test_what_is_known_of_other_treaties_counts_and_strangers_are_named(tmp_path: Path, law: Path) -> None:
    known = tmp_path / "known.jsonl"
    lines = [
        {"id": ABOUT[37], "treaty": "budapest", "article": "2"},
        {"id": "X:1", "treaty": "untoc", "article": "6"},
    ]
    known.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    result = ask(law, "--language", "en", "--known", known, "--json")
    best = json.loads(result.stdout)["articles"]["7"]["candidates"][0]
    assert (best["id"], best["reasons"][-1]) == (ABOUT[37], {"kind": "relative", "text": "budapest 2"})
    assert "X:1" in result.stderr
    known.write_text("{}", encoding="utf-8")
    assert refused(law, "--language", "en", "--known", known) == "law.relative_broken"


def test_a_language_without_words_is_said_to_have_none(law: Path) -> None:
    assert "no words for the language qx" in " ".join(ask(law, "--language", "qx", "--json").stderr.split())


def test_what_cannot_be_read_is_refused(tmp_path: Path, law: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "A:1"')
    assert refused(broken, "--language", "en") == "law.line_broken"
    assert refused(law, "--language", "english tongue") == "law.language"
    assert refused(tmp_path / "none.jsonl", "--language", "en") == "cli.file_unreadable"
