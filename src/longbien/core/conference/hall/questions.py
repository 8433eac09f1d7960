# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of question that something put to the Conference can be."""

from typing import Final

from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.rules.values import Question

_KINDS: Final = frozenset({"procedure", "substance"})
_OF_RULINGS: Final = frozenset({"appeal_ruling", "kind_dispute"})


def check_kind(sitting: Sitting, on: str, question: str) -> Question:
    """Give the kind of question that a matter is to be; Refused for one that the rules do not have, or that only something else can be.

    Parts and amendments are of the kind of the whole, elections and rulings have kinds of their own.
    """
    found = sitting.rules.questions.get(question)
    if found is None:
        known = ", ".join(sorted(sitting.rules.questions))
        raise Refused("conference_hall.question_unknown", NAMES, question=question, known=known)
    if found.kind not in _KINDS or found.id in _OF_RULINGS:
        raise Refused("conference_hall.question_unfit", found.rule, on=on, question=question)
    return found


def check_known(sitting: Sitting, on: str) -> None:
    """Refuse the name of a text that is not there; other matters need no record beforehand."""
    sort, _colon, name = on.partition(":")
    if sort == "proposal" and name not in sitting.proposals:
        raise Refused("conference_hall.proposal_unknown", NAMES, id=name)
    if sort == "amendment" and name not in sitting.amendments:
        raise Refused("conference_hall.amendment_unknown", NAMES, id=name)
