# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law concordance`: find, suggestions, hints, link, unlink, reject. A machine proposes; a person links, with name and day."""

from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer
from longbien.cli.awake import acting_awake
from longbien.cli.inputs import examples
from longbien.cli.treaty.shapes import format_options
from longbien.core.base.canonical import Json
from longbien.core.law.concordance.codes import Decision, Grade
from longbien.core.law.concordance.grid import grid
from longbien.core.law.concordance.written import value_json

if TYPE_CHECKING:
    from longbien.actions.law.concordance.hints import WordsSeen
    from longbien.actions.law.concordance.linking import Place
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer
    from longbien.core.law.concordance.table import Suggestion

_LINE: Final = 70
"""Characters of a provision's text in a list."""
_LAW = click.option("--law", default="", help="The text that has it, where several texts have this id.")
_VERSION = click.option("--version", default="", help="Its version, where several versions have this id.")
_WHY = click.option("--why", default="", help="Why; the history keeps it.")


@click.command(
    "find",
    epilog=examples("longbien law concordance find 0f… computer system --as anna"),
)
@click.argument("ref")
@click.argument("words", nargs=-1, required=True)
@format_options
@acting_awake
def find(node: "Node", actor: "Officer", /, *, ref: str, words: tuple[str, ...], as_json: bool) -> None:
    """Find provisions of the texts of the concordance REF that have all WORDS; thirty at most."""
    from longbien.actions.law.concordance.linking import find_provisions  # app ready

    found = find_provisions(node=node, actor=actor, ref=ref, words=" ".join(words))
    shown: Json = [
        {
            "provision": one.provision.id,
            "law": one.text.law,
            "version": one.text.version,
            "number": one.provision.number,
            "heading": one.provision.heading,
            "text": one.provision.text,
        }
        for one in found
    ]
    answer(
        shown, lambda: "\n".join(_place(one) for one in found) or "Nothing has these words.", as_json=as_json
    )


@click.command(
    "suggestions",
    epilog=examples("longbien law concordance suggestions 0f… 7.1 --as anna"),
)
@click.argument("ref")
@click.argument("duty")
@format_options
@acting_awake
def suggestions(node: "Node", actor: "Officer", /, *, ref: str, duty: str, as_json: bool) -> None:
    """Show what a machine proposes for DUTY and then for the rest of its article in the concordance REF, and what became of it."""
    from longbien.actions.law.concordance.seen import row_view  # app ready

    view = row_view(node=node, actor=actor, ref=ref, duty=duty)
    found = sorted(view.suggestions, key=lambda one: view.row.id not in one.duties)
    shown: Json = [value_json(one) for one in found]
    lines = [_suggestion(one, view.row.id) for one in found]
    answer(shown, lambda: "\n".join(lines) or "Nothing is proposed.", as_json=as_json)


@click.command(
    "hints",
    epilog=examples("longbien law concordance hints 0f… 7.1 --as anna"),
)
@click.argument("ref")
@click.argument("duty")
@format_options
@acting_awake
def hints(node: "Node", actor: "Officer", /, *, ref: str, duty: str, as_json: bool) -> None:
    """Show the words in which each element of DUTY may stand: in what is linked, then in what is proposed. Hints, never findings."""
    from longbien.actions.law.concordance import hints as hinting  # app ready
    from longbien.actions.law.concordance.seen import row_view  # app ready

    view = row_view(node=node, actor=actor, ref=ref, duty=duty)
    found = hinting.hints(node=node, actor=actor, view=view).elements
    names = {one.key: one.words for one in grid(view.row.id)}
    shown: Json = {
        key: [{"provision": one.provision, "linked": one.linked, "words": list(one.words)} for one in ones]
        for key, ones in found.items()
    }
    lines = [
        f"{names[key]}: {'; '.join(map(_seen, ones)) or 'no usual words seen'}" for key, ones in found.items()
    ]
    answer(shown, lambda: "\n".join(lines) or "Nothing was looked for.", as_json=as_json)


