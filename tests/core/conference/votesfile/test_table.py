# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of recorded votes: how they may be written, what is found in them, what each item comes to, and that nothing is dropped in silence."""

import contextlib
import csv
import io
import random
from collections.abc import Iterator

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError
from longbien.core.conference.rules.load import rule_set
from longbien.core.conference.votesfile.gather import Finding, Gathering
from longbien.core.conference.votesfile.outcomes import Question, Result, results
from longbien.core.conference.votesfile.spelling import folded, voters, words
from longbien.core.conference.votesfile.table import How, encoding_of, gather
from longbien.core.treaty.status.participants import participants
from tests.core.conference.counting.rules import refuses
from tests.fuzz import mutate

HEAD = "meeting,date,item,state,vote"
STATES = [code for code, row in participants().items() if row.is_state]
PLAIN = How()


def read(text: str, how: How = PLAIN) -> tuple[Gathering, list[Finding]]:
    """Read a table."""
    found: list[Finding] = []
    return gather(iter(io.StringIO(text, newline="")), how, found.append), found


def judged(text: str, threshold: str = "simple", **asked: int) -> list[Result]:
    """Give the results of a table."""
    question = Question(rules=rule_set(), threshold=threshold, compared=("simple", "two_thirds"), **asked)
    return list(results(read(text)[0], question))


def lines(*votes: str, item: str = "L.1") -> str:
    """Give a table with one item: `VN yes`."""
    return "\n".join([HEAD, *(f"GA,2019-12-27,{item},{vote.replace(' ', ',')}" for vote in votes)]) + "\n"


def roll(in_favour: int, against: int, abstain: int) -> str:
    """Give a table with these totals."""
    votes = ["yes"] * in_favour + ["no"] * against + ["abstain"] * abstain
    return lines(*(f"{state} {vote}" for state, vote in zip(STATES, votes, strict=False)))


@pytest.mark.parametrize(
    ("numbers", "simple", "two_thirds"),
    [
        ((79, 60, 33), "adopted", "rejected"),
        ((51, 49, 25), "adopted", "rejected"),
        ((47, 47, 20), "rejected", "rejected"),
        ((101, 0, 4), "adopted", "adopted"),
    ],
)
def test_recorded_votes_are_recomputed_under_both_rules(
    numbers: tuple[int, int, int], simple: str, two_thirds: str
) -> None:
    (found,) = judged(roll(*numbers))
    counted = found.verdict.tally
    assert (counted.in_favour, counted.against, counted.abstain) == numbers
    assert (found.verdict.outcome, found.otherwise["two_thirds"]) == (simple, two_thirds)
    assert ("conference_votes.differs_rule" in found.differences) == (simple != two_thirds)


@pytest.mark.parametrize(
    "text",
    [
        "Séance;Date;Résolution;Pays;Vote\nx;2020-01-01;L.1;Allemagne;oui\nx;2020-01-01;L.1;FRA;contre\n",
        "rcid\tcountry\tcountry_code\tvote\nL.1\tGermany\tDE\tyes\nL.1\tFrance\tFR\tno\n",
        'sep=|\nItem|State|Vote\n"L.1"|"DEU"|"Y"\n"L.1"|" france "|N\n',
        "\n\ufeff ITEM ,STATE,VOTE\r\nL.1,德国,赞成\r\nL.1,فرنسا,لا\r\n",
    ],
)
def test_a_table_may_be_written_in_many_ways(text: str) -> None:
    gathered, found = read(text)
    (item,) = gathered.items.values()
    assert found == []
    assert [mask.bit_count() for mask in item.masks] == [1, 1, 0, 0]


def test_each_line_that_is_not_counted_as_it_stands_is_reported_with_its_number() -> None:
    text = lines("VN yes", "FR no", "VN no", "Atlantis no", "DE perhaps", "FR no", "YU abstain") + "GA,x\n\n"
    gathered, found = read(text)
    assert [(one.line, one.code.removeprefix("conference_votes.line_")) for one in found] == [
        (4, "contradicts"),
        (5, "state"),
        (6, "vote"),
        (7, "twice"),
        (9, "width"),
    ]
    (item,) = gathered.items.values()
    assert [mask.bit_count() for mask in item.masks] == [0, 1, 1, 0]
    assert (item.open, item.former, gathered.former_states()) == (3, True, {"Yugoslavia": 1})


