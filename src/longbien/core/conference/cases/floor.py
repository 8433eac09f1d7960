# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The floor in cases: which motion comes first, who is heard on it, the roll, the right of reply, requests for a way of voting."""

import unicodedata
from dataclasses import replace
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.conference.cases.computed import Computed, missing
from longbien.core.conference.cases.inputs import Inputs, fault
from longbien.core.conference.cases.stage import meeting, tried, with_motions
from longbien.core.conference.counting.roll import LANGUAGES, roll
from longbien.core.conference.hall.pending import pending_motions
from longbien.core.conference.rules.values import RuleSet

_POINT: Final = "point_of_order"
_SIDES: Final = {"+": "for", "-": "against", "for": "for", "against": "against"}
_NEEDED: Final = {"recorded": "voting.recorded", "roll_call": "voting.roll_call"}
_MOST: Final = 300


def motion_order(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute the order in which what is pending is dealt with: points of order, then motions by rank, then as they were made."""
    pending = inputs.names("pending")
    rule = rules.value("motion_rules.vote_order_of_pending")
    if pending is None:
        return missing("pending", rules=(rule,))
    motions = tuple(one for one in pending if one != _POINT)
    for one in motions:
        _known(rules, inputs, one, "pending")
    hall = with_motions(meeting(rules, 1), motions)
    ranked: list[Json] = [one.motion for one in pending_motions(hall)]
    points: list[Json] = [one for one in pending if one == _POINT]
    used = (rules.value("motion_rules.point_of_order_first"), rule) if points else (rule,)
    return Computed(facts={"order": [*points, *ranked]}, rules=used)


def motion_speakers(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute who is heard on a motion, in the order in which they ask: as many on each side as the rules allow."""
    sort, requests = inputs.text("motion"), inputs.names("requests")
    if not sort or requests is None:
        return missing(*(name for name in ("motion", "requests") if not inputs.has(name)))
    _known(rules, inputs, sort, "motion")
    if len(requests) > _MOST:
        raise MalformedError("base.field_value", field="requests", where=inputs.where)
    hall = with_motions(meeting(rules, len(requests) + 1), (sort,))
    heard: list[Json] = []
    for number, one in enumerate(requests, start=2):
        if one not in _SIDES:
            raise MalformedError("base.field_value", field="requests", where=inputs.where)
        hall, refusal = tried(hall, "motion.spoke", f"P{number}", id="m-1", side=_SIDES[one])
        if refusal is None:
            heard.append(one)
    return Computed(facts={"heard": heard}, rules=(rules.motion(sort).rule,))


def roll_call(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute the order of a roll: in the alphabet, from the name drawn by lot; organisations at the end."""
    names, drawn = inputs.names("names"), inputs.text("drawn")
    rule, alphabet = rules.value("voting.roll_call"), rules.value("voting.roll_language")
    if names is None or not drawn:
        return missing(*(name for name in ("names", "drawn") if not inputs.has(name)), rules=(rule,))
    if drawn not in names:
        raise MalformedError("base.field_value", field="drawn", where=inputs.where)
    language = inputs.text("language") or str(alphabet.value)
    if language not in LANGUAGES:
        raise MalformedError("base.field_value", field="language", where=inputs.where)
    last = inputs.names("organisations") or ()
    if any(_unspelt(name) for name in names):
        place = names.index(drawn)
        order: tuple[str, ...] = (*names[place:], *names[:place])
    else:
        order = roll(names, drawn=drawn, language=language, at_end=last)
    return Computed(facts={"order": list(order), "first": order[0]}, rules=(rule, alphabet))


def reply(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute whether a right of reply is still to be had on an item, after so many (decision 34/401 of the General Assembly)."""
    previous = inputs.number("previous")
    rule = rules.value("speaking.right_of_reply")
    if previous is None:
        return missing("previous", rules=(rule,))
    value = rule.value if isinstance(rule.value, dict) else {}
    hall = meeting(rules, 1)
    hall = replace(hall, floor=replace(hall.floor, replies={"P1": previous}))
    _after, refusal = tried(hall, "reply.requested", "P1")
    seconds = None if refusal is not None else value.get("first_s" if previous == 0 else "second_s")
    facts: dict[str, Json] = {
        "allowed": refusal is None,
        "limit": value.get("max_interventions"),
        "seconds": seconds,
    }
    return Computed(facts=facts, rules=(rule,))


def request(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute whether a request for a way of voting is granted: with as many supporters as it needs."""
    method, supporters, required = (
        inputs.text("method"),
        inputs.number("supporters"),
        inputs.number("required"),
    )
    rule = rules.value(_NEEDED.get(method, "voting.secret_ballot"))
    if supporters is None:
        return missing("supporters", rules=(rule,))
    if required is None:
        required = _required(rules, method)
    if required is None:
        return Computed(facts={"granted": False, "required": None}, rules=(rule,))
    facts: dict[str, Json] = {"granted": supporters >= required, "required": required}
    return Computed(facts=facts, rules=(rule,))


def _required(rules: RuleSet, method: str) -> int | None:
    """Give how many must support a request under the rules; None if it cannot be had by request."""
    path = _NEEDED.get(method, "voting.secret_ballot")
    value = rules.value(path).value
    found = value.get("on_request_of", value.get("seconders")) if isinstance(value, dict) else None
    return found if isinstance(found, int) else None


def _known(rules: RuleSet, inputs: Inputs, sort: str, field: str) -> None:
    try:
        rules.motion(sort)
    except RefusedError as error:
        raise fault(
            "motion",
            field=field,
            where=inputs.where,
            name=sort[:40],
            known=", ".join(rules.motions),
        ) from error


def _unspelt(name: str) -> bool:
    """Tell whether a name is written in signs that have no alphabet: then the order given is the roll's."""
    return any(unicodedata.category(one) == "Lo" and "CJK" in unicodedata.name(one, "") for one in name)
