# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law concordance` at the terminal."""

from dataclasses import replace

import pytest

from longbien.actions.law.concordance.begin import add_text
from longbien.core.law.concordance.table import TextUsed
from longbien.core.law.provisions.lines import write_lines
from longbien.store import models
from tests.actions.law.concordance.stage import PROVISIONS
from tests.cli.terminal import Terminal


@pytest.fixture
def desk(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("LONGBIEN_HOME", str(terminal.folder))
    for name in ("anna", "binh", "carla"):
        terminal.enrol(name, "law-officer")
    (terminal.folder / "act.jsonl").write_bytes(write_lines(PROVISIONS))
    return terminal


def test_a_concordance_from_its_beginning_to_a_dissent(desk: Terminal) -> None:
    room = ("law", "concordance")
    file = (
        "--text",
        str(desk.folder / "act.jsonl"),
        "--law",
        "ACT",
        "--title",
        "Computers Act",
        "--version",
        "2018",
    )
    begun = desk.run(
        *room, "begin", "Aurelia", "--language", "en", *file, "--propose", "--format", "json", by="anna"
    ).value
    ref = begun["concordance"]
    assert (begun["provisions"], begun["suggestions"] > 0) == (3, True)
    seats = ("--first", "vn-anna", "--second", "vn-binh", "--reviewer", "vn-carla", "--ministry", "Justice")
    assert "Rows that changed: 2." in desk.run(*room, "assign", ref, "7", *seats, by="anna").out
    assert (
        "7.1        waiting    Justice  waits for your assess"
        in desk.run(*room, "show", ref, "--mine", by="binh").out
    )
    assert desk.run(*room, "assess", ref, "7.1", "--law", "full", by="anna").status == 0
    assert "full" not in desk.run(*room, "show", ref, "--row", "7.1", by="binh").out
    assert (
        desk.run(
            *room, "assess", ref, "7.1", "--law", "part", "--gap", "Nothing on intent.", by="binh"
        ).status
        == 0
    )
    refused = desk.run(*room, "review", ref, "7.1", "--law", "part", by="anna")
    assert (refused.status, "a third person" in refused.err) == (77, True)
    assert "Dissents: 1." in desk.run(*room, "review", ref, "7.1", "--law", "part", by="carla").out
    book = desk.folder / "work.xlsx"
    assert "Written: work.xlsx" in desk.run(*room, "export", ref, str(book), by="anna").err
    assert "Nothing would change." in desk.run(*room, "import", ref, str(book), by="anna").out
    assert ref in desk.run(*room, "list", by="anna").out


def test_wrong_words_are_answered_with_a_sentence(desk: Terminal) -> None:
    room = ("law", "concordance")
    assert "no concordance ffff" in desk.run(*room, "show", "ffff", by="anna").err
    assert "no language tag" in desk.run(*room, "begin", "A", "--language", "English", by="anna").err
    said = desk.run(
        *room, "begin", "A", "--language", "en", "--text", str(desk.folder / "act.jsonl"), by="anna"
    )
    assert (said.status, "title" in said.err) == (64, True)
    assert desk.run(*room, "import", "ffff", str(desk.folder / "act.jsonl"), by="anna").status == 65


def begun(desk: Terminal) -> str:
    """Begin a concordance of the invented law and seat three persons at Article 7."""
    room = ("law", "concordance")
    file = ("--text", str(desk.folder / "act.jsonl"), "--law", "ACT", "--title", "Computers Act")
    made = desk.run(
        *room, "begin", "A", "--language", "en", *file, "--version", "2018", "--propose", "--json", by="anna"
    )
    ref = str(made.value["concordance"])
    seats = ("--first", "vn-anna", "--second", "vn-binh", "--reviewer", "vn-carla")
    assert desk.run(*room, "assign", ref, "7", *seats, by="anna").status == 0
    return ref


def test_provisions_are_found_linked_and_unlinked(desk: Terminal) -> None:
    ref = begun(desk)
    room = ("law", "concordance")
    assert "ACT:4" in desk.run(*room, "find", ref, "computer", "system", by="anna").out
    assert "Nothing has these words." in desk.run(*room, "find", ref, "lantern", by="anna").out
    proposed = desk.run(*room, "suggestions", ref, "7.1", "--json", by="anna").value
    assert "ACT:4" in [one["provision"] for one in proposed]
    assert "for this paragraph" in desk.run(*room, "suggestions", ref, "7.1", by="anna").out
    linked = desk.run(*room, "link", ref, "7.1", "ACT:4", "--json", by="anna").value
    assert (linked["provision"], linked["by"], linked["proposed_by"]) == ("ACT:4", "vn-anna", "machine")
    assert "accepted by vn-anna" in desk.run(*room, "suggestions", ref, "7.1", by="anna").out
    assert "provision  ACT:4 (ACT 2018)" in desk.run(*room, "show", ref, "--row", "7.1", by="anna").out
    assert "without right: “without right”" in desk.run(*room, "hints", ref, "7.1", by="anna").out
    hints = desk.run(*room, "hints", ref, "7.1", "--json", by="anna").value
    assert {"provision": "ACT 4", "linked": True, "words": ["enters a computer system"]} in hints["conduct.1"]
    assert desk.run(*room, "hints", ref, "99.1", by="anna").status == 64
    missing = desk.run(*room, "link", ref, "7.1", "ACT:99", by="anna")
    assert (missing.status, "ACT:99" in missing.err) == (64, True)
    assert desk.run(*room, "unlink", ref, "7.1", "ACT:4", "--why", "Repealed.", by="anna").status == 0
    again = desk.run(*room, "unlink", ref, "7.1", "ACT|2018|ACT:4", by="anna")
    assert (again.status, "not linked" in again.err) == (64, True)
    other = next(one["provision"] for one in proposed if one["provision"] != "ACT:4")
    assert desk.run(*room, "reject", ref, "7", other, "--why", "Paper.", by="anna").status == 0
    assert "rejected by vn-anna" in desk.run(*room, "suggestions", ref, "7.1", by="anna").out
    assert desk.run(*room, "reject", ref, "99", other, by="anna").status == 2


def test_a_dissent_comments_and_clauses_are_kept_and_withdrawn(desk: Terminal) -> None:
    ref = begun(desk)
    room = ("law", "concordance")
    early = desk.run(*room, "dissent", ref, "7.1", "--text", "No.", by="anna")
    assert early.status == 77
    assert desk.run(*room, "assess", ref, "7.1", "--law", "full", by="anna").status == 0
    assert desk.run(*room, "open", ref, "7.1", "--why", "The second is away.", by="carla").status == 0
    assert desk.run(*room, "review", ref, "7.1", "--law", "part", by="carla").status == 0
    text = desk.folder / "dissent.txt"
    text.write_text("Case law asks for intent.\n", encoding="utf-8")
    assert desk.run(*room, "dissent", ref, "7.1", "--file", str(text), by="anna").status == 0
    both = desk.run(*room, "comment", ref, "7.1", "--file", str(text), "--text", "x", by="anna")
    assert (both.status, "one of the two" in both.err) == (64, True)
    outside = ("--origin", "non_government")
    nobody = desk.run(*room, "comment", ref, "7.1", "--text", "Too wide.", *outside, by="anna")
    assert (nobody.status, "names the body" in nobody.err) == (77, True)
    given = (*outside, "--body", "Bar association", "--public")
    assert desk.run(*room, "comment", ref, "7.1", "--text", "Too wide.", *given, by="anna").status == 0
    clause = desk.run(
        *room, "clause", "add", ref, "7.1", "--text", "Whoever enters …", "--json", by="anna"
    ).value
    worded = desk.run(
        *room,
        "clause",
        "add",
        ref,
        "7.1",
        "--text",
        "Whoever, with intent, …",
        "--instead-of",
        clause["id"],
        by="binh",
    )
    assert clause["id"] in worded.out
    shown = desk.run(*room, "show", ref, "--row", "7.1", by="binh").out
    assert "dissent  vn-anna: Case law asks for intent." in shown
    assert "comment  vn-anna: Too wide." in shown
    assert f"clause  {clause['id']}  vn-binh: Whoever, with intent, …" in shown
    assert desk.run(*room, "clause", "withdraw", ref, "7.1", clause["id"], by="anna").status == 0
    gone = desk.run(*room, "clause", "withdraw", ref, "7.1", clause["id"], by="anna")
    assert (gone.status, "no such proposed clause" in gone.err) == (64, True)
    assert "7.1: round 2." in desk.run(*room, "reopen", ref, "7.1", "--why", "Amended.", by="carla").out
    text.write_bytes(b"\xff\xfe\x00")
    assert desk.run(*room, "comment", ref, "7.1", "--file", str(text), by="anna").status == 65
    assert desk.run(*room, "comment", ref, "7.1", "--file", "absent.txt", by="anna").status == 64


def test_an_id_that_two_versions_have_needs_the_version(desk: Terminal) -> None:
    ref = begun(desk)
    node, anna = desk.node, models.Officer.objects.get(username="anna")
    later = TextUsed(law="ACT", version="2024", title="Computers Act", language="en")
    changed = tuple(replace(one, text=f"{one.text} Again.") for one in PROVISIONS)
    add_text(node=node, actor=anna, ref=ref, text=later, data=write_lines(changed))
    room = ("law", "concordance")
    unclear = desk.run(*room, "link", ref, "7.1", "ACT:4", by="anna")
    assert (unclear.status, "2 texts" in unclear.err) == (64, True)
    said = desk.run(*room, "link", ref, "7.1", "ACT:4", "--version", "2024", by="anna")
    assert (said.status, "(ACT 2024)" in said.out) == (0, True)
    assert desk.run(*room, "unlink", ref, "7.1", "ACT:4", by="anna").status == 0


def test_a_finding_is_read_from_a_file_and_options_count_more(desk: Terminal) -> None:
    room, file = ("law", "concordance"), desk.folder / "finding.json"
    ref = begun(desk)
    file.write_text('{"law": "full", "practice": "unknown", "note": "Read twice."}', encoding="utf-8")
    given = ("7.1", "--file", str(file), "--law", "part", "--gap", "Nothing on intent.", "--json")
    kept = desk.run(*room, "assess", ref, *given, by="anna").value["assessments"][0]
    assert (kept["law"], kept["gap"], kept["note"]) == ("part", "Nothing on intent.", "Read twice.")
    assert (kept["seat"], kept["author"]) == ("first", "vn-anna")
    for wrong, status in (("[]", 64), ("{", 65), ('{"law": "most"}', 65), ('{"verdict": "full"}', 65)):
        file.write_text(wrong, encoding="utf-8")
        assert desk.run(*room, "assess", ref, "7.1", "--file", str(file), by="anna").status == status, wrong


def test_further_texts_and_duties_are_taken_in(desk: Terminal) -> None:
    ref = begun(desk)
    room = ("law", "concordance")
    nothing = desk.run(*room, "add", ref, by="anna")
    assert (nothing.status, "Say what to take in" in nothing.err) == (64, True)
    file = (
        "--text",
        str(desk.folder / "act.jsonl"),
        "--law",
        "OLD",
        "--title",
        "Old Act",
        "--version",
        "1990",
    )
    assert desk.run(*room, "add", ref, *file, by="anna").status == 64
    said = desk.run(*room, "add", ref, *file, "--language", "en", "--row", "40.2", "--row", "7.1", by="anna")
    assert "Taken in: 3 provisions, 1 rows." in said.out
    assert desk.run(*room, "add", ref, *file, "--language", "en", by="anna").status != 0
    assert desk.run(*room, "add", ref, "--library", "VN/NONE", by="anna").status != 0
    assert desk.run(*room, "add", ref, "--row", "99.9", by="anna").status != 0
    assert desk.run(*room, "propose", ref, "--json", by="anna").value["suggestions"] > 0
