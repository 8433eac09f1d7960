# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law report`, `clauses`, `dual`, `states`, `publish`, `partners` at the terminal, with right and wrong words."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from longbien.actions.node import current_node
from longbien.cli.main import commands
from longbien.core.law.concordance.written import concordance_json
from tests.cli.terminal import Terminal
from tests.law_tables import SECRET, hold, sample


@pytest.fixture
def desk(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Give a terminal whose commands find the node, with a law officer and a table of its State."""
    monkeypatch.setenv("LONGBIEN_HOME", str(terminal.folder))
    terminal.enrol("clerk", "law-officer")
    hold(current_node(), replace(sample(), state=current_node().party))
    return terminal


def test_a_report_of_the_node_is_written_kept_and_written_again(desk: Terminal, tmp_path: Path) -> None:
    first = tmp_path / "a.xml"
    ref = "c" * 32
    said = desk.run("law", "report", ref, "--form", "akn", "--out", str(first), by="clerk")
    assert (said.status, first.read_bytes().count(SECRET.encode())) == (0, 2)
    public = tmp_path / "b.xml"
    said = desk.run(
        "law", "report", ref, "--form", "akn", "--public", "--keep", "--out", str(public), by="clerk"
    )
    assert SECRET.encode() not in public.read_bytes()
    kept = said.err.split("Kept as report ")[1].split(".")[0]
    again = tmp_path / "c.xml"
    said = desk.run("law", "report", kept, "--kept", "--form", "akn", "--out", str(again), by="clerk")
    assert (said.status, again.read_bytes()) == (0, public.read_bytes())
    assert desk.run("law", "report", ref, "--out", str(again), by="clerk").status == 64
    assert "no kept report" in desk.run("law", "report", "0" * 9, "--kept", by="clerk").err


def test_tables_of_states_are_shown_and_published(desk: Terminal) -> None:
    party = current_node().party
    dual = desk.run("law", "dual", "--article", "7", "--other", "AT", by="clerk").out
    assert "UNKNOWN" in dual
    assert "decided by a named official" in dual
    value = desk.run("law", "dual", "--article", "7", "--other", "AT", "--json", by="clerk").value
    assert value["duties"][0]["other"]["silence"] == "no_table"
    assert "applied" in desk.run("law", "states", party, party, "--article", "7", by="clerk").out
    assert "no concordance of AT" in desk.run("law", "states", party, "AT", by="clerk").err
    assert "Nothing was published" in desk.run("law", "partners", by="clerk").out
    assert desk.run("law", "publish", "c" * 32, "--to", "FJ", by="clerk").status != 0
    assert desk.run("law", "dual", "--article", "27", "--other", "AT", by="clerk").status != 0


def test_reports_of_files_and_clauses_need_no_node(tmp_path: Path) -> None:
    runner = CliRunner()
    source, out = tmp_path / "table.json", tmp_path / "report.docx"
    source.write_text(json.dumps(concordance_json(sample())), encoding="utf-8")
    arguments = ["law", "report", str(source), "--form", "docx", "--public", "--out", str(out)]
    assert runner.invoke(commands, arguments).exit_code == 0
    assert out.read_bytes().startswith(b"PK")
    assert "7.security" in runner.invoke(commands, ["law", "clauses"]).output
    shown = runner.invoke(commands, ["law", "clauses", "7.base", "--json"])
    assert [one["code"] for one in json.loads(shown.output)] == ["7.base"]
    bill = tmp_path / "bill.xml"
    arguments = ["law", "clauses", "--for", "28", "--form", "akn", "--out", str(bill)]
    assert runner.invoke(commands, arguments).exit_code == 0
    assert b"<section " in bill.read_bytes()
    assert "Say who acts" in runner.invoke(commands, ["law", "report", "nothing"]).output