@click.command(
    "link",
    epilog=examples(
        "longbien law concordance link 0f… 7.1 ACT:4 --as anna",
        "longbien law concordance link 0f… 7.1 ACT:21 --grade supporting --law ACT --version 2018 --as anna",
    ),
)
@click.argument("ref")
@click.argument("duty")
@click.argument("provision")
@click.option(
    "--grade",
    type=click.Choice([one.value for one in Grade]),
    default=Grade.PRINCIPAL.value,
    show_default=True,
    help="How it serves the duty.",
)
@_LAW
@_VERSION
@format_options
@acting_awake
def link(
    node: "Node",
    actor: "Officer",
    /,
    *,
    ref: str,
    duty: str,
    provision: str,
    grade: str,
    law: str,
    version: str,
    as_json: bool,
) -> None:
    """Link PROVISION (its id in the text) to DUTY in the concordance REF, with its quotation. What a machine proposed is accepted by this."""
    from longbien.actions.law.concordance import linking  # app ready

    named = linking.Named(provision=provision, law=law, version=version)
    key = linking.key_in_texts(node=node, actor=actor, ref=ref, named=named)
    made = linking.link(node=node, actor=actor, ref=ref, duty=duty, key=key, grade=Grade(grade))
    answer(
        value_json(made),
        lambda: f"Linked to {duty}: {made.provision} ({made.law} {made.version}).",
        as_json=as_json,
    )


@click.command(
    "unlink",
    epilog=examples("longbien law concordance unlink 0f… 7.1 ACT:4 --why 'Repealed.' --as anna"),
)
@click.argument("ref")
@click.argument("duty")
@click.argument("provision")
@_WHY
@_LAW
@_VERSION
@acting_awake
def unlink(
    node: "Node",
    actor: "Officer",
    /,
    *,
    ref: str,
    duty: str,
    provision: str,
    why: str,
    law: str,
    version: str,
) -> None:
    """Take the link of PROVISION to DUTY away in the concordance REF. The history keeps it."""
    from longbien.actions.law.concordance import linking  # app ready

    named = linking.Named(provision=provision, law=law, version=version)
    key = linking.key_in_row(node=node, actor=actor, ref=ref, duty=duty, named=named)
    linking.unlink(node=node, actor=actor, ref=ref, duty=duty, key=key, why=why)
    answer({}, f"No longer linked to {duty}: {provision}.")


@click.command(
    "reject",
    epilog=examples("longbien law concordance reject 0f… 7 ACT:21 --why 'On paper records.' --as anna"),
)
@click.argument("ref")
@click.argument("article", type=click.IntRange(1, 68))
@click.argument("provision")
@_WHY
@_LAW
@_VERSION
@acting_awake
def reject(
    node: "Node",
    actor: "Officer",
    /,
    *,
    ref: str,
    article: int,
    provision: str,
    why: str,
    law: str,
    version: str,
) -> None:
    """Reject PROVISION, which a machine proposed for ARTICLE in the concordance REF. It is kept, with who and why."""
    from longbien.actions.law.concordance import linking  # app ready

    named = linking.Named(provision=provision, law=law, version=version)
    key = linking.key_in_texts(node=node, actor=actor, ref=ref, named=named)
    linking.reject(node=node, actor=actor, ref=ref, article=article, key=key, why=why)
    answer({}, f"Rejected for Article {article}: {provision}.")


def _place(one: "Place") -> str:
    text = " ".join(f"{one.provision.heading} {one.provision.text}".split())
    return f"{one.provision.id:12} {one.text.law} {one.text.version}  {text[:_LINE]}".rstrip()


def _seen(one: "WordsSeen") -> str:
    words = ", ".join(f"“{words}”" for words in one.words)
    return f"{words} ({one.provision}{'' if one.linked else ', proposed'})"


def _suggestion(one: "Suggestion", duty: str) -> str:
    of_row = "  for this paragraph" if duty in one.duties else ""
    became = "" if one.decision is Decision.OPEN else f"  {one.decision.value} by {one.by}"
    return f"{one.rank:3} {one.provision:12} {one.law} {one.version}  {one.grade.value}{of_row}{became}  {'; '.join(one.reasons)}".rstrip()


COMMANDS: Final = (find, suggestions, hints, link, unlink, reject)
