# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lines of a paper: everything that a body says, nothing that it does not; what is hidden is gone."""

from dataclasses import replace

from longbien.core.base.canonical import encode
from longbien.core.cooperation.paper.lines import is_prose, paper_title, parts
from longbien.core.cooperation.paper.masking import masked_members, without
from longbien.core.cooperation.paper.record import Record, record_json
from tests.records import RECORD, answer_of, paper_of


def lines(record: Record) -> dict[str, str]:
    return {line.id: line.shape for part in parts(record) for line in part.lines}


def test_a_request_is_laid_out_by_its_form() -> None:
    record = paper_of()
    assert paper_title(record) == "Expedited preservation of stored electronic data"
    found = lines(record)
    fields = record.body["fields"]
    assert isinstance(fields, dict)
    assert set(found) == {*fields, "legal_basis"}
    assert found["facts"] == "free"
    assert found["data_period"] == "period"
    assert found["callback"] == "parts"
    assert found["identifiers"] == "identifiers"


def test_an_answer_is_laid_out_by_its_table() -> None:
    body = {"reference": "A-7", "handled_by": "24/7 point", "note": ""}
    assert lines(answer_of("answer.acknowledged", dict(body))) == {"reference": "free", "handled_by": "free"}
    assert lines(answer_of("answer.later", {"word": "x", "things": [1]})) == {
        "word": "free",
        "things": "plain",
    }


def test_what_is_hidden_is_neither_in_the_lines_nor_in_the_data() -> None:
    record = paper_of(facts="The victim is Jane Roe.")
    hidden = masked_members(record.kind, record.body)
    assert "facts" in hidden
    assert "identifiers" not in hidden
    copy = replace(record, body=without(record.body, hidden), masked=hidden)
    assert b"Jane Roe" in encode(record_json(record))
    assert b"Jane Roe" not in encode(record_json(copy))
    assert lines(copy)["facts"] == "hidden"


def test_a_word_or_two_want_no_translation() -> None:
    assert [
        is_prose(text) for text in ("C-2026/118", "Provider One", "The log is kept.", "证据保管", "")
    ] == [
        False,
        False,
        True,
        True,
        False,
    ]


def test_a_paper_without_a_body_has_no_part() -> None:
    assert parts(replace(RECORD, kind="answer.later")) == ()
