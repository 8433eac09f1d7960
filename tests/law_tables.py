# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Concordances made up for tests: invented laws, three seats, a gap, a dissent, parts that are withheld. No State has such a law."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from longbien.actions.law.concordance.keeping import HEAD, LISTS, Put, head, key_of, put
from longbien.actions.node import Node
from longbien.core.base.canonical import encode
from longbien.core.law.concordance.codes import (
    Choice,
    Coverage,
    Found,
    Grade,
    Part,
    Practice,
    Safeguard,
    Seat,
    Source,
)
from longbien.core.law.concordance.grid import duties_of_law, grid, leading
from longbien.core.law.concordance.table import (
    Assessment,
    Clause,
    Concordance,
    Dissent,
    ElementFinding,
    Evidence,
    Link,
    Need,
    OptionChoice,
    Row,
    SafeguardFinding,
    TextUsed,
)
from longbien.core.law.concordance.written import value_json
from longbien.core.treaty.provisions.citation import ProvisionId
from longbien.store import models

DAY = date(2026, 11, 20)
SECRET = "The ministry has no trained staff, said the head of unit."
"""What must not leave: it stands in a withheld gap."""
SECRET_OWNER = "Directorate of Unwritten Plans"
SECRET_INTERVIEW = "Interview with a judge in the capital"
PERSON = "vn-law-7"
"""The role id of an assessor: no public version names a person."""
AURELIAN = "Whoever enters a computing machine of another without leave is punished by up to three years of imprisonment."


def said(
    seat: Seat, law: Coverage, *, practice: Practice = Practice.UNKNOWN, author: str = "", **more: object
) -> Assessment:
    """Make an assessment of round 1."""
    who = author or {"first": PERSON, "second": "vn-law-8", "reviewer": "vn-law-9"}[seat.value]
    return Assessment(seat=seat, author=who, day=DAY, law=law, practice=practice, **more)  # type: ignore[arg-type]


def elements(duty: str, missing: Sequence[str] = (), penalty: str = "") -> tuple[ElementFinding, ...]:
    """Tick every element of a duty but the missing ones; elements that a State may add are not asked for."""
    return tuple(
        ElementFinding(
            element=one.key,
            found=Found.MISSING if one.key in missing or one.key.startswith("optional") else Found.FOUND,
            words=penalty if one.key == "penalty" else "",
        )
        for one in grid(duty)
    )


def link(number: str, text: str = AURELIAN, *, language: str = "en", law: str = "AUR") -> Link:
    """Make a link to a provision of an invented law."""
    return Link(
        provision=f"{law}:{number}",
        law=law,
        version="2018-01-01",
        number=number,
        heading="Entering without leave",
        text=text,
        language=language,
        grade=Grade.PRINCIPAL,
        by=PERSON,
        day=DAY,
    )


def decided(duty: str, law: Coverage, *, links: tuple[Link, ...] = (), **more: object) -> Row:
    """Make a row on which all three agree."""
    seats = tuple(said(seat, law, **more) for seat in Seat)  # type: ignore[arg-type]
    return Row(id=ProvisionId(duty), links=links, assessments=seats)


def _access() -> Row:
    return decided(
        "7.1",
        Coverage.FULL,
        practice=Practice.APPLIED,
        links=(link("12.1"),),
        elements=elements("7.1", penalty="up to three years of imprisonment"),
        options=(
            OptionChoice(provision=ProvisionId("7.2"), choice=Choice.DECLINED, reason="Police asked so."),
        ),
    )


