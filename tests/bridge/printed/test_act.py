# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The paper of an act: an archive's PDF in two languages, with its data inside; every value in its own direction."""

import json
import re
import zlib
from dataclasses import replace

import pytest

from longbien.bridge.printed.act import act_values, picture_act, render_act
from longbien.bridge.printed.voice import Voice
from longbien.core.base.canonical import encode
from longbien.core.cooperation.acts.bodies import Override
from longbien.core.cooperation.acts.bodies_json import write_body
from longbien.core.cooperation.forms.kinds import forms
from longbien.core.cooperation.paper.record import Record, record_json
from tests.records import AT, RECORD, VN, answer_of, paper_of
from tests.requests import complete, request

PAIRS = [("en", "ar"), ("vi", "ar"), ("fr", "zh-hans"), ("es", "ru"), ("en",), ("ar", "en")]


def attached(pdf: bytes) -> list[bytes]:
    """Give the files inside a PDF, as a reader of files would find them."""
    streams = re.finditer(rb"/Type\s*/EmbeddedFile.*?stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return [zlib.decompress(match[1]) for match in streams]


@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
def test_it_is_an_archive_file_with_tags_and_its_data_inside(languages: tuple[str, ...]) -> None:
    record = paper_of()
    pdf = render_act(record, languages, {})
    assert pdf == render_act(record, languages, {})
    assert pdf.startswith(b"%PDF-1.7")
    for mark in (
        b"<pdfuaid:part>1</pdfuaid:part>",
        b"<pdfaid:part>3</pdfaid:part>",
        b"/StructTreeRoot",
        b"/AFRelationship",
    ):
        assert mark in pdf
    assert attached(pdf) == [encode(record_json(record))]


def rows(values: object, kind: str) -> list[dict[str, object]]:
    """Give the rows of a kind."""
    assert isinstance(values, dict)
    return [row for section in values["sections"] for row in section["rows"] if row["kind"] == kind]


def test_labels_stand_in_both_languages_and_texts_have_room_in_the_other() -> None:
    values = act_values(paper_of(language="en"), ("en", "ar"), {"facts": "دخل شخص إلى خادم."})
    free = {row["label"][0]["text"]: row for row in rows(values, "free")}  # type: ignore[index]
    facts = free["Summary of the facts"]
    assert (facts["place"], facts["given"]) == (0, 1)
    assert facts["translation"] == {"text": "دخل شخص إلى خادم.", "lang": "ar", "rtl": True}
    relation = free["How the data bear on the offence"]
    assert (relation["place"], relation["given"], relation["lines"]) == (0, -1, 1)
    assert values["rtl"] == [False, True]


def test_a_text_stands_in_the_column_of_its_letters() -> None:
    voice = Voice(("vi", "ar"), (VN, AT))
    assert voice.place_of("دخل شخص إلى خادم", ("vi",)) == 1
    assert voice.place_of("Một máy chủ bị xâm nhập", ("vi",)) == 0
    assert voice.place_of("A server was entered", ("en",)) == -1
    assert Voice(("fr", "zh-hans"), ()).place_of("有人进入服务器", ()) == 1
    assert Voice(("en", "fr"), ()).place_of("A server was entered", ()) == -1


def test_moments_stand_in_both_zones() -> None:
    clock = Voice(("en",), (VN, AT)).clock(RECORD.made_at)
    assert clock.split("\n") == [
        "2026-11-22 03:00:00 UTC",
        "2026-11-22 10:00 UTC+07:00 (VN)",
        "2026-11-22 04:00 UTC+01:00 (AT)",
    ]


def test_what_is_not_translated_is_marked_and_spoken_as_english() -> None:
    voice = Voice(("en", "ru"), ())
    found = voice.phrase("No words that any catalogue has")
    assert [one["text"] for one in found] == [
        "No words that any catalogue has",
        "No words that any catalogue has [en]",
    ]
    assert [one["lang"] for one in found] == ["en", "en"]
    assert voice.missing


def words_of(record: Record) -> str:
    """Give everything that an English paper says."""
    return json.dumps(act_values(record, ("en",), {}), ensure_ascii=False)


def bands(record: Record) -> list[object]:
    """Give the loud marks in English."""
    found = act_values(record, ("en",), {})["bands"]
    assert isinstance(found, list)
    return [band[0]["text"] for band in found]


def test_loud_marks() -> None:
    assert bands(paper_of()) == ["EXERCISE – NOT A REAL CASE"]
    assert bands(replace(paper_of(), exercise=False)) == []
    assert bands(replace(paper_of(), act=None, carriage="unsigned", masked=("facts",), exercise=False)) == [
        "DRAFT – NOT SIGNED, NOT SENT",
        "COPY WITH HIDDEN PARTS – NOT THE WHOLE ACT",
    ]


def test_nothing_claims_the_convention_under_another_basis() -> None:
    basis = RECORD.basis
    assert basis is not None
    other = replace(paper_of(), basis=replace(basis, code="budapest", convention=False))
    text = words_of(other)
    assert "claims nothing under it" in text
    assert "Form for Article" not in text
    hanoi = words_of(paper_of())
    assert "Form for Article \u206842\u2069 of the Convention." in hanoi
    assert "claims nothing" not in hanoi


def test_overrides_are_shown() -> None:
    record = paper_of(
        Override(check="cooperation.check.ip_port", field="identifiers", reason="One user only here.")
    )
    text = words_of(record)
    assert "Checks that were passed over" in text
    assert "One user only here." in text
    assert "(value)" not in text


def test_letters_that_no_font_has_are_written_as_numbers() -> None:
    record = paper_of(facts="ไทย and 😀 and 한국어 here")
    assert attached(render_act(record, ("en", "ar"), {})) == [encode(record_json(record))]
    assert len(picture_act(record, ("en",), {})) >= 2


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (
            "answer.decided",
            {
                "measure": "disclosure",
                "decision": "granted",
                "conditions": [
                    {
                        "code": "purpose-only",
                        "text": "Only for this case here.",
                        "until": "2027-01-01T00:00:00.000Z",
                    }
                ],
            },
        ),
        (
            "answer.returned",
            {
                "reasons": ["wrong-language"],
                "fields": ["facts", "gone"],
                "text": "Please send it again.",
                "preserved_meanwhile": True,
            },
        ),
        ("answer.unheard-of", {"a": {"b": [1, None]}, "c": 5}),
    ],
)
def test_every_answer_has_a_paper(kind: str, body: dict[str, object]) -> None:
    record = answer_of(kind, json.loads(json.dumps(body)))
    assert render_act(record, ("vi", "ar"), {}).startswith(b"%PDF")
    assert render_act(replace(record, receipt=True), ("en",), {}).startswith(b"%PDF")


def test_persons_and_property_are_written_part_by_part() -> None:
    body = write_body(request(complete("return-of-property"), kind="return-of-property"))
    words = (
        words_of(answer_of("request.return-of-property", body)).replace("\u2068", "").replace("\u2069", "")
    )
    for part in ("Role: Victim", "Date or year of birth: ", "Kind: Bank account", "Estimated value: "):
        assert part in words


@pytest.mark.parametrize("kind", sorted(forms()))
def test_a_complete_request_of_each_kind_has_a_paper(kind: str) -> None:
    body = write_body(request(complete(kind), kind=kind))
    record = replace(RECORD, kind=forms()[kind].act, form=kind, body=body)
    pdf = render_act(record, ("vi", "ar"), {})
    assert attached(pdf) == [encode(record_json(record))]