def test_what_could_not_be_counted_makes_the_outcome_unsure_only_if_it_could_change_it() -> None:
    close, clear = (
        judged(lines(*(f"{state} yes" for state in STATES[:number]), "Atlantis no", "Thule no"))[0]
        for number in (2, 3)
    )
    assert (close.sure, clear.sure) == (False, True)
    assert "conference_votes.differs_open" in close.differences


def test_a_recorded_outcome_and_totals_are_compared() -> None:
    head = "item,state,vote,outcome,for,against,abstain\n"
    right = judged(head + "1,VN,yes,adopté,1,0,0\n")[0]
    wrong = judged(head + "1,VN,yes,Rejected,2,0,0\n")[0]
    unread = judged(head + "1,VN,yes,perhaps,many,,\n")[0]
    assert right.differences == ()
    assert wrong.differences == ("conference_votes.differs_outcome", "conference_votes.differs_totals")
    assert unread.differences == ("conference_votes.differs_unread",)


def test_outcomes_recorded_differently_for_one_item_are_reported() -> None:
    _, found = read("item,state,vote,outcome\n1,VN,yes,adopted\n1,FR,yes,rejected\n")
    assert [(one.line, one.code) for one in found] == [(3, "conference_votes.line_recorded")]


def test_the_electorate_and_the_quorum_can_be_given() -> None:
    (found,) = judged(roll(57, 7, 34), members=190, parties=190)
    (few,) = judged(roll(57, 7, 31), members=190, parties=190)
    (absolute,) = judged(roll(57, 7, 34), threshold="absolute", members=190)
    assert (found.verdict.not_voting, found.verdict.outcome) == (92, "adopted")
    assert few.verdict.outcome == "no_quorum"
    assert (absolute.verdict.outcome, absolute.verdict.needed) == ("rejected", 96)


def test_numbers_mean_what_the_caller_says() -> None:
    how = How(spellings={"1": "yes", "2": "abstain", "3": "no", "8": "absent"})
    gathered, found = read(lines("VN 1", "FR 2", "DE 3", "IT 8"), how)
    assert found == []
    assert [mask.bit_count() for mask in next(iter(gathered.items.values())).masks] == [1, 1, 1, 1]


def test_names_that_are_no_states_are_counted_only_if_asked_for() -> None:
    text = lines("Ruritania yes", "Graustark no")
    assert len(read(text)[1]) == 2
    gathered, found = read(text, How(any_name=True))
    assert (found, [one.name for one in gathered.voters]) == ([], ["Ruritania", "Graustark"])


@pytest.mark.parametrize(
    ("text", "how", "code"),
    [
        ("", PLAIN, "file_empty"),
        ("\n" * 200, PLAIN, "file_empty"),
        ("state,vote\n", PLAIN, "file_headings"),
        ("item,state,vote,choice\n", PLAIN, "file_heading_twice"),
        ("item,state,country,vote\n", PLAIN, "file_heading_twice"),
        ("item,iso2,iso3,vote\n", PLAIN, "file_heading_twice"),
        ('item,state,vote\n1,VN,"yes\n', PLAIN, "file_broken"),
        ('item,state,vote\n1,"V"N,yes\n', PLAIN, "file_broken"),
        ("item,state,vote\n" + "x" * 1_000_000, PLAIN, "file_line"),
        ("item,state,vote\n", How(columns={"moon": "x"}), "file_column"),
        ("item,state,vote\n", How(spellings={"1": "perhaps"}), "file_spelling"),
        ("item,state,vote\n", How(delimiter="ab"), "file_delimiter"),
    ],
)
def test_what_is_no_table_of_votes_is_refused(text: str, how: How, code: str) -> None:
    with refuses(code):
        read(text, how)


