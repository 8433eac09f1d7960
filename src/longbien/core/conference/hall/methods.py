# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a vote is taken: the usual way, or the one that was asked for; secret only where the rules say so (rules 87 and 103 of the GA, 26 of CITES)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.saying import check_right, participant_of
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.rules.values import RuleValue

ROLL_CALL: Final = "roll_call"
RECORDED: Final = "recorded"
PAPERS: Final = "secret_ballot"
SHOW: Final = "show_of_hands"
BY_NAME: Final = frozenset({RECORDED, ROLL_CALL})
"""The methods of which the record names how each voted."""
NEXT: Final = ""
"""The matter of a request that names none: whatever is put to the vote next."""
_STRENGTH: Final = (SHOW, RECORDED, ROLL_CALL, PAPERS)


def _requested(sitting: Sitting, event: Event) -> Sitting:
    """Ask for a way of voting: a recorded vote or a roll-call on the request of one; a secret ballot as the variant `secret_on_request` says."""
    one = participant_of(sitting, event)
    on, method = event.text("on", NEXT), event.text("method")
    if method == PAPERS:
        _check_supporters(sitting, event, one.id)
    held = sitting.methods.get(on, SHOW)
    if _STRENGTH.index(method) <= _STRENGTH.index(held) and on in sitting.methods:
        raise Refused(
            "conference_votes.method_held", _rule(sitting, held), participant=one.id, method=method, held=held
        )
    return replace(sitting, methods=with_entry(sitting.methods, on, method))


def check_method(sitting: Sitting, on: str, method: str) -> None:
    """Refuse another way of voting than the one that was asked for, and a secret ballot that the rules do not allow."""
    asked = sitting.methods.get(on, sitting.methods.get(NEXT, ""))
    if asked and asked != method:
        raise Refused("conference_votes.method_asked", _rule(sitting, asked), method=method, asked=asked)
    if method == PAPERS and asked != PAPERS:
        raise _not_secret(sitting)


def used(sitting: Sitting) -> Sitting:
    """Give the sitting after a vote was announced: a request for the next vote holds for that one only."""
    return replace(sitting, methods={on: held for on, held in sitting.methods.items() if on != NEXT})


def _check_supporters(sitting: Sitting, event: Event, by: str) -> None:
    rule = sitting.rules.value("voting.secret_ballot")
    value = rule.value if isinstance(rule.value, dict) else {}
    least = value.get("seconders")
    if value.get("otherwise") != "on_request" or not isinstance(least, int):
        raise _not_secret(sitting)
    supporters = dict.fromkeys(name for name in event.texts("supporters") if name != by)
    for name in supporters:
        found = sitting.electorate.get(name)
        if found is None:
            raise Refused("conference_hall.participant_unknown", NAMES, participant=name)
        check_right(sitting, found, "vote")
    if len(supporters) < least:
        raise Refused("conference_votes.secret_supporters", rule, supporters=len(supporters), least=least)


def _not_secret(sitting: Sitting) -> Refused:
    return Refused("conference_votes.secret_not_allowed", sitting.rules.value("voting.secret_ballot"))


def _rule(sitting: Sitting, method: str) -> RuleValue:
    return sitting.rules.value("voting.default_method" if method == SHOW else f"voting.{method}")


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {"vote.requested": _requested}
