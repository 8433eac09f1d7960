# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Made-up laws of no State, in several languages, with versions: for tests of the law desk."""

from collections.abc import Mapping, Sequence
from datetime import date

from longbien.actions.law.library.keep import LawText, keep_version
from longbien.actions.law.library.laws import VersionShown
from longbien.actions.node import Node
from longbien.core.base.ids import PartyId
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.versions.facts import LawFacts, VersionFacts
from longbien.store import models

OFFENCES = ("Part II", "Chapter 3. Offences by means of machines")
FIRST: Sequence[Provision] = (
    Provision(
        id="HC:1",
        number="1",
        heading="Words",
        text="In this Act, a machine is any device that keeps tide tables.",
    ),
    Provision(
        id="HC:2",
        number="2",
        heading="Entering a machine",
        text="Whoever enters a machine of the harbour without being allowed to is fined up to ten lanterns.",
        path=OFFENCES,
    ),
    Provision(
        id="HC:3",
        number="3",
        heading="Spoiling tide tables",
        text="Whoever changes or deletes a tide table without right is locked up for at most two winters.",
        path=OFFENCES,
    ),
    Provision(
        id="HC:4",
        number="4",
        heading="Whistles",
        text="A ship that enters in fog gives two long blasts on its whistle before it passes the mole.",
    ),
    Provision(id="HC:5", number="5", heading="Fees", text="Nobody pays a fee for mooring at night."),
)
SECOND: Sequence[Provision] = (
    FIRST[0],
    Provision(
        id="HC:2",
        number="2",
        heading="Entering a machine",
        text="Whoever enters a machine of the harbour or of a lighthouse without being allowed to is fined up to thirty lanterns.",
        path=OFFENCES,
    ),
    Provision(
        id="HC:3",
        number="3",
        heading="Listening",
        text="Whoever listens to what two machines say to each other is fined up to thirty lanterns.",
        path=OFFENCES,
    ),
    Provision(
        id="HC:4",
        number="4",
        heading="Spoiling tide tables",
        text="Whoever changes or deletes a tide table without right is locked up for at most two winters.",
        path=OFFENCES,
    ),
    Provision(
        id="HC:5",
        number="5",
        heading="Whistles",
        text="A ship that enters in fog gives two long blasts on its whistle before it passes the mole.",
    ),
)
VIETNAMESE: Sequence[Provision] = (
    Provision(
        id="BC:1",
        number="1",
        heading="Từ ngữ",
        text="Trong Luật này, máy là thiết bị lưu giữ bảng thủy triều của bến cảng.",
    ),
    Provision(
        id="BC:2",
        number="2",
        heading="Vào máy trái phép",
        text="Người nào vào máy của bến cảng mà không được phép thì bị phạt tiền.",
    ),
)
ARABIC: Sequence[Provision] = (
    Provision(
        id="QM:1",
        number="1",
        heading="تعريفات",
        text="في هذا القانون، الآلة كل جهاز يحفظ جداول المد في الميناء.",
    ),
    Provision(
        id="QM:2",
        number="2",
        heading="الدخول إلى الآلة",
        text="يعاقب بالغرامة كل من دخل آلة الميناء دون إذن.",
    ),
)
HARBOUR = LawFacts(
    state=PartyId("AT"), code="HC", title="Harbour Machines Act (invented)", language="en", kind="act"
)
OLD, NEW = date(2020, 1, 1), date(2026, 1, 1)


def facts(since: date | None = OLD, **more: object) -> VersionFacts:
    """Say what is said of a version; everything may be said otherwise."""
    given: Mapping[str, object] = {"source": "Harbour Gazette (invented)", "in_force_from": since, **more}
    return VersionFacts(**given)  # type: ignore[arg-type] # members by name


def keep(
    node: Node,
    actor: models.Officer,
    provisions: Sequence[Provision] = FIRST,
    version: VersionFacts | None = None,
    law: LawFacts = HARBOUR,
) -> VersionShown:
    """Keep a version of the harbour law, or of another."""
    return keep_version(
        node=node, actor=actor, law=law, version=version or facts(), text=LawText(provisions=provisions)
    )
