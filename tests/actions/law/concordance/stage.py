# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A concordance of the invented State Aurelia (XA) with two assessors and a reviewer."""

from dataclasses import dataclass
from datetime import date

from longbien.actions.law.concordance.assign import Assignment, assign
from longbien.actions.law.concordance.begin import Beginning, add_text, begin
from longbien.actions.node import Node
from longbien.core.law.concordance.codes import Coverage, Found, Practice, Seat
from longbien.core.law.concordance.table import Assessment, ElementFinding, TextUsed
from longbien.core.law.provisions.lines import write_lines
from longbien.core.law.provisions.provision import Provision
from longbien.store import models

PROVISIONS = (
    Provision(
        id="ACT:4",
        number="4",
        heading="Unlawful entry",
        text="Whoever without right enters a computer system is punished with up to three years.",
        path=("Chapter II. Offences",),
    ),
    Provision(
        id="ACT:5",
        number="5",
        heading="Listening in",
        text="Whoever records what is sent between computers is punished.",
    ),
    Provision(
        id="ACT:21",
        number="21",
        heading="Orders",
        text="A judge may order whoever holds records to hand them over.",
    ),
)
LAW = TextUsed(law="ACT", version="2018", title="Computers Act", language="en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The node, the three officers, the concordance."""

    node: Node
    first: models.Officer
    second: models.Officer
    reviewer: models.Officer
    ref: str


def begun(node: Node, first: models.Officer, second: models.Officer, reviewer: models.Officer) -> Stage:
    """Begin it, take its one law in, and name who assesses Article 7 and 25."""
    ref = begin(
        node=node, actor=first, beginning=Beginning(title="Aurelia and the Convention", language="en")
    )
    add_text(node=node, actor=first, ref=ref, text=LAW, data=write_lines(PROVISIONS))
    seats = Assignment(
        ministry="Ministry of Justice", first=first.role_id, second=second.role_id, reviewer=reviewer.role_id
    )
    assign(node=node, actor=first, ref=ref, rows=("7", "25"), assignment=seats)
    return Stage(node=node, first=first, second=second, reviewer=reviewer, ref=ref)


def finding(law: Coverage, *, gap: str = "", mental: Found = Found.FOUND) -> Assessment:
    """Make what an assessor of 7.1 enters; seat, author and day are the verb's."""
    return Assessment(
        seat=Seat.FIRST,
        author="-",
        day=date(2026, 1, 1),
        law=law,
        practice=Practice.APPLIED,
        gap=gap,
        elements=(
            ElementFinding(element="conduct.1", found=Found.FOUND, words="enters", provision="ACT:4"),
            ElementFinding(element="mental", found=mental),
        ),
    )
