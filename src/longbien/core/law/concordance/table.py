# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A concordance: which national provision gives effect to which duty of the Convention, and what named assessors found of it.

One row per duty. Two assessors look at a row, neither seeing the other's first; a third person reviews. Every assessment of every round
stays in the row, so that dissent stays visible. A gap is what a named assessor declared, never what a machine did not find; there is no
score of a row, an article or a State. Texts of the Convention are not here: they are paraphrases that `treaty` shows.
"""

from dataclasses import dataclass
from datetime import date

from longbien.core.law.concordance.codes import (
    ASSESSORS,
    STRENGTHS,
    Choice,
    Confidence,
    Coverage,
    Decision,
    Found,
    Grade,
    Origin,
    Part,
    Practice,
    Proposer,
    Safeguard,
    Seat,
    Source,
    Strength,
    Translation,
)
from longbien.core.treaty.provisions.citation import ProvisionId, article_of
from longbien.core.treaty.provisions.convention import convention


@dataclass(frozen=True, slots=True, kw_only=True)
class TextUsed:
    """A version of a national law that was compared. `digest`: SHA-256 of its provisions as they were then."""

    law: str
    version: str
    title: str
    language: str
    translation: Translation = Translation.ORIGINAL
    digest: str = ""
    as_of: date | None = None
    in_force_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A national provision that a person linked to a duty. `text` is a quotation; `cut`: it was too long and is not whole."""

    provision: str
    law: str
    version: str = ""
    number: str = ""
    heading: str = ""
    text: str = ""
    cut: bool = False
    language: str = ""
    translation: Translation = Translation.ORIGINAL
    in_force_since: date | None = None
    grade: Grade = Grade.PRINCIPAL
    proposed_by: Proposer = Proposer.PERSON
    by: str = ""
    day: date | None = None

    @property
    def key(self) -> str:
        """Give what makes it this link: law, version and provision."""
        return f"{self.law}|{self.version}|{self.provision}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a machine proposes for an article: never a finding. Rejected ones stay, with who rejected them and why.

    `duties`: those of the article's paragraphs for which it is among the first, where the law's language is cut so fine.
    """

    article: int
    provision: str
    law: str
    version: str = ""
    grade: Grade = Grade.PRINCIPAL
    rank: int = 1
    reasons: tuple[str, ...] = ()
    method: str = ""
    duties: tuple[str, ...] = ()
    decision: Decision = Decision.OPEN
    by: str = ""
    day: date | None = None
    why: str = ""

    @property
    def key(self) -> str:
        """Give what makes it this suggestion within its article."""
        return f"{self.law}|{self.version}|{self.provision}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementFinding:
    """What was found of one element of an offence or power (`grid.py`); `words`: where in the national text."""

    element: str
    found: Found = Found.OPEN
    words: str = ""
    provision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeguardFinding:
    """What was found of one safeguard of Article 24 for one power (the power is the row's)."""

    safeguard: Safeguard
    found: Found = Found.OPEN
    words: str = ""
    provision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionChoice:
    """What the State makes of an option: a `may` paragraph, or an element that the Convention allows to add. Why is written."""

    provision: ProvisionId
    element: str = ""
    choice: Choice = Choice.UNDECIDED
    reason: str = ""

    @property
    def key(self) -> str:
        """Give what makes it this option within its row."""
        return f"{self.provision}|{self.element}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How an assessor knows. Only what is marked `public` goes into the public version: an interview has a person behind it."""

    kind: Source
    text: str
    author: str = ""
    day: date | None = None
    public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A need of assistance that grows out of a gap: a code of ASSISTANCE-NEED; what was received already, and from whom."""

    code: str
    text: str = ""
    received: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What one named person found on a day. Nothing but `law` is asked for: what the State cannot know stays unknown.

    `author` is a role id, never a name. `reason`: of not applicable, and the option that was declined. `gap`: what is missing; `risk`: what
    fails if a partner asks tomorrow. `obstacles`: codes of OBSTACLE.
    """

    seat: Seat
    round: int = 1
    author: str
    day: date
    law: Coverage = Coverage.NOT_ASSESSED
    practice: Practice = Practice.UNKNOWN
    reason: str = ""
    gap: str = ""
    risk: str = ""
    note: str = ""
    confidence: Confidence | None = None
    obstacles: tuple[str, ...] = ()
    elements: tuple[ElementFinding, ...] = ()
    options: tuple[OptionChoice, ...] = ()
    safeguards: tuple[SafeguardFinding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    needs: tuple[Need, ...] = ()

    @property
    def declares_gap(self) -> bool:
        """Tell whether this person declares a gap: the law has nothing, or only a part, of what is asked."""
        return self.law in (Coverage.NONE, Coverage.PART)

    def differs_from(self, other: "Assessment") -> bool:
        """Tell whether two persons disagree: about the law, the practice, or an element or safeguard that both looked at."""
        if self.law is not other.law or self.practice is not other.practice:
            return True
        mine = {one.element: one.found for one in self.elements}
        theirs = {one.element: one.found for one in other.elements}
        guards = {one.safeguard: one.found for one in self.safeguards}
        their_guards = {one.safeguard: one.found for one in other.safeguards}
        return _differ(mine, theirs) or _differ(guards, their_guards)


def _differ(
    mine: "dict[str, Found] | dict[Safeguard, Found]", theirs: "dict[str, Found] | dict[Safeguard, Found]"
) -> bool:
    both = {str(key): found for key, found in theirs.items()}
    return any(
        Found.OPEN not in (found, both[str(key)]) and both[str(key)] is not found
        for key, found in mine.items()
        if str(key) in both
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent:
    """What an assessor says who does not share the reviewer's decision. It stays for ever."""

    round: int
    author: str
    day: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Proposed text of the law: for which law and provision, after which model, and what it does to rights. Several are alternatives."""

    id: str
    text: str
    language: str = ""
    law: str = ""
    provision: str = ""
    """What it would amend; empty: a new provision."""
    model: str = ""
    effect_on_rights: str = ""
    author: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody says of a row. `origin` marks contributions from outside the government; `body` names who they came from."""

    id: str
    text: str
    author: str
    day: date
    origin: Origin = Origin.GOVERNMENT
    body: str = ""
    public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One duty of the Convention. `first`, `second`, `reviewer`: role ids. `opened`: the reviewer opened it before both were in.

    `withheld`: what the public version leaves out; in a public version, what was left out.
    """

    id: ProvisionId
    round: int = 1
    opened: bool = False
    ministry: str = ""
    due: date | None = None
    bill_stage: str = ""
    first: str = ""
    second: str = ""
    reviewer: str = ""
    links: tuple[Link, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    clauses: tuple[Clause, ...] = ()
    comments: tuple[Comment, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    withheld: frozenset[Part] = frozenset()

    @property
    def article(self) -> int:
        """Give the number of its article."""
        return article_of(self.id)

    @property
    def strength(self) -> Strength:
        """Say how far the duty binds."""
        return STRENGTHS[convention().duty(self.id).modality]

    def by(self, seat: Seat, *, round_: int = 0) -> Assessment | None:
        """Give the assessment of a seat in a round, the current one unless another is named."""
        wanted = round_ or self.round
        return next((one for one in self.assessments if one.seat is seat and one.round == wanted), None)

    @property
    def review(self) -> Assessment | None:
        """Give the reviewer's decision of the current round."""
        return self.by(Seat.REVIEWER)

    @property
    def assessed(self) -> tuple[Assessment, ...]:
        """Give the two assessors' findings of the current round, as far as they are in."""
        return tuple(one for seat in ASSESSORS if (one := self.by(seat)) is not None)

    @property
    def disagree(self) -> bool:
        """Tell whether the two assessors disagree in the current round."""
        found = self.assessed
        return len(found) == len(ASSESSORS) and found[0].differs_from(found[1])

    @property
    def dissenting(self) -> tuple[Assessment, ...]:
        """Give the assessors' findings, of any round, that differ from the reviewer's decision of that round."""
        found = []
        for one in self.assessments:
            decided = self.by(Seat.REVIEWER, round_=one.round)
            if one.seat is not Seat.REVIEWER and decided is not None and one.differs_from(decided):
                found.append(one)
        return tuple(found)

    @property
    def standing(self) -> Assessment | None:
        """Give what counts: the reviewer's decision, and nothing before it. What two assessors share is not yet a decision."""
        return self.review


@dataclass(frozen=True, slots=True, kw_only=True)
class Concordance:
    """A State's whole table. `language`: in which it is written; `public`: it is the public version, with parts left out."""

    id: str
    title: str
    state: str
    language: str
    as_of: date
    public: bool = False
    texts: tuple[TextUsed, ...] = ()
    rows: tuple[Row, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()

    def row(self, provision: str) -> Row | None:
        """Give the row of a duty, if the table has it."""
        return next((one for one in self.rows if one.id == provision), None)

    def article(self, number: int) -> tuple[Row, ...]:
        """Give the rows of an article."""
        return tuple(one for one in self.rows if one.article == number)

    def suggested(self, number: int) -> tuple[Suggestion, ...]:
        """Give what was suggested for an article, in the machine's order."""
        return tuple(
            sorted((one for one in self.suggestions if one.article == number), key=lambda one: one.rank)
        )
