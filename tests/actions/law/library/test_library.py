# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Versions of a law are kept once and never changed; which one holds follows from the day; words find provisions in any language."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from longbien.actions.law.library.laws import find_law, laws, provisions_of, text_of, version_on
from longbien.actions.law.library.search import Narrowed, search
from longbien.actions.node import Node
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import PartyId
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.versions.facts import LawFacts
from longbien.store import models
from tests.authority import authority
from tests.law_texts import ARABIC, FIRST, SECOND, VIETNAMESE
from tests.laws import HARBOUR, NEW, OLD, facts, keep
from tests.nodes import Clock, make_node, make_officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def node() -> Node:
    return make_node(authority("AT"), clock=Clock())


@pytest.fixture
def clerk() -> models.Officer:
    return make_officer("clerk-1", "law-officer")


def code(verb: Callable[[], object]) -> str:
    with pytest.raises(LongBienError) as refused:
        verb()
    return refused.value.code


def test_two_versions_of_one_law_each_hold_on_their_days(node: Node, clerk: models.Officer) -> None:
    keep(node, clerk)
    keep(node, clerk, SECOND, facts(NEW))
    labels = [
        version_on("HC", day, node=node, actor=clerk).label
        for day in (OLD, date(2025, 12, 31), NEW, date(2030, 1, 1))
    ]
    assert labels == ["2020-01-01", "2020-01-01", "2026-01-01", "2026-01-01"]
    assert (
        code(lambda: version_on("HC", date(2019, 12, 31), node=node, actor=clerk))
        == "law_library.none_in_force"
    )
    assert provisions_of("AT/HC/2020-01-01", node=node, actor=clerk) == tuple(FIRST)
    assert text_of("HC", node=node, actor=clerk, day=date(2021, 1, 1)).provisions == tuple(FIRST)
    assert text_of("HC", node=node, actor=clerk).provisions == tuple(SECOND)


def test_keeping_is_a_leaf_of_the_log(node: Node, clerk: models.Officer) -> None:
    made = keep(node, clerk)
    record = models.DecisionRecord.objects.get(verb="law.keep")
    assert record.leaf_index == made.leaf_index
    assert made.digest.encode() in bytes(record.record)


def test_a_version_that_comes_later_is_announced(node: Node, clerk: models.Officer) -> None:
    keep(node, clerk)
    keep(node, clerk, SECOND, facts(date(2031, 1, 1)))
    shown = find_law("AT/HC", node=node, actor=clerk)
    assert [(one.label, one.standing.value) for one in shown.versions] == [
        ("2031-01-01", "not_yet"),
        ("2020-01-01", "in_force"),
    ]
    assert [(one.code, one.label) for one in shown.warnings] == [("law_library.not_yet", "2031-01-01")]


def test_a_correction_takes_the_place_of_what_it_corrects(node: Node, clerk: models.Officer) -> None:
    keep(node, clerk)
    assert (
        code(lambda: keep(node, clerk, SECOND, facts(OLD, corrects="2020-01-01")))
        == "law_library.correction_reason"
    )
    wrong = facts(NEW, corrects="2020-01-01", reason="a line was lost")
    assert code(lambda: keep(node, clerk, SECOND, wrong)) == "law_library.correction_day"
    right = facts(None, corrects="2020-01-01", reason="a line was lost")
    made = keep(node, clerk, SECOND, right)
    assert (made.label, made.in_force_from, made.corrects) == ("2020-01-01.2", OLD, "2020-01-01")
    assert version_on("HC", node=node, actor=clerk).label == "2020-01-01.2"
    first = find_law("HC", node=node, actor=clerk).version("2020-01-01")
    assert (first.standing.value, first.corrected_by) == ("corrected", "2020-01-01.2")
    assert provisions_of("AT/HC/2020-01-01", node=node, actor=clerk) == tuple(FIRST)
    assert code(lambda: keep(node, clerk, FIRST, right)) == "law_library.correction_done"


def test_what_cannot_be_is_refused_and_nothing_is_kept(node: Node, clerk: models.Officer) -> None:
    tries = {
        "people.not_permitted": lambda: keep(node, make_officer("auditor-1", "auditor")),
        "law.lines_empty": lambda: keep(node, clerk, ()),
        "law_library.source_missing": lambda: keep(node, clerk, FIRST, facts(source=" ")),
        "law_library.source_url": lambda: keep(node, clerk, FIRST, facts(source_url="javascript:x")),
        "law_library.translation": lambda: keep(node, clerk, FIRST, facts(translation="poetic")),
        "law_library.language": lambda: keep(node, clerk, FIRST, facts(language="e n")),
        "law_library.until_before": lambda: keep(node, clerk, FIRST, facts(in_force_until=OLD)),
        "law_library.version_not_found": lambda: keep(node, clerk, FIRST, facts(corrects="x", reason="y")),
        "law_library.missing": lambda: keep(node, clerk, law=LawFacts(state=PartyId("AT"), code="NEW")),
    }
    assert {code(verb) for verb in tries.values()} == set(tries)
    assert (
        models.Law.objects.count(),
        models.LawProvision.objects.count(),
        models.DecisionRecord.objects.count(),
    ) == (0, 0, 0)


