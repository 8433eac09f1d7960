# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference agenda` and `programme`: what a session takes up, and what meets where and when."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.awake import acting_awake, wake_up
from longbien.cli.inputs import MOMENT, examples
from longbien.cli.tables import facts, table
from longbien.core.base.errors import UsageError
from longbien.core.conference.agenda.items import Item
from longbien.core.conference.agenda.programme import Slot, SlotKind
from longbien.texts import sentence, word

if TYPE_CHECKING:
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer


@click.group("agenda")
def agenda() -> None:
    """Draw up the agenda of a session, send it, adopt it, allocate its items."""


@agenda.command("show", epilog=examples("longbien conference agenda show cosp-1"))
@click.argument("session")
@json_option
def agenda_show(*, session: str, as_json: bool) -> None:
    """Show the agenda of SESSION, and what the rules expect otherwise."""
    wake_up()
    from longbien.actions.conference.papers.agenda import agenda_view  # app ready

    view = agenda_view(session)

    def words() -> str:
        rows = [
            (
                one.number,
                one.title,
                word("en", "conference_item", one.kind.value),
                word("en", "conference_item", one.state.value),
                one.allocated_to,
            )
            for one in view.agenda.items
        ]
        sent, adopted = view.agenda.sent_at, view.agenda.adopted_at
        lines = [
            facts(
                (
                    ("state", view.agenda.state.value),
                    ("sent", f"{sent:%Y-%m-%d %H:%M} UTC" if sent else ""),
                    ("adopted", f"{adopted:%Y-%m-%d %H:%M} UTC in {view.adopted_in}" if adopted else ""),
                )
            ),
            "",
            table(("item", "title", "kind", "state", "allocated to"), rows),
        ]
        for one in view.remarks:
            told = sentence(one.remark.code, **one.remark.params)
            lines.append(f"! {told} ({one.rule.path}, rule {one.rule.rule or '-'}, {one.rule.confidence})")
        return "\n".join(lines)

    answer(view, words, as_json=as_json)


@agenda.command("do", epilog=examples("longbien conference agenda do cosp-1 draw --as conference"))
@click.argument("session")
@click.argument("step", type=click.Choice(["draw", "send"]))
@click.option("--at", "moment", type=MOMENT, default=None, help="When it was sent, if not now.")
@acting_awake
def agenda_do(node: "Node", actor: "Officer", *, session: str, step: str, moment: datetime | None) -> None:
    """Begin the agenda of SESSION with the usual opening items (draw), or state that it was sent to the States (send)."""
    from longbien.actions.conference.papers.agenda import draw_up, send_agenda  # app ready

    if step == "draw":
        items = draw_up(node=node, actor=actor, conference_id=session)
        answer(items, f"{len(items)} items")
        return
    view = send_agenda(node=node, actor=actor, conference_id=session, at=moment)
    answer(view, f"sent, {len(view.agenda.items)} items")


@agenda.command(
    "item",
    epilog=examples(
        'longbien conference agenda item cosp-1 --title "Review of implementation" --memo "Why." --as conference',
        "longbien conference agenda item cosp-1 7 --allocate committee-of-the-whole --as conference",
        "longbien conference agenda item cosp-1 8 --take-off --as conference",
    ),
)
@click.argument("session")
@click.argument("number", default="")
@click.option("--title", default="", help="The title of a new item, or of one that is changed.")
@click.option("--memo", default="", help="The explanatory memorandum, or its symbol.")
@click.option("--proposed-by", default="", help="Who proposes it.")
@click.option("--allocate", default="", help="The body to which it is allocated.")
@click.option("--take-off", is_flag=True, help="Take it off a draft that was not sent.")
@acting_awake
def agenda_item(
    node: "Node",
    actor: "Officer",
    *,
    session: str,
    number: str,
    title: str,
    memo: str,
    proposed_by: str,
    allocate: str,
    take_off: bool,
) -> None:
    """Put an item on the agenda of SESSION, or change, allocate or take off the one with this NUMBER."""
    from longbien.actions.conference.papers import agenda as verbs  # app ready

    if take_off:
        verbs.take_off(node=node, actor=actor, conference_id=session, number=number)
        answer({"item": number}, f"{number}: taken off")
        return
    known = {one.number for one in verbs.agenda_view(session).agenda.items}
    if title:
        item = Item(
            number=number,
            title=title,
            memorandum=memo,
            proposed_by=proposed_by,
            allocated_to=allocate or "plenary",
        )
        instead_of = number if number in known else ""
        made = verbs.put_item(node=node, actor=actor, conference_id=session, item=item, instead_of=instead_of)
    elif allocate:
        made = verbs.allocate(node=node, actor=actor, conference_id=session, number=number, body=allocate)
    else:
        raise UsageError("conference_papers.item_title", limit=300)
    answer(made, f"{made.number}: {made.title} ({made.kind.value}, {made.allocated_to})")


