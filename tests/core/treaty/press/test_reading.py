# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Press reports: what they say happened is suggested, with the sentence; from their pages' other news comes nothing."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import UsageError
from longbien.core.treaty.press.reading import Reading, read_report, shortened
from longbien.core.treaty.record.entries import record
from tests.core.treaty.press import reports

WHOLE = {
    name: getattr(reports, name)
    for name in ("ENGLISH", "FRENCH", "VIETNAMESE", "ARABIC", "UNMARKED", "OFF_TOPIC")
}


def read(text: str | bytes, *, file: str = "report.txt", published: date | None = None) -> Reading:
    data = text if isinstance(text, bytes) else text.encode()
    return read_report(data, file=file, entries=record(), published=published)


def told(reading: Reading) -> list[tuple[str, str, str, str]]:
    """Give day, kind, place and the entry that the record has, of each suggestion."""
    return [(str(one.event.when), one.event.kind, one.event.place, one.known_as) for one in reading.proposals]


def reasons(reading: Reading) -> dict[str, str]:
    """Give why each block was left out, by its first word or two."""
    return {" ".join(one.text.split()[:2]): one.reason for one in reading.left_out}


def test_an_english_page_with_navigation_teasers_and_comments() -> None:
    found = read(reports.ENGLISH)
    assert (found.language, found.published, found.published_from) == ("en", date(2026, 1, 27), "page")
    assert found.title == "Delegates in Vienna begin work on rules for the cybercrime treaty"
    assert told(found) == [
        ("2026-01-26", "session", "Vienna", "session-rules-2026"),
        ("2024-12-24", "adoption", "New York", "adoption"),
        ("2025-10-25/2025-10-26", "opening", "Hanoi", "opening-hanoi"),
        ("2026-01-26", "meeting", "", ""),
    ]
    panel = found.proposals[3].event
    assert (panel.who, panel.rests_on, panel.date_text) == (("UNODC", "IPU"), "relative", "yesterday")
    counted = [(n.counts, n.value, n.qualifier) for one in found.proposals for n in one.event.numbers]
    assert counted == [("states", 120, "about"), ("signatories", 72, "exactly")]
    assert [one.error_id for one in found.mistakes] == ["articles-not-68"]
    left = reasons(found)
    assert left["BREAKING: Storm"] == "before"
    assert left["Read also:"] == "related"
    assert left["A first"] == "related"
    assert left["User77: I"] == "related"


def test_a_french_page_of_markup() -> None:
    found = read(reports.FRENCH, file="page.html")
    assert (found.language, found.publisher, found.published_from) == ("fr", "Le Courrier d'Essai", "markup")
    assert told(found) == [
        ("2025-10-25/2025-10-26", "opening", "Hanoi", "opening-hanoi"),
        ("2026-01-26/2026-01-30", "session", "Vienna", "session-rules-2026"),
        ("2022-02/2024-08", "negotiation", "", "negotiation"),
    ]
    assert [one.planned for one in found.proposals] == [False, True, False]


def test_a_vietnamese_page_with_an_unfilled_template() -> None:
    found = read(reports.VIETNAMESE)
    assert (found.language, found.publisher, found.published) == ("vi", "Báo Thử", date(2025, 10, 27))
    assert told(found) == [
        ("2025-10-25", "opening", "Hanoi", "opening-hanoi"),
        ("2025-10-26", "signature", "Hanoi", "count-hanoi"),
        ("2026-01-26/2026-01-30", "session", "Vienna", "session-rules-2026"),
    ]
    assert [(n.counts, n.value) for n in found.proposals[1].event.numbers] == [("signatory-states", 72)]
    assert reasons(found)["{{ article.headline"] == "template"


def test_an_arabic_page_with_arabic_figures() -> None:
    found = read(reports.ARABIC)
    assert (found.language, found.published) == ("ar", date(2026, 1, 27))
    assert told(found) == [
        ("2026-01-26/2026-01-30", "session", "Vienna", "session-rules-2026"),
        ("2024-12-24", "adoption", "New York", "adoption"),
    ]


def test_other_news_without_a_heading_is_known_by_its_shape() -> None:
    found = read(reports.UNMARKED)
    assert told(found) == [("2026-01-28", "meeting", "Vienna", "")]
    assert found.published is None


def test_a_report_on_something_else_suggests_nothing() -> None:
    found = read(reports.OFF_TOPIC)
    assert (found.about, found.proposals, found.mistakes) == (False, (), ())


def test_the_first_sample_gives_three_events_and_nothing_of_the_seven_teasers(samples: Path) -> None:
    data = (samples / "press" / "nhandan-2026-01-28.txt").read_bytes()
    found = read(data, file="nhandan-2026-01-28.txt")
    assert told(found) == [
        ("2026-01-26/2026-01-30", "session", "Vienna", "session-rules-2026"),
        ("2025-10-25/2025-10-26", "opening", "Hanoi", "opening-hanoi"),
        ("2026-01-26", "meeting", "Vienna", ""),
    ]
    assert (found.publisher, found.published, found.published_from) == (
        "nhandan.vn",
        date(2026, 1, 28),
        "file-name",
    )
    assert set(found.proposals[2].event.who) == {"Viet Nam", "IPU", "INTERPOL", "UNODC"}
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert len([one for one in found.left_out if one.reason in {"after-end", "truncated"}]) == 8
    assert len([one for one in found.left_out if one.reason == "template"]) == 3


