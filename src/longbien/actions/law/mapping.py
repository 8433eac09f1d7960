# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Propose which provisions of a law may give effect to which article: of JSON lines that an officer brings, or of a version that is kept.

Nothing is written: a proposal is no finding, and what assessors make of it is kept where they write it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from longbien.actions.access import require
from longbien.actions.law.library.laws import READ, text_of
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.law.matching.mapping import map_provisions
from longbien.core.law.matching.result import Mapped
from longbien.core.law.provisions.lines import read_lines
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.words.language import law_words, primary
from longbien.store import models

MOST: Final = 6000
"""Provisions that a page maps while its reader waits (a second for each thousand); the terminal maps more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A map with what it was made of. `words`: the language of the vocabulary, that of a near language or English where the law's has none yet."""

    language: str
    words: str
    provisions: Mapping[str, Provision]
    found: Mapped
    repeated: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def is_foreign(self) -> bool:
        """Tell whether the law was searched with words of another language."""
        return self.words != primary(self.language)


def propose_for_lines(*, actor: models.Officer, data: bytes, language: str) -> Proposal:
    """Map JSON lines; RefusedError `people.not_permitted`, `law.map_many`; MalformedError `law.line_…`; UsageError `law.language`."""
    require(actor, READ)
    primary(language)
    lines = read_lines(data)
    return _proposal(lines.provisions, language, repeated=lines.repeated, unread=lines.unread)


def propose_for_version(*, node: Node, actor: models.Officer, ref: str) -> Proposal:
    """Map a version of a law that is kept (`VN/CODE/LABEL`); RefusedError `people.not_permitted`, `law.map_many`, `law_library.…`."""
    text = text_of(ref, node=node, actor=actor)
    return _proposal(text.provisions, text.version.language)


def _proposal(
    provisions: tuple[Provision, ...],
    language: str,
    *,
    repeated: tuple[str, ...] = (),
    unread: tuple[str, ...] = (),
) -> Proposal:
    if len(provisions) > MOST:
        raise RefusedError("law.map_many", most=MOST)
    return Proposal(
        language=language,
        words=law_words(language).language,
        provisions={one.id: one for one in provisions},
        found=map_provisions(provisions, language=language),
        repeated=repeated,
        unread=unread,
    )