def test_the_same_label_or_text_is_not_kept_twice(node: Node, clerk: models.Officer) -> None:
    keep(node, clerk)
    assert code(lambda: keep(node, clerk)) == "law_library.same_text"
    assert code(lambda: keep(node, clerk, SECOND, facts(label="2020-01-01"))) == "law_library.label_taken"
    other = LawFacts(state=PartyId("AT"), code="HC", title="Another title")
    assert code(lambda: keep(node, clerk, SECOND, law=other)) == "law_library.law_other"


def test_a_text_that_was_changed_in_the_store_is_not_shown(node: Node, clerk: models.Officer) -> None:
    keep(node, clerk)
    models.LawProvision.objects.filter(provision="HC:2").update(text="Whoever enters may stay.")
    assert code(lambda: provisions_of("AT/HC/2020-01-01", node=node, actor=clerk)) == "law_library.damaged"


def test_words_find_provisions_in_their_own_language(node: Node, clerk: models.Officer) -> None:
    keep(node, clerk)
    keep(node, clerk, SECOND, facts(NEW))
    vietnamese = LawFacts(
        state=PartyId("VN"), code="BC", title="Luật bến cảng (hư cấu)", language="vi", kind="act"
    )
    arabic = LawFacts(
        state=PartyId("AE"), code="QM", title="قانون الميناء (مختلق)", language="ar", kind="act"
    )
    keep(node, clerk, VIETNAMESE, law=vietnamese)
    keep(node, clerk, ARABIC, law=arabic)

    def found(text: str, **within: object) -> list[str]:
        given = Narrowed(**within)  # type: ignore[arg-type] # members by name
        return [
            one.provision + "@" + one.label for one in search(text, node=node, actor=clerk, within=given).hits
        ]

    assert found("tide table") == ["HC:4@2026-01-01", "HC:1@2026-01-01"]
    assert found("tides tables", day=date(2021, 1, 1)) == ["HC:3@2020-01-01", "HC:1@2020-01-01"]
    assert len(found("tide table", every=True)) == 4
    assert found("thuy trieu") == ["BC:1@2020-01-01"]
    assert found("الآلة", state="AE")[0] == "QM:2@2020-01-01"
    assert found("ميناء") == found("الميناء") != []
    assert found("machine", language="vi") == []
    assert found('"two machines"') == ["HC:3@2026-01-01"]
    assert found("mooring") == []
    assert search("mooring", node=node, actor=clerk).elsewhere == 1
    hit = search("lanterns", node=node, actor=clerk, within=Narrowed(law="HC")).hits[0]
    assert [hit.text[start:end] for start, end in hit.text_spans] == ["lanterns"]
    assert code(lambda: search(" – ", node=node, actor=clerk)) == "law_library.nothing_asked"


def test_one_word_ranks_headings_first_then_how_often_it_stands(node: Node, clerk: models.Officer) -> None:
    texts = (
        ("Dues", "Nobody pays for a lantern."),
        ("Winter", "A lantern, and another lantern, and a third lantern burn at the mole."),
        ("Lantern", "It burns at night."),
    )
    made = [
        Provision(id=f"HC:{number}", number=str(number), heading=heading, text=text)
        for number, (heading, text) in enumerate(texts, start=1)
    ]
    keep(node, clerk, made)
    hits = search("lantern", node=node, actor=clerk).hits
    assert [one.provision for one in hits] == ["HC:3", "HC:2", "HC:1"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's index has no list of new words")
def test_new_words_are_in_the_index_when_a_version_is_kept(node: Node, clerk: models.Officer) -> None:
    keep(node, clerk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list('law_provision_words'::regclass)")
        assert cursor.fetchone() == (0,)


def test_the_list_is_narrowed(node: Node, clerk: models.Officer) -> None:
    keep(node, clerk)
    keep(
        node,
        clerk,
        VIETNAMESE,
        law=LawFacts(state=PartyId("VN"), code="HC", title="Luật bến cảng", language="vi", kind="code"),
    )
    assert [one.ref for one in laws(node=node, actor=clerk)] == ["AT/HC", "VN/HC"]
    assert [one.ref for one in laws(node=node, actor=clerk, kind="code")] == ["VN/HC"]
    assert [one.ref for one in laws(node=node, actor=clerk, text="harbour")] == ["AT/HC"]
    assert code(lambda: find_law("HC", node=node, actor=clerk)) == "law_library.law_ambiguous"
    assert code(lambda: find_law("AT/XX", node=node, actor=clerk)) == "law_library.law_not_found"
    assert HARBOUR.code == "HC"


def test_no_sign_of_a_query_reaches_the_index(node: Node, clerk: models.Officer) -> None:
    keep(node, clerk)
    nasty = (
        "tide AND",
        "NEAR(tide table)",
        "heading:tide",
        "tide*",
        "'tide' OR 1=1",
        '"tide',
        "tide\x00",
        "(tide",
        "^tide -table",
        "{a b}: tide",
        "tide|!&<->table",
        "\\tide",
    )
    found = {text: search(text, node=node, actor=clerk).total for text in nasty}
    assert found["tide*"] == found["(tide"] == found['"tide'] == found["\\tide"] == 2
    assert search("tide " * 200, node=node, actor=clerk).total == 2
    assert search("\ud800 tide", node=node, actor=clerk).total == 2