def _interception() -> Row:
    return Row(
        id=ProvisionId("8.1"),
        links=(link("13", "مادة من قانون مخترع", language="ar"),),
        assessments=(
            said(Seat.FIRST, Coverage.FULL, elements=elements("8.1")),
            said(Seat.SECOND, Coverage.PART, gap="Emissions are not named."),
            said(
                Seat.REVIEWER,
                Coverage.PART,
                practice=Practice.ADOPTED_NOT_APPLIED,
                gap="Electromagnetic emissions are not named.",
                risk="A partner's request on emissions would fail.",
                obstacles=("capacity", "coordination"),
                elements=elements("8.1", missing=("object",), penalty="a fine"),
                evidence=(
                    Evidence(kind=Source.INTERVIEW, text=SECRET_INTERVIEW),
                    Evidence(kind=Source.DOCUMENT, text="Annual report of the courts", public=True),
                ),
                needs=(Need(code="b1", text="Training for twelve investigators", received="None"),),
            ),
        ),
        clauses=(
            Clause(
                id="c1",
                text="In section 13, after \u201cmessages\u201d, insert \u201cand emissions\u201d.",
                language="en",
                law="AUR",
                provision="13",
                model="The parent treaty",
                effect_on_rights="privacy",
                author=PERSON,
            ),
        ),
        dissents=(Dissent(round=1, author=PERSON, day=DAY, text="The word signal reaches emissions."),),
        ministry="Ministry of Justice",
        due=date(2027, 3, 1),
        bill_stage="drafting",
    )


def _others() -> tuple[Row, ...]:
    """Give a row of which parts are withheld, one that is withheld, one that waits, and a power."""
    damage = replace(
        decided("9.1", Coverage.NONE, gap=SECRET, obstacles=("no-law",)),
        ministry=SECRET_OWNER,
        due=date(2027, 6, 1),
        withheld=frozenset({Part.GAP, Part.OWNER}),
    )
    hidden = replace(
        decided("10", Coverage.PART, gap=SECRET, links=(link("15"),)), withheld=frozenset({Part.ROW})
    )
    waiting = Row(
        id=ProvisionId("12.1"), assessments=(said(Seat.FIRST, Coverage.NONE, gap="A draft of one person."),)
    )
    guards = tuple(
        SafeguardFinding(safeguard=one, found=Found.MISSING if one is Safeguard.NOTICE else Found.FOUND)
        for one in Safeguard
    )
    power = decided(leading(27), Coverage.FULL, links=(link("40"),), safeguards=guards)
    return damage, hidden, waiting, power


def sample(state: str = "VN", *, every: bool = False) -> Concordance:
    """Make a concordance with something of everything; `every`: with a row for every duty of the law desk."""
    rows = {row.id: row for row in (_access(), _interception(), *_others())}
    names = duties_of_law() if every else tuple(rows)
    return Concordance(
        id="c" * 32,
        title="The Computing Machines Act and the Convention",
        state=state,
        language="en",
        as_of=DAY,
        texts=(
            TextUsed(
                law="AUR",
                version="2018-01-01",
                title="Computing Machines Act",
                language="en",
                digest="ab" * 32,
                as_of=date(2026, 1, 1),
            ),
        ),
        rows=tuple(rows.get(one, Row(id=one)) for one in names),
    )


def hold(node: Node, value: Concordance) -> str:
    """Keep a whole table as a node's own rows, piece by piece, and give its id."""
    now = node.clock()
    row = models.LawConcordance.objects.create(
        ref=value.id,
        title=value.title,
        state=value.state,
        language=value.language,
        as_of=value.as_of,
        begun_by=PERSON,
        begun_at=now,
    )
    for used in value.texts:
        row.texts.create(
            law=used.law,
            version=used.version,
            used=encode(value_json(used)),
            lines=b"",
            count=0,
            kept_by=PERSON,
            kept_at=now,
        )
    for one in value.rows:
        pieces: list[tuple[str, object]] = [(HEAD, head(one))]
        for kind, (name, _type) in LISTS.items():
            pieces += [(kind, each) for each in getattr(one, name)]
        for kind, each in pieces:
            put(row, Put(row=one.id, kind=kind, key=key_of(kind, each), value=each, by=PERSON, at=now))
    return value.id
