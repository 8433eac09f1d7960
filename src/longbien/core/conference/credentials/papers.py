# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper of credentials: its form, who signed it, and what is wrong with it (rule 18 of the default profile).

What is wrong is told to the Bureau and to the delegation. It never bars anybody: admission is provisional until the Conference decides.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import MalformedError
from longbien.core.base.moments import parse_moment, print_moment


class Form(StrEnum):
    """What kind of paper it is."""

    FORMAL = "formal"
    """Credentials signed by an authority of the State."""
    PROVISIONAL = "provisional"
    """A scan, an e-mail or a note verbale that says what the credentials will say."""
    LETTER = "letter_of_delegation"
    """A letter that names the delegation and nothing more."""


class Signer(StrEnum):
    """Who signed."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    FOREIGN_MINISTER = "foreign_minister"
    PERMANENT_REPRESENTATIVE = "permanent_representative"
    COMPETENT_AUTHORITY = "competent_authority"
    """Of an organisation (rule 18)."""
    OTHER = "other"


HIGHEST: Final = frozenset({Signer.HEAD_OF_STATE, Signer.HEAD_OF_GOVERNMENT, Signer.FOREIGN_MINISTER})
_NAME: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper as it was received. `law_allows`: the domestic law lets the permanent representative sign."""

    form: Form
    original: bool
    signer: Signer
    signer_name: str = ""
    dated: date | None = None
    received_at: datetime
    law_allows: bool = False
    sealed: bool = True
    """Whether it carries a signature and a seal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the rules want: taken from the rule values under `credentials`, and from what the session is about.

    `amends`: an amendment of the Convention is on the agenda (Art. 66): then the permanent representative's signature is not enough.
    """

    signers: frozenset[Signer]
    signers_for_amendment: frozenset[Signer]
    hours_before: int
    opening: datetime
    amends: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFlaw:
    """One flaw: `code` is of the words `credflaw`, `bars_order` tells whether the Bureau cannot find the paper in order with it."""

    code: str
    bars_order: bool = True


def flaws(paper: Paper, wanted: Wanted, *, organisation: bool = False) -> tuple[PaperFlaw, ...]:
    """Give everything that is wrong with a paper; an empty tuple for one that can be found in order."""
    found = []
    if paper.form is not Form.FORMAL:
        found.append(PaperFlaw(code="not_formal"))
    if not paper.original:
        found.append(PaperFlaw(code="not_original"))
    if not paper.sealed:
        found.append(PaperFlaw(code="not_signed"))
    found += _rank(paper, wanted, organisation=organisation)
    if paper.dated is not None and paper.dated > paper.received_at.date():
        found.append(PaperFlaw(code="dated_ahead"))
    if paper.received_at > wanted.opening - timedelta(hours=wanted.hours_before):
        found.append(PaperFlaw(code="late", bars_order=False))
    return tuple(found)


def _rank(paper: Paper, wanted: Wanted, *, organisation: bool) -> list[PaperFlaw]:
    if organisation:
        return [] if paper.signer is Signer.COMPETENT_AUTHORITY else [PaperFlaw(code="rank_organisation")]
    allowed: Collection[Signer] = wanted.signers_for_amendment if wanted.amends else wanted.signers
    if paper.signer not in allowed:
        low = wanted.amends and paper.signer in wanted.signers
        return [PaperFlaw(code="rank_amendment" if low else "rank")]
    if paper.signer is Signer.PERMANENT_REPRESENTATIVE and not paper.law_allows:
        return [PaperFlaw(code="law_not_shown")]
    return []


def paper_json(paper: Paper) -> dict[str, JsonInput]:
    """Give a paper as it is kept."""
    return {
        "form": paper.form.value,
        "original": paper.original,
        "signer": paper.signer.value,
        "signer_name": paper.signer_name,
        "dated": paper.dated.isoformat() if paper.dated else "",
        "received_at": print_moment(paper.received_at),
        "law_allows": paper.law_allows,
        "sealed": paper.sealed,
    }


def read_paper(value: object) -> Paper:
    """Read a paper as `paper_json` writes it; MalformedError `conference.credentials_paper`."""
    given = value if isinstance(value, dict) else {}
    try:
        return Paper(
            form=Form(str(given["form"])),
            original=given["original"] is True,
            signer=Signer(str(given["signer"])),
            signer_name=str(given.get("signer_name", ""))[:_NAME],
            dated=date.fromisoformat(given["dated"]) if given.get("dated") else None,
            received_at=parse_moment(str(given["received_at"])),
            law_allows=given.get("law_allows") is True,
            sealed=given.get("sealed", True) is True,
        )
    except (KeyError, ValueError, TypeError, MalformedError) as error:
        raise MalformedError("conference.credentials_paper") from error
