# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Versions of made-up laws are kept: for tests of the law desk."""

from collections.abc import Mapping, Sequence
from datetime import date

from longbien.actions.law.library.keep import LawText, keep_version
from longbien.actions.law.library.laws import VersionShown
from longbien.actions.node import Node
from longbien.core.base.ids import PartyId
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.versions.facts import LawFacts, VersionFacts
from longbien.store import models
from tests.law_texts import FIRST

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
