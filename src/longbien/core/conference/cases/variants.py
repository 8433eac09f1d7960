# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""An open point in cases: the same situation under each of its options, or what must be known before they differ."""

from collections.abc import Callable
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.conference.cases.ballots import vote
from longbien.core.conference.cases.computed import Computed
from longbien.core.conference.cases.inputs import Inputs, fault
from longbien.core.conference.cases.parties import quorum_table
from longbien.core.conference.cases.weights import reio
from longbien.core.conference.rules.load import changed
from longbien.core.conference.rules.nodes import Variant, open_points
from longbien.core.conference.rules.values import RuleSet

_Kind = Callable[[RuleSet, Inputs], Computed]

_TURNS_ON: Final = {
    "quorum_base": ("states_parties", "participating", "present"),
    "quorum_counts": ("for", "against", "abstain", "quorum"),
    "reio_quorum": ("present", "reio.members", "states_parties"),
    "reio_votes": (
        "others.for",
        "others.against",
        "threshold",
        "reio.ballot",
        "reio.members",
        "reio.parties",
        "reio.accredited",
        "reio.present",
    ),
    "tie_rule": ("for", "against"),
}
"""What must be known before the options of a point come to different outcomes."""


def variant(rules: RuleSet, inputs: Inputs) -> Computed:
    """Compute a situation under each option of an open point; what is missing if its figures do not suffice."""
    name = inputs.text("variant")
    point = open_points().get(name)
    if point is None:
        raise fault(
            "variant",
            field="variant",
            where=inputs.where,
            name=name[:40],
            known=", ".join(open_points()),
        )
    options = _options(inputs, point)
    used = tuple(rules.value(path) for path in point.paths)
    kind = _kind(inputs)
    if kind is None:
        return Computed(needs=_TURNS_ON.get(name, ("for", "against", "threshold")), rules=used)
    found = {option: kind(changed(rules, {name: option}), inputs) for option in options}
    needs = tuple(dict.fromkeys(need for one in found.values() for need in one.needs))
    outcomes: dict[str, Json] = {
        option: one.facts.get("outcome", dict(one.facts)) for option, one in found.items() if not one.needs
    }
    facts: dict[str, Json] = {
        "outcomes": outcomes,
        "differ": len({str(one) for one in outcomes.values()}) > 1,
    }
    return Computed(facts={} if needs else facts, needs=needs, rules=used)


def _options(inputs: Inputs, point: Variant) -> tuple[str, ...]:
    given = inputs.names("options")
    for option in given or ():
        if option not in point.options:
            raise MalformedError("base.field_value", field="options", where=inputs.where)
    return tuple(point.options) if given is None else given


def _kind(inputs: Inputs) -> _Kind | None:
    """Give what the figures describe: a vote with an organisation, a vote, or only who there is."""
    if inputs.has("reio") and inputs.has("others"):
        return reio
    if inputs.has("for"):
        return vote
    return quorum_table if inputs.has("participating") else None
