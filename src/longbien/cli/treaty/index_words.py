# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The indexes of the Convention on a terminal: each row cites its duty and carries its mark."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from longbien.cli.tables import table
from longbien.cli.treaty.article_words import described
from longbien.core.treaty.provisions import indexes
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.provisions.indexes import Contents, Row
from longbien.texts import word

INDEXES: Final[Mapping[str, Callable[[], Sequence[Row[object]]]]] = MappingProxyType(
    {
        "deadlines": indexes.deadlines,
        "doubtful": indexes.doubtful,
        "notices": indexes.notices,
        "offences": indexes.offences,
        "optional-elements": indexes.optional_elements,
        "prohibited-grounds": indexes.prohibited_grounds,
        "refusal-grounds": indexes.refusal_grounds,
        "registers": indexes.registers,
        "request-contents": indexes.request_contents,
        "reservations": indexes.reservations,
        "thresholds": indexes.thresholds,
    }
)
"""The indexes by the name under which a person asks for them."""


def index_words(rows: Sequence[Row[object]]) -> str:
    """Write an index as a table."""
    source = convention()
    cells = [
        (row.duty.cite_short, _fact(row.fact), word("en", "treaty_standing", source.standing(row.duty)))
        for row in rows
    ]
    return f"{word('en', 'treaty_text', 'paraphrase')}:\n\n{table(('', 'what', 'how sure'), cells)}"


def _fact(fact: object) -> str:
    if isinstance(fact, Contents):
        return "\n".join(f"({item.id.rsplit('.', 1)[1]}) {item.text}" for item in fact.items)
    return described(fact)
