# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request`: from the empty form to the answer, as a person types it."""

import json

import pytest

from longbien.cli.answers import EXERCISE
from longbien.cli.tables import WIDTH, columns_of
from longbien.core.cooperation.forms.kinds import forms
from tests.cli.terminal import Terminal
from tests.requests import CONTACT, address, preservation


def fits(text: str) -> bool:
    return all(columns_of(line) <= WIDTH for line in text.splitlines())


def drafted(terminal: Terminal) -> str:
    """Draft a complete request; give its id."""
    file = terminal.folder / "request.yaml"
    file.write_text(json.dumps(preservation()))
    said = terminal.run(
        "request", "new", "preservation", "--to", "at", "--file", str(file), "--json", by="duty-officer"
    )
    assert said.status == 0, said.err
    assert said.value["errors"] == []
    found: str = said.value["request_id"]
    return found


def test_the_kinds_are_those_of_the_data(terminal: Terminal) -> None:
    said = terminal.run("request", "kinds", "--json")
    assert {one["form"] for one in said.value} == set(forms())
    assert fits(terminal.run("request", "kinds").out)


@pytest.mark.parametrize("kind", sorted(forms()))
def test_an_empty_form_is_yaml_that_names_every_field(terminal: Terminal, kind: str) -> None:
    said = terminal.run("request", "form", kind)
    assert fits(said.out)
    assert all(f"{name}: " in said.out for name in forms()[kind].fields)
    file = terminal.folder / "empty.yaml"
    file.write_text(said.out)
    said = terminal.run("request", "new", kind, "--to", "AT", "--file", str(file), by="duty-officer")
    assert (said.status, said.err) == (0, "")


def test_a_request_is_drafted_proposed_approved_and_sent(terminal: Terminal) -> None:
    request = drafted(terminal)
    said = terminal.run("request", "submit", request[:8], "--json", by="duty-officer")
    assert (said.status, said.value["act"]) == (0, "")
    shown = terminal.run("request", "show", "C-2026/118", by="approver")
    assert f"longbien act approve {said.value['proposal']}" in shown.out
    assert shown.out.startswith(EXERCISE)
    assert fits(shown.out)


def test_a_word_of_its_contents_does_not_name_a_request(terminal: Terminal) -> None:
    drafted(terminal)
    word = max(str(preservation()["facts"]).split(), key=len)
    listed = terminal.run("request", "list", "--view", "all", "--text", word, "--json", by="duty-officer")
    assert listed.value["total"] == 1
    said = terminal.run("request", "show", word, by="duty-officer")
    assert (said.status, said.err.endswith("[cli.request_unknown]\n")) == (64, True)


def test_the_list_says_what_stands_where(terminal: Terminal) -> None:
    request = drafted(terminal)
    said = terminal.run("request", "list", "--view", "drafts", by="auditor")
    assert request[:12] in said.out
    assert "to AT" in said.out
    assert fits(said.out)
    rows = terminal.run("request", "list", "--view", "all", "--json", by="auditor").value["rows"]
    assert [row["request_id"] for row in rows] == [request]
    assert terminal.run("request", "list", by="auditor").out.endswith("No request is here under this view.\n")


def test_what_cannot_be_read_is_said_field_by_field(terminal: Terminal) -> None:
    said = terminal.run(
        "request",
        "new",
        "preservation",
        "--to",
        "AT",
        "--field",
        "reference=C-1",
        "--field",
        "offences=7",
        "--field",
        "offences=nonsense",
        "--field",
        "callback.organisation=Division",
        "--field",
        'identifiers=[{"kind": "ipv4", "value": "300.1.1.1"}]',
        by="duty-officer",
    )
    assert said.status == 0
    assert "“nonsense” is not in the list." in said.out
    assert "identifiers[0]" in said.out
    assert fits(said.out)


def test_a_check_that_stops_is_passed_over_with_a_reason(terminal: Terminal) -> None:
    file = terminal.folder / "request.yaml"
    file.write_text(json.dumps(preservation(identifiers=[address(port=None)])))
    words = ("request", "new", "preservation", "--to", "AT", "--file", str(file))
    said = terminal.run(*words, by="duty-officer")
    assert "cooperation.check.ip_port" in said.out
    assert fits(said.out)
    request = terminal.run(*words, "--json", by="duty-officer").value["request_id"]
    stopped = terminal.run("request", "submit", request, by="duty-officer")
    assert stopped.status == 77
    check = ("cooperation.check.ip_port", "--field", "identifiers")
    short = terminal.run("request", "override", request, *check, "--reason", "No.", by="duty-officer")
    assert short.err.endswith("[cooperation.override_reason]\n")
    reason = "The provider kept no port."
    assert (
        reason
        in terminal.run("request", "override", request, *check, "--reason", reason, by="duty-officer").out
    )
    assert terminal.run("request", "submit", request, by="duty-officer").status == 0