def test_a_file_says_its_encoding_by_its_first_bytes() -> None:
    marks = [encoding_of(HEAD.encode(name)) for name in ("utf-8-sig", "utf-16", "utf-8")]
    assert marks == ["utf-8-sig", "utf-16", "utf-8"]


def test_every_participant_is_found_by_its_codes_and_its_name_in_each_language() -> None:
    found = {code: voters().find(code) for code in participants()}
    assert all(one is not None and one.code == code for code, one in found.items())
    for code, row in participants().items():
        for name in (row.alpha3, *row.names.values()):
            held = voters().find(name)
            assert not name or (held is not None and held.code == code)


def test_a_former_state_is_never_counted_as_another() -> None:
    found = {name: voters().find(name) for name in ("YU", "USSR", "Czechoslovakia", "YUG", "Zaire")}
    assert all(one is not None and one.former for one in found.values())
    assert {one.code for one in found.values() if one} & set(participants()) == set()


def test_accents_and_capitals_tell_a_name_from_a_code() -> None:
    names = [voters().find(name) for name in ("AO", "Áo", "MY", "Mỹ", "NGA", "Nga")]
    assert [one.code for one in names if one] == ["AO", "AT", "MY", "US", "NG", "RU"]


@given(
    st.lists(
        st.tuples(st.sampled_from(STATES[:8]), st.sampled_from(("yes", "no", "abstain", "absent"))),
        max_size=30,
    )
)
def test_each_line_is_counted_once_or_reported(votes: list[tuple[str, str]]) -> None:
    gathered, found = read(lines(*(f"{state} {vote}" for state, vote in votes)))
    counted = sum(mask.bit_count() for item in gathered.items.values() for mask in item.masks)
    disputed = sum(item.disputed.bit_count() for item in gathered.items.values())
    assert counted + disputed == len({state for state, _ in votes})
    assert len(found) == len(votes) - counted - disputed


@given(
    st.lists(st.tuples(st.sampled_from(STATES[:8]), st.sampled_from(("yes", "no", "abstain"))), max_size=20),
    st.randoms(),
)
def test_the_order_of_lines_changes_no_result(votes: list[tuple[str, str]], chance: random.Random) -> None:
    given_lines = [f"{state} {vote}" for state, vote in votes]
    shuffled = given_lines.copy()
    chance.shuffle(shuffled)
    one, other = judged(lines(*given_lines)), judged(lines(*shuffled))
    assert [found.verdict for found in one] == [found.verdict for found in other]


@given(st.text(max_size=300))
def test_any_text_ends_in_results_or_in_one_of_our_errors(text: str) -> None:
    with contextlib.suppress(LongBienError):
        judged(text)
    with contextlib.suppress(LongBienError):
        judged(f"{HEAD}\n{text}")


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_a_written_table_reads_back() -> None:
    sink = io.StringIO()
    csv.writer(sink).writerows([HEAD.split(","), ["a,b", 'say "x"', "line\nbreak", "VN", "yes"]])
    gathered, found = read(sink.getvalue())
    assert (list(gathered.items), found) == ([("a,b", 'say "x"', "line\nbreak")], [])
    assert set(words().votes.values()) == {"yes", "no", "abstain", "absent"}


@pytest.mark.fuzz
def test_mutated_tables_end_in_results_or_in_one_of_our_errors(rounds: Iterator[random.Random]) -> None:
    data = lines("VN yes", "FR no", "Việt_Nam abstain", '"DE" yes').encode()
    for chance in rounds:
        with contextlib.suppress(LongBienError):
            judged(mutate(data, chance).decode("utf-8", errors="replace"))


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar", "vi"])
def test_the_names_that_the_unicode_consortium_gives_are_found_in_each_language(language: str) -> None:
    names = {
        code: name for code, name in Locale.parse(language).territories.items() if code in participants()
    }
    found = {code: voters().find(name) for code, name in names.items()}
    assert [code for code, one in found.items() if one is None or one.code != code] == []
