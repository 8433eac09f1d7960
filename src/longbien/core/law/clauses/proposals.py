# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proposed clauses: wording of this project, in the Convention's sense, from which a drafter begins.

None of them is the Convention's text, and none is advice: a drafter adapts it, and a named assessor takes it into a row. What stands in
[square brackets] is to be filled in or chosen. Where the Convention leaves a choice there is a clause for each side of it.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from longbien.core.base.datafile import mistake, reading
from longbien.core.base.errors import RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, data_files, read_data
from longbien.core.treaty.provisions.citation import (
    ARTICLES,
    ProvisionId,
    ancestors,
    article_of,
    parse_provision_id,
)
from longbien.core.treaty.provisions.convention import convention

SCHEMA: Final = "longbien/law-clauses/1"
FOLDER: Final = "law/clauses"
LANGUAGE: Final = "en"
"""The language in which the clauses are written; titles and notes have translations."""
KINDS: Final = ("offence", "definition", "defence", "sanction", "rule", "jurisdiction", "power", "safeguard")
"""What a clause is for. Each power has a clause of safeguards beside it (Article 24)."""
RIGHTS: Final = (
    "children",
    "expression",
    "fair-trial",
    "privacy",
    "property",
    "proportionality",
    "remedy",
    "security-research",
    "sovereignty",
)
"""Whose or which rights and interests a clause bears on: what a House should ask about it."""
_CODE: Final = r"[a-z][a-z-]{0,39}"
_MAX_CLAUSE: Final = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One proposed clause.

    `carries_out`: the duties that it serves; `takes_up`: the options of the Convention that it uses; `instead_of`: the clause to which it is the alternative ("" for none); `note`: what the choice means.
    """

    code: str
    article: int
    kind: str
    carries_out: tuple[ProvisionId, ...]
    takes_up: tuple[ProvisionId, ...]
    instead_of: str
    title: str
    clause: str
    rights: tuple[str, ...]
    note: str


def proposal(code: str) -> Proposal:
    """Give the clause of a code, such as `7.security`; RefusedError `law_report.clause_unknown`."""
    found = _by_code().get(code)
    if found is None:
        raise RefusedError("law_report.clause_unknown", clause=code[:40])
    return found


@cache
def proposals() -> tuple[Proposal, ...]:
    """Give every proposed clause, article by article, the widest wording of each first."""
    found = [one for path in data_files(FOLDER) for one in parse_proposals(read_data(path))]
    return tuple(sorted(found, key=lambda one: one.article))


def proposals_for(provision: str) -> tuple[Proposal, ...]:
    """Give the clauses that serve a provision: those that name it, what stands in it, or what it stands in."""
    wanted = parse_provision_id(provision)
    above = {wanted, *ancestors(wanted)}

    def serves(one: Proposal) -> bool:
        named = (*one.carries_out, *one.takes_up)
        return any(each in above or wanted in ancestors(each) for each in named)

    return tuple(one for one in proposals() if serves(one))


def parse_proposals(document: Document) -> tuple[Proposal, ...]:
    """Read one file of clauses; MalformedError with file and line, also for what names no provision of the Convention."""
    with reading(document, schema=SCHEMA) as fields:
        article = fields.integer("article", minimum=1, maximum=ARTICLES)
        seen: dict[str, Proposal] = {}

        def one(item: Fields) -> Proposal:
            found = _proposal(item, article)
            other = seen.get(found.instead_of)
            if found.code in seen or (found.instead_of and (other is None or other.instead_of)):
                raise mistake(item, "id" if found.code in seen else "instead_of")
            seen[found.code] = found
            return found

        return fields.objects("clauses", one, min_items=1, max_items=40)


@cache
def _by_code() -> dict[str, Proposal]:
    return {one.code: one for one in proposals()}


def _proposal(item: Fields, article: int) -> Proposal:
    code = item.text("id", pattern=rf"{article}\.{_CODE}")
    carries = _provisions(item, "carries_out")
    if not any(article_of(one) == article for one in carries):
        raise mistake(item, "carries_out")
    rights = item.texts("rights", max_items=len(RIGHTS), max_length=40)
    if not set(rights) <= set(RIGHTS):
        raise mistake(item, "rights")
    return Proposal(
        code=code,
        article=article,
        kind=item.choice("kind", KINDS),
        carries_out=carries,
        takes_up=_provisions(item, "takes_up") if item.has("takes_up") else (),
        instead_of=item.text("instead_of", pattern=rf"{article}\.{_CODE}") if item.has("instead_of") else "",
        title=item.text("title", max_length=120),
        clause=item.text("clause", max_length=_MAX_CLAUSE),
        rights=rights,
        note=item.text("help", max_length=400) if item.has("help") else "",
    )


def _provisions(item: Fields, name: str) -> tuple[ProvisionId, ...]:
    found = tuple(parse_provision_id(one) for one in item.texts(name, max_items=20, max_length=20))
    if not found or any(not convention().has(one) for one in found):
        raise mistake(item, name)
    return found