def test_a_draft_is_changed_field_by_field(terminal: Terminal) -> None:
    request = drafted(terminal)
    words = (
        "--field",
        "reference=C-2026/119",
        "--field",
        "callback.person=Lan",
        "--clear",
        "case_name",
        "--json",
    )
    said = terminal.run("request", "edit", request[:8], *words, by="duty-officer")
    assert (said.status, said.err) == (0, "")
    values = said.value["values"]
    assert values["reference"] == "C-2026/119"
    assert values["callback"]["person"] == "Lan"
    assert values["callback"]["organisation"] == CONTACT["organisation"]
    assert terminal.run("request", "submit", request, by="duty-officer").status == 0
    said = terminal.run("request", "edit", request, "--field", "reference=C-1", by="duty-officer")
    assert (said.status, said.err[-26:]) == (77, "[cooperation.draft_waits]\n")


def test_a_paper_goes_with_a_draft_and_comes_out_again(terminal: Terminal) -> None:
    paper, out = terminal.folder / "order.pdf", terminal.folder / "out.pdf"
    paper.write_bytes(b"%PDF-1.7 order")
    file = terminal.folder / "request.yaml"
    file.write_text(json.dumps(preservation()))
    words = ("request", "new", "preservation", "--to", "AT", "--file", str(file))
    said = terminal.run(*words, "--attach", f"court_decision={paper}", "--json", by="duty-officer")
    assert said.status == 0, said.err
    assert said.value["values"]["court_decision"]["name"] == "order.pdf"
    request = said.value["request_id"]
    shown = terminal.run("request", "show", request, by="auditor")
    assert f"longbien request attachment {request[:12]} court_decision" in " ".join(shown.out.split())
    taken = ("request", "attachment", request, "court_decision", "--to", str(out))
    assert terminal.run(*taken, by="approver").status == 0
    assert out.read_bytes() == b"%PDF-1.7 order"
    assert terminal.run(*taken, by="approver").err.endswith("[cli.file_exists]\n")
    wrong = ("request", "edit", request, "--attach", "court_decision=/nowhere")
    assert terminal.run(*wrong, by="duty-officer").err.endswith("[evidence.source_missing]\n")
    wrong = ("request", "edit", request, "--attach", "nothing")
    assert terminal.run(*wrong, by="duty-officer").err.endswith("[cli.field_form]\n")


def test_a_draft_can_be_given_up(terminal: Terminal) -> None:
    request = drafted(terminal)
    assert terminal.run("request", "discard", request, by="duty-officer").status == 0
    said = terminal.run("request", "submit", request, by="duty-officer")
    assert said.status == 77
    assert said.err.endswith("[cooperation.not_a_draft]\n")


