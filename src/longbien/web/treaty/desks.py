# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where on this node an article is carried out: its desks (`core.treaty.desks`), with the addresses of those that have pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from longbien.core.cooperation.forms.kinds import forms
from longbien.core.treaty.provisions.citation import ProvisionId
from longbien.core.treaty.provisions.desks import desks_of

ROUTES: Final[Mapping[str, str]] = {
    "treaty": "treaty",
    "parties": "parties",
    "cooperation": "inbox",
    "evidence": "evidence",
    "law": "law",
    "conference": "conference",
}
"""The first page of each desk that has pages, by the name of its address."""
OPEN: Final = frozenset({"treaty", "conference"})
"""Desks whose first page is open to everyone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDesk:
    """A desk on an article's page: its name, the name of its address ("" if it has no pages), and whether everyone may open it."""

    name: str
    route: str
    public: bool


def desks_shown(article: int) -> tuple[ShownDesk, ...]:
    """Give the desks that carry out an article, the first one mainly."""
    return tuple(
        ShownDesk(
            name=desk.name,
            route=ROUTES.get(desk.name, "") if desk.built else "",
            public=desk.name in OPEN,
        )
        for desk in desks_of(ProvisionId(str(article)))
    )


def form_labels(article: int) -> tuple[str, ...]:
    """Give the labels of the request kinds that carry out an article, in English."""
    return tuple(form.label for form in forms().values() if form.article.split(".", 1)[0] == str(article))