def test_the_second_sample_gives_five_events_with_their_numbers(samples: Path) -> None:
    found = read((samples / "press" / "nld-2025-10-25.txt").read_bytes(), file="nld-2025-10-25.txt")
    assert told(found) == [
        ("2025-10-24", "visit", "Hanoi", ""),
        ("2019", "negotiation", "", "resolution-74-247"),
        ("2022-02/2024-08", "negotiation", "", "negotiation"),
        ("2024-12-24", "adoption", "", "adoption"),
        ("2025-10-25/2025-10-26", "opening", "Hanoi", "opening-hanoi"),
    ]
    counted = [{n.counts: (n.qualifier, n.value) for n in one.event.numbers} for one in found.proposals]
    assert counted[2] == {
        "formal-sessions": ("exactly", 8),
        "intersessional-sessions": ("exactly", 5),
        "months": ("about", 30),
    }
    assert counted[4] == {"states": ("about", 110), "organizations": ("more-than", 10)}
    assert "Russian Federation" in found.proposals[0].event.who
    assert (found.publisher, found.published_from) == ("NLĐO", "page")
    taken = " ".join(text for one in found.proposals for text in one.event.sentences)
    assert "Lương Cường" not in taken


@pytest.mark.parametrize(
    ("sentence", "error_id"),
    [
        ("The Hanoi Convention was signed in Hanoi on 25 October 2024.", "signed-in-2024"),
        ("So far 72 States have ratified the Hanoi Convention.", "signed-not-ratified"),
        ("Article 6 of the Hanoi Convention is about illegal access.", "illegal-access-article-6"),
        ("The Hanoi Convention has 71 articles in nine chapters.", "articles-not-68"),
        ("72 States signed the Hanoi Convention and two ratified it later.", ""),
        ("The Hanoi Convention has 68 articles, and Article 7 is about illegal access.", ""),
    ],
)
def test_what_the_press_often_gets_wrong_is_named(sentence: str, error_id: str) -> None:
    text = f"The Convention against Cybercrime is explained by experts to readers in this long report. {sentence}"
    assert [one.error_id for one in read(text).mistakes] == ([error_id] if error_id else [])


@pytest.mark.parametrize("name", ["ENGLISH", "FRENCH", "VIETNAMESE", "ARABIC", "UNMARKED"])
def test_every_suggestion_has_its_sentence_in_the_file_and_the_same_file_gives_the_same(name: str) -> None:
    found = read(WHOLE[name])
    flat = " ".join(WHOLE[name].split())
    for one in found.proposals:
        assert one.event.sentences
        assert all(" ".join(sentence.split()) in flat for sentence in one.event.sentences)
        assert one.title == shortened(one.event.sentences[0])
    assert [one.number for one in found.proposals] == list(range(1, len(found.proposals) + 1))
    assert read(WHOLE[name]) == found


def test_an_entry_that_the_record_does_not_have_is_new() -> None:
    found = read_report(reports.ENGLISH.encode(), file="r.txt", entries=())
    assert [one.known_as for one in found.proposals] == ["", "", "", ""]


def test_the_day_of_the_report_can_be_given() -> None:
    found = read(reports.UNMARKED.replace("28 January 2026", "28 January"), published=date(2027, 1, 30))
    assert told(found) == [("2027-01-28", "meeting", "Vienna", "")]


def test_a_language_without_a_table_is_refused() -> None:
    with pytest.raises(UsageError) as error:
        read_report(b"text", file="r.txt", entries=(), code="xx")
    assert error.value.code == "treaty.press_language"


BODY = (
    "The Ad Hoc Committee met in Vienna on 26 January 2026 to discuss the Hanoi Convention and its rules.\n\n"
    "The cybercrime treaty was adopted in New York on 24 December 2024. It is a treaty of 68 articles.\n\n"
)
TEASERS = st.lists(
    st.builds(
        "{} met in Geneva on {} {} 2025 to talk about the cybercrime treaty and the Hanoi Convention{}".format,
        st.sampled_from(["Ministers", "Experts of many States", "Diplomats", "Lawyers and judges"]),
        st.integers(1, 28),
        st.sampled_from(["March", "April", "May", "June"]),
        st.sampled_from([".", "...", "…", ""]),
    ),
    max_size=6,
)


@given(
    TEASERS, st.sampled_from(["Related news", "Read more", "Tin liên quan", "À lire aussi", "مواضيع ذات صلة"])
)
def test_nothing_under_a_heading_of_other_news_is_ever_suggested(teasers: list[str], heading: str) -> None:
    found = read("\n\n".join([BODY.strip(), heading, *teasers]))
    assert [str(one.event.when) for one in found.proposals] == ["2026-01-26", "2024-12-24"]
