# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The closed codes of a concordance. Words stand in `sentences/law_review.py`; nothing here is a rank, and nothing is ever summed up."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final

from longbien.core.treaty.provisions.clauses import Modality


class Strength(StrEnum):
    """How far a provision of the Convention binds, as legislative guides divide it."""

    SHALL = "shall"
    CONSIDER = "consider"
    """Shall consider, shall endeavour."""
    MAY = "may"
    PROCEDURAL = "procedural"
    DECLARATORY = "declaratory"


STRENGTHS: Final = MappingProxyType(
    {
        Modality.SHALL: Strength.SHALL,
        Modality.SHALL_CONSIDER: Strength.CONSIDER,
        Modality.SHALL_ENDEAVOUR: Strength.CONSIDER,
        Modality.MAY: Strength.MAY,
        Modality.PROCEDURAL: Strength.PROCEDURAL,
        Modality.DEFINITION: Strength.DECLARATORY,
    }
)
"""The strength of each modality of the Convention's data."""


class Coverage(StrEnum):
    """What a named assessor found of the law."""

    FULL = "full"
    PART = "part"
    NONE = "none"
    NOT_APPLICABLE = "not_applicable"
    """An option that the State declined, or a duty that does not reach it: the reason is written."""
    NOT_ASSESSED = "not_assessed"


FATF: Final = MappingProxyType(
    {
        Coverage.FULL: ("C",),
        Coverage.PART: ("LC", "PC"),
        Coverage.NONE: ("NC",),
        Coverage.NOT_APPLICABLE: ("NA",),
        Coverage.NOT_ASSESSED: (),
    }
)
"""The same in the letters of the FATF's methodology: words for readers who know them. `part` is two letters there, and stays both."""


class Practice(StrEnum):
    """What a named assessor found of the practice."""

    APPLIED = "applied"
    ADOPTED_NOT_APPLIED = "adopted_not_applied"
    NO_POWER = "no_power"
    """No authority has the power in practice."""
    UNKNOWN = "unknown"


class Found(StrEnum):
    """What was found of an element or a safeguard."""

    FOUND = "found"
    PARTLY = "partly"
    MISSING = "missing"
    NOT_NEEDED = "not_needed"
    OPEN = "open"
    """Not looked at yet."""


class Seat(StrEnum):
    """Who assesses: two, each for themselves, and a third person who decides."""

    FIRST = "first"
    SECOND = "second"
    REVIEWER = "reviewer"


ASSESSORS: Final = (Seat.FIRST, Seat.SECOND)


class Safeguard(StrEnum):
    """What Article 24 asks of each power."""

    REVIEW = "review"
    """Judicial or other independent authorisation or review."""
    PROPORTIONALITY = "proportionality"
    """Necessity and proportionality, grounds that justify the use."""
    TIME_LIMIT = "time_limit"
    """Limits of duration and scope."""
    NOTICE = "notice"
    REMEDY = "remedy"
    SUPERVISION = "supervision"


POWERS: Final = (25, 26, 27, 28, 29, 30)
"""The articles with the powers that Article 24 conditions."""


class Choice(StrEnum):
    """What a State makes of something that the Convention leaves to it."""

    TAKEN = "taken"
    DECLINED = "declined"
    UNDECIDED = "undecided"


class Grade(StrEnum):
    """How a national provision serves a duty."""

    PRINCIPAL = "principal"
    SUPPORTING = "supporting"


class Translation(StrEnum):
    """What the quoted text is."""

    ORIGINAL = "original"
    OFFICIAL = "official"
    UNOFFICIAL = "unofficial"
    MACHINE = "machine"


class Proposer(StrEnum):
    """Who first named a provision for a duty. Whoever it was, a person linked it."""

    PERSON = "person"
    MACHINE = "machine"


class Decision(StrEnum):
    """What became of a machine's suggestion; a rejected one is kept."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Source(StrEnum):
    """How an assessor knows."""

    DOCUMENT = "document"
    INTERVIEW = "interview"
    JUDGMENT = "judgment"
    STATISTICS = "statistics"


class Confidence(StrEnum):
    """How sure an assessor is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Origin(StrEnum):
    """From whom a contribution came; those from outside the government are marked as such wherever they are shown."""

    GOVERNMENT = "government"
    NON_GOVERNMENT = "non_government"


class Part(StrEnum):
    """Parts of a row that may be withheld from the public version. What is withheld is said there, never hidden."""

    ROW = "row"
    """All but the provision of the Convention."""
    LINKS = "links"
    ASSESSMENTS = "assessments"
    PRACTICE = "practice"
    GAP = "gap"
    """What is missing, what fails, and the obstacles."""
    CLAUSES = "clauses"
    NEEDS = "needs"
    EVIDENCE = "evidence"
    COMMENTS = "comments"
    OWNER = "owner"
