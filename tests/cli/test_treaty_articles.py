# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Convention on the terminal: paraphrases are called so, doubt is always shown, official texts come first."""

import json
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from longbien.cli.main import commands
from longbien.cli.treaty.index_words import INDEXES
from longbien.cli.treaty.room import PARTS
from longbien.cli.treaty.room import command as room
from longbien.core.base.errors import LongBienError
from longbien.core.treaty.provisions.convention import convention
from tests.cli.terminal import Terminal
from tests.core.treaty.texts import BODIES, plain_text

PARAPHRASES = "Paraphrases in this project's words, not the treaty text"


@pytest.fixture(autouse=True)
def no_node(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask without a node, unless a test names one."""
    monkeypatch.delenv("LONGBIEN_HOME", raising=False)


def ask(*words: str) -> str:
    """Run a command; give what it printed, or the code of its refusal."""
    found = CliRunner().invoke(commands, ["treaty", *words])
    if isinstance(found.exception, LongBienError):
        return found.exception.code
    assert found.exit_code == 0, found.output
    return found.output


def test_an_article_is_shown_with_its_marks() -> None:
    shown = ask("article", "25", "--language", "vi")
    assert "Article 25. Expedited preservation of stored electronic data" in shown
    assert "working title, to be confirmed" in shown
    assert PARAPHRASES in shown
    assert "25(2)" in shown


@pytest.mark.parametrize("words", ["40.15.c", "Art. 40 (15)", "Điều 40", "٤٠"])
def test_a_citation_leads_to_its_article(words: str) -> None:
    assert json.loads(ask("article", words, "--format", "json"))["article"]["number"] == 40


@pytest.mark.parametrize("words", ["69", "0", "forty", "9" * 5000, "69.1"])
def test_an_article_that_is_none_is_refused(words: str) -> None:
    assert ask("article", words) == "treaty.article_unknown"


def test_every_article_and_duty_that_is_doubtful_says_so() -> None:
    for article in convention().articles:
        shown = ask("article", str(article.number))
        assert PARAPHRASES in shown
        if article.number > 15:
            assert "confirmed" in shown


def test_a_duty_is_found_by_id_and_by_citation() -> None:
    for words in ("40.15.c", "40(15)(c)", "Art. 40 (15) (c)", "điểm c khoản 15 Điều 40"):
        value = json.loads(ask("duty", words, "--format", "json"))
        assert (value["id"], value["standing"], value["text_kind"]) == (
            "40.15.c",
            "unconfirmed",
            "paraphrase",
        )
    shown = ask("duty", "40.15.c")
    assert "to be confirmed" in shown
    assert "always, but not to serve documents" in shown


def test_a_group_of_items_is_shown_whole() -> None:
    assert [one["id"] for one in json.loads(ask("duty", "40.12", "--json"))] == [
        "40.12.a",
        "40.12.b",
        "40.12.c",
        "40.12.d",
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("article", "69"), "treaty.article_unknown"),
        (("article", "x"), "treaty.article_unknown"),
        (("duty", "40.99"), "treaty.duty_unknown"),
        (("duty", "refusal"), "treaty.duty_unknown"),
    ],
)
def test_what_is_not_there_is_refused(words: tuple[str, ...], code: str) -> None:
    assert ask(*words) == code


def test_search_answers_in_words_and_in_json() -> None:
    assert "Article 37" in ask("search", "dẫn", "độ")
    hits = json.loads(ask("search", "dẫn độ", "--format", "json"))
    assert (hits[0]["provision"], hits[0]["whole"]) == ("37", True)
    match = hits[0]["matches"][0]
    assert [match["text"][start:end] for start, end in match["spans"]] == ["Dẫn", "độ"]
    assert ask("search", "xyzzy").strip() == "Nothing was found."


@pytest.mark.parametrize("name", sorted(INDEXES))
def test_every_index_is_shown_with_its_marks(name: str) -> None:
    shown = ask("index", name)
    assert PARAPHRASES in shown
    rows = json.loads(ask("index", name, "--format", "json"))
    assert len(rows) == len(INDEXES[name]())
    assert all(row["standing"] for row in rows)


def test_an_official_text_is_loaded_and_shown_first(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LONGBIEN_HOME", str(terminal.folder))
    file = terminal.folder / "vi.txt"
    file.write_text(plain_text("vi"), encoding="utf-8")
    load = (
        "treaty",
        "text",
        "load",
        str(file),
        "--language",
        "vi",
        "--source",
        "invented",
        "--as-of",
        "2026-02-01",
    )
    assert terminal.run("treaty", "text", "list").out.strip() == "No official text is loaded."
    assert terminal.run(*load, by="auditor").status == 77
    done = terminal.run(*load, by="operator")
    assert (done.status, "68 articles" in done.err) == (0, True)
    shown = terminal.run("treaty", "article", "40").out
    assert shown.index(BODIES["vi"][:20]) < shown.index(PARAPHRASES)
    assert "invented, as of 2026-02-01" in shown
    listed = terminal.run("treaty", "text", "list", "--format", "json").value
    assert [(one["language"], one["as_of"]) for one in listed] == [("vi", "2026-02-01")]
    assert terminal.run("treaty", "search", "thuyền", "--json").value[0]["matches"][0]["name"] == "official"
    assert terminal.run("treaty", "text", "remove", "vi", by="operator").status == 0
    assert PARAPHRASES in terminal.run("treaty", "article", "40").out


def test_a_text_with_a_missing_article_is_refused_by_number(terminal: Terminal) -> None:
    file = terminal.folder / "en.txt"
    file.write_text(plain_text("en", tuple(range(1, 68))), encoding="utf-8")
    words = (
        "treaty",
        "text",
        "load",
        str(file),
        "--language",
        "en",
        "--source",
        "invented",
        "--as-of",
        "2026-02-01",
    )
    said = terminal.run(*words, by="operator")
    assert said.status == 65
    assert "missing: 68" in said.err


def test_every_command_of_the_room_is_found_and_a_question_imports_no_other() -> None:
    with click.Context(room) as context:
        found = {name: room.get_command(context, name) for name in room.list_commands(context)}
        assert room.get_command(context, "nothing") is None
    assert list(found) == list(PARTS)
    assert all(command is not None and command.name == name for name, command in found.items())
    code = "import sys; import longbien.cli.treaty.room; print([m for m in sys.modules if m.startswith('longbien.core.treaty')])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