WRONG = [
    (("new", "nonsense", "--to", "AT"), 77, "cooperation.form_unknown"),
    (("new", "preservation", "--to", "FR"), 77, "parties.not_introduced"),
    (("new", "preservation", "--to", "nowhere"), 65, "base.id"),
    (("new", "preservation", "--to", "AT", "--field", "reference"), 64, "cli.field_form"),
    (
        ("new", "preservation", "--to", "AT", "--field", "callback=x", "--field", "callback.phone=1"),
        64,
        "cli.field_form",
    ),
    (("new", "preservation", "--to", "AT", "--field", "identifiers=[1,"), 64, "cli.field_form"),
    (("new", "preservation", "--to", "AT", "--file", "/nowhere/at-all.yaml"), 64, "cli.file_unreadable"),
    (("show", "nothing"), 64, "cli.request_unknown"),
    (("show", "0" * 32), 77, "cooperation.request_unknown"),
    (("acknowledge", "0" * 32), 77, "cooperation.request_unknown"),
    (("return", "0" * 32, "--reason", "incomplete"), 77, "cooperation.request_unknown"),
    (("decide", "preservation", "0" * 32, "refused"), 77, "cooperation.request_unknown"),
    (
        ("decide", "preservation", "0" * 32, "refused", "--keep-until", "2027-01-31"),
        64,
        "cli.keep_until_granted",
    ),
    (("decide", "disclosure", "0" * 32, "granted", "--condition", "none"), 64, "cli.condition_unknown"),
    (("decide", "disclosure", "0" * 32, "granted", "--consulted-at", "soon"), 65, "cooperation.field_moment"),
    (
        ("execute", "0" * 32, "--measure", "preservation", "--outcome", "executed"),
        77,
        "cooperation.request_unknown",
    ),
    (("inform", "0" * 32, "--text", "x"), 77, "cooperation.request_unknown"),
    (("override", "0" * 32, "x", "--reason", "long enough"), 77, "cooperation.not_a_draft"),
    (("ask", "0" * 32, "--questions", "Which?"), 77, "cooperation.request_unknown"),
    (
        ("extend", "0" * 32, "--until", "2027-01-31T00:00:00", "--reason", "x"),
        65,
        "cooperation.field_offset_missing",
    ),
    (("withdraw", "0" * 32, "--reason", "x"), 77, "cooperation.request_unknown"),
    (("close", "0" * 32, "--outcome", "executed"), 77, "cooperation.request_unknown"),
    (("edit", "0" * 32, "--field", "reference=x"), 77, "cooperation.not_a_draft"),
    (("decide", "preservation", "0" * 32, "granted", "--concern", "none"), 2, "is not one of"),
    (
        ("decide", "preservation", "0" * 32, "granted", "--concern", "dual-criminality-doubtful"),
        77,
        "cooperation.request_unknown",
    ),
    (("order", "0" * 32, "--to", "/tmp/never.pdf"), 77, "cooperation.request_unknown"),
    (("attachment", "0" * 32, "translation", "--to", "/nowhere/x"), 64, "cli.file_unwritable"),
    (("submit", "0" * 32), 77, "cooperation.not_a_draft"),
    (("discard", "0" * 32), 77, "cooperation.not_a_draft"),
    (("form", "nonsense"), 77, "cooperation.form_unknown"),
    (("nonsense",), 2, "No such command"),
    (("decide", "preservation", "0" * 32, "perhaps"), 2, "is not one of"),
]


@pytest.mark.parametrize(
    ("words", "status", "code"),
    WRONG,
    ids=lambda value: "-".join(value)[:40] if isinstance(value, tuple) else None,
)
def test_wrong_words_are_refused_with_a_code(
    terminal: Terminal, words: tuple[str, ...], status: int, code: str
) -> None:
    said = terminal.run("request", *words, by="duty-officer")
    assert (said.status, said.out) == (status, "")
    assert code in said.err
    assert "Traceback" not in said.err


def test_a_broken_file_of_fields_is_refused_with_its_line(terminal: Terminal) -> None:
    file = terminal.folder / "broken.yaml"
    for data, code in (
        (b"reference: [", "base.yaml_broken"),
        (b"\xff", "base.not_utf8"),
        (b"- a list", "cli.fields_expected"),
        (b"a" * (1024 * 1024 + 1), "base.too_large"),
    ):
        file.write_bytes(data)
        said = terminal.run(
            "request", "new", "preservation", "--to", "AT", "--file", str(file), by="duty-officer"
        )
        assert said.status in {64, 65}
        assert said.err.endswith(f"[{code}]\n")


def test_who_may_not_cannot(terminal: Terminal) -> None:
    said = terminal.run("request", "new", "preservation", "--to", "AT", by="auditor")
    assert (said.status, said.out) == (77, "")
    assert "people.not_permitted" in said.err


def test_a_request_is_put_on_paper_with_its_data(terminal: Terminal) -> None:
    request = drafted(terminal)
    file, data = terminal.folder / "request.pdf", terminal.folder / "request.json"
    asked = ("request", "paper", request[:8], "--to", str(file), "--data", str(data))
    said = terminal.run(*asked, "--language", "vi", "--language", "zh", by="duty-officer")
    assert (said.status, said.err) == (0, "")
    assert "Tiếng Việt, 中文" in said.out
    assert file.read_bytes().startswith(b"%PDF")
    assert json.loads(data.read_text())["carriage"] == "unsigned"
    again = terminal.run(*asked, by="duty-officer")
    assert "cli.file_exists" in again.err
    other = ("request", "paper", request[:8], "--to", str(terminal.folder / "x.pdf"))
    assert "printed.language_unknown" in terminal.run(*other, "--language", "tlh", by="duty-officer").err
    assert "printed.no_receipt" in terminal.run(*other, "--receipt", by="duty-officer").err


def test_schemas_are_listed_and_written(terminal: Terminal) -> None:
    kinds = terminal.run("request", "schema").out.split()
    assert {"request.preservation", "answer.decided"} <= set(kinds)
    assert (
        terminal.run("request", "schema", "preservation").value["$id"] == "/schemas/request.preservation.json"
    )
    assert "cooperation.schema_unknown" in terminal.run("request", "schema", "nothing").err