@agenda.command(
    "adopt",
    epilog=examples(
        "longbien conference agenda adopt cosp-1 --meeting cosp-1-m1 --deferred 8 --as conference"
    ),
)
@click.argument("session")
@click.option("--meeting", required=True, help="The meeting in which the Conference adopted it.")
@click.option("--deferred", multiple=True, help="The number of an item that was deferred.")
@click.option("--deleted", multiple=True, help="The number of an item that was deleted.")
@acting_awake
def agenda_adopt(
    node: "Node",
    actor: "Officer",
    *,
    session: str,
    meeting: str,
    deferred: tuple[str, ...],
    deleted: tuple[str, ...],
) -> None:
    """Record that the Conference adopted the agenda of SESSION."""
    from longbien.actions.conference.papers.agenda import adopt_agenda  # app ready

    fates = {**dict.fromkeys(deferred, "deferred"), **dict.fromkeys(deleted, "deleted")}
    view = adopt_agenda(node=node, actor=actor, conference_id=session, meeting_id=meeting, fates=fates)
    answer(view, f"adopted in {view.adopted_in}")


@click.group("programme")
def programme() -> None:
    """Plan the programme of work of a session: what meets where and when, and what clashes."""


@programme.command("show", epilog=examples("longbien conference programme show cosp-1"))
@click.argument("session")
@json_option
def programme_show(*, session: str, as_json: bool) -> None:
    """Show the programme of SESSION, and its clashes."""
    wake_up()
    from longbien.actions.conference.papers.programme import programme_view  # app ready

    view = programme_view(session)
    value = {"slots": view.slots, "clashes": view.clashes, "zone": view.zone_name}

    def words() -> str:
        rows = []
        for one in view.slots:
            begins, ends = (at.astimezone(view.zone) for at in (one.begins, one.ends))
            kind = word("en", "conference_slot", one.kind.value)
            rows.append((one.id, f"{begins:%Y-%m-%d %H:%M}-{ends:%H:%M}", kind, one.title, one.room))
        lines = [table(("id", f"time ({view.zone_name})", "kind", "title", "room"), rows)]
        for clash in view.clashes:
            others = f"{clash.first.title} / {clash.second.title}" if clash.second else clash.first.title
            lines.append(f"! {sentence(clash.code, **clash.params)} {others}")
        return "\n".join(lines)

    answer(value, words, as_json=as_json)


@programme.command(
    "put",
    epilog=examples(
        'longbien conference programme put cosp-1 --kind plenary --title Opening --room "Plenary hall" --from 2027-03-01T10:00:00+01:00 --to 2027-03-01T13:00:00+01:00 --item 1 --as conference'
    ),
)
@click.argument("session")
@click.argument("entry", default="")
@click.option("--kind", type=click.Choice([one.value for one in SlotKind]), required=True, help="What meets.")
@click.option("--title", required=True, help="Its title.")
@click.option("--room", default="", help="The room.")
@click.option("--from", "begins", type=MOMENT, required=True, help="When it begins, with its UTC offset.")
@click.option("--to", "ends", type=MOMENT, required=True, help="When it ends, with its UTC offset.")
@click.option("--body", default="", help="Which body meets, or who holds the side event.")
@click.option("--item", "items", multiple=True, help="The number of an agenda item.")
@click.option("--interpretation", is_flag=True, help="With interpretation.")
@click.option("--hidden", is_flag=True, help="Not shown to the public.")
@acting_awake
def programme_put(
    node: "Node", actor: "Officer", /, *, session: str, entry: str, kind: str, hidden: bool, **given: object
) -> None:
    """Put an entry into the programme of SESSION, or change the one with the id ENTRY."""
    from longbien.actions.conference.papers.programme import programme_view, put_slot  # app ready

    slot = Slot(id=entry, kind=SlotKind(kind), public=not hidden, **given)  # type: ignore[arg-type] # what the options above are
    made = put_slot(node=node, actor=actor, conference_id=session, slot=slot)
    clashes = [one for one in programme_view(session).clashes if made in (one.first, one.second)]
    told = "".join(f"\n! {sentence(one.code, **one.params)}" for one in clashes)
    answer(made, f"{made.id}: {made.title}{told}")


@programme.command(
    "off", epilog=examples("longbien conference programme off cosp-1 0a1b2c3d4e5f --as conference")
)
@click.argument("session")
@click.argument("entry")
@acting_awake
def programme_off(node: "Node", actor: "Officer", *, session: str, entry: str) -> None:
    """Take ENTRY out of the programme of SESSION."""
    from longbien.actions.conference.papers.programme import call_off  # app ready

    call_off(node=node, actor=actor, conference_id=session, slot_id=entry)
    answer({"entry": entry}, f"{entry}: taken out")


COMMANDS: Final = (agenda, programme)
