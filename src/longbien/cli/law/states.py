# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law dual`, `states`, `publish`, `partners`: what States say of their law, side by side, and telling partners what ours says."""

from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.awake import acting_awake
from longbien.cli.inputs import examples
from longbien.cli.tables import table
from longbien.core.base.ids import parse_party_id
from longbien.core.law.dual.table import DualTable, DutyPair, ElementPair, Side

if TYPE_CHECKING:
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer

_NOT_DECIDED: Final = (
    "These are the two States' own tables. Whether dual criminality is met is decided by a named official, by the conduct and not by the "
    "name of an offence (Art. 35(3)); what is unknown is not absent."
)
_WORDS: Final = {
    "both": "in both",
    "own_only": "only in ours",
    "other_only": "only in theirs",
    "neither": "in neither",
    "differs": "differs",
    "unknown": "UNKNOWN",
}
_SILENT: Final = {
    "no_table": "nothing published here",
    "no_row": "not in the table",
    "not_decided": "not decided yet",
    "withheld": "withheld",
}


@click.command("dual", epilog=examples("longbien law dual --article 13 --other VN --as nga"))
@click.option("--article", type=click.IntRange(7, 17), required=True, help="The offence: 7 to 17.")
@click.option("--other", required=True, help="The other State, as its code.")
@click.option("--element", "elements", multiple=True, help="Only this element, such as penalty or conduct.1.")
@json_option
@acting_awake
def dual_command(
    node: "Node", actor: "Officer", *, article: int, other: str, elements: tuple[str, ...], as_json: bool
) -> None:
    """Show both States' provisions for an offence side by side: elements, penalties, what is unknown. Decides nothing."""
    from longbien.actions.law.dual.facts import dual_facts  # app ready

    state = parse_party_id(other.upper())
    found = dual_facts(node=node, actor=actor, article=article, other=state, elements=elements)
    answer(found, lambda: _dual(found), as_json=as_json, exercise=node.exercise)


@click.command("states", epilog=examples("longbien law states VN AT --article 7 --as nga"))
@click.argument("own")
@click.argument("other")
@click.option("--article", "articles", type=click.IntRange(1, 68), multiple=True, help="Only this article.")
@json_option
@acting_awake
def states_command(
    node: "Node", actor: "Officer", *, own: str, other: str, articles: tuple[int, ...], as_json: bool
) -> None:
    """Set the tables of the States OWN and OTHER side by side, duty by duty. No State is ranked."""
    from longbien.actions.law.dual.facts import states_beside  # app ready

    codes = parse_party_id(own.upper()), parse_party_id(other.upper())
    found = states_beside(node=node, actor=actor, own=codes[0], other=codes[1], articles=articles)
    rows = [(one.duty, _side(one.own), _side(one.other), _differences(one)) for one in found.duties]
    head = ("duty", f"{found.own}, {found.own_as_of}", f"{found.other}, {found.other_as_of}", "elements")
    answer(found, lambda: table(head, rows), as_json=as_json, exercise=node.exercise)


@click.command("publish", epilog=examples("longbien law publish 1f2e3d4c5b6a --to AT --to FJ --as nga"))
@click.argument("concordance")
@click.option("--to", "partners", multiple=True, required=True, help="A partner; as often as wanted.")
@json_option
@acting_awake
def publish_command(
    node: "Node", actor: "Officer", *, concordance: str, partners: tuple[str, ...], as_json: bool
) -> None:
    """Propose to tell partners the public version of CONCORDANCE. It is signed and sent once a second person has approved it."""
    from longbien.actions.law.publishing.publish import publish  # app ready

    wanted = tuple(parse_party_id(one.upper()) for one in partners)
    found = publish(node=node, actor=actor, concordance=concordance, partners=wanted)
    lines = [
        f"{one.partner}: waits for a second officer as proposal {one.proposal} (longbien act approve {one.proposal})."
        for one in found
    ]
    answer(found, "\n".join(lines), as_json=as_json)


@click.command("partners", epilog=examples("longbien law partners --state VN --as nga"))
@click.option("--state", default="", help="Only what this State published.")
@json_option
@acting_awake
def partners_command(node: "Node", actor: "Officer", *, state: str, as_json: bool) -> None:
    """List what was published: by partners, and by us to whom. A later one replaces an earlier; none is deleted."""
    from longbien.actions.law.publishing.partners import published  # app ready

    code = parse_party_id(state.upper()) if state else ""
    found = published(node=node, actor=actor, state=code)
    rows = [
        (
            one.act[:12],
            one.state,
            f"to {one.partner}" if one.ours else "",
            one.as_of.isoformat(),
            str(one.rows),
            "counts" if one.counts else "replaced",
            one.title,
        )
        for one in found
    ]
    head = ("act", "state", "told", "as of", "duties", "state of it", "title")
    answer(
        found,
        lambda: table(head, rows) if rows else "Nothing was published.",
        as_json=as_json,
        exercise=node.exercise,
    )


def _dual(found: DualTable) -> str:
    days = (found.own_as_of or "no table", found.other_as_of or "no table")
    parts = [_NOT_DECIDED, f"{found.own}: {days[0]}. {found.other}: {days[1]}."]
    for one in found.duties:
        parts += ["", f"{one.duty}  {found.own}: {_side(one.own)}; {found.other}: {_side(one.other)}"]
        rows = [
            (each.element.words, _finding(each, own=True), _finding(each, own=False), _WORDS[each.standing])
            for each in one.elements
        ]
        parts.append(table(("element", found.own, found.other, "stands"), rows))
    return "\n".join(parts)


def _side(side: Side) -> str:
    if side.silence is not None:
        return _SILENT[side.silence]
    numbers = ", ".join(f"{one.law} {one.number or one.provision}".strip() for one in side.links)
    return f"{side.law.value}, {side.practice.value}" + (f" ({numbers})" if numbers else "")


def _finding(pair: ElementPair, *, own: bool) -> str:
    found = pair.own if own else pair.other
    if found is None:
        return "unknown"
    return f"{found.found.value}: {found.words}" if found.words else found.found.value


def _differences(pair: DutyPair) -> str:
    named = [
        f"{one.element.key} {_WORDS[one.standing]}" for one in pair.elements if one.standing not in _SAME
    ]
    return ", ".join(named)


_SAME: Final = frozenset({"both", "neither", "unknown"})

COMMANDS: Final = (dual_command, states_command, publish_command, partners_command)
