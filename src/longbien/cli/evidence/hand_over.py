# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien evidence announce`, `accept`, `decline`, `recall`, `dispose`, `no-release`: evidence between two States, conditions first."""

from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.say import Spoken
from longbien.actions.evidence.accept import accept, decline
from longbien.actions.evidence.announce import announce
from longbien.actions.evidence.dispose import dispose
from longbien.actions.evidence.holdings import find_object_id, holding
from longbien.actions.evidence.recall import NoRelease, no_release, recall
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.decisions import parse_conditions
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.cooperation.objects import evidence_words
from longbien.cli.cooperation.spoken import spoken_words
from longbien.cli.inputs import examples
from longbien.cli.tables import facts
from longbien.core.evidence.bodies import DISPOSALS, UseCondition


@click.command(
    "announce",
    epilog=examples(
        "longbien evidence announce 0a1b2c3d4e5f --request 1f2e3d4c5b6a",
        "longbien evidence announce 0a1b2c3d4e5f --request 1f2e3d4c5b6a --condition purpose-only",
    ),
)
@click.argument("evidence")
@click.option("--request", required=True, help="The partner's request that it answers.")
@click.option(
    "--condition",
    "conditions",
    multiple=True,
    metavar="CODE[:TEXT]",
    help="A condition of use; without any, those of the decision on disclosure stand.",
)
@json_option
@acting
def announce_object(
    actor: Officer, *, evidence: str, request: str, conditions: tuple[str, ...], as_json: bool
) -> None:
    """Announce sealed EVIDENCE to the State that asked for it, with the conditions of its use. Nothing can be opened yet."""
    node = current_node()
    chosen = tuple(
        UseCondition(code=one.code, text=one.text, until=one.until) for one in parse_conditions(conditions)
    )
    found = announce(
        node=node,
        actor=actor,
        object_id=find_object_id(evidence),
        request_id=find_request_id(node, actor, request),
        conditions=chosen or None,
    )
    _tell(found, as_json)


@click.command("accept", epilog=examples("longbien evidence accept 0a1b2c3d4e5f"))
@click.argument("evidence")
@json_option
@acting
def accept_conditions(actor: Officer, *, evidence: str, as_json: bool) -> None:
    """Accept the conditions of use of announced EVIDENCE: they bind the State, so a second officer approves. The key follows."""
    node = current_node()
    object_id = find_object_id(evidence)
    shown = holding(node=node, actor=actor, object_id=object_id)
    found = accept(node=node, actor=actor, object_id=object_id)
    words = f"{evidence_words(shown)}\n\n{spoken_words(found)}"
    answer(found, words, as_json=as_json, exercise=node.exercise)


@click.command("decline", epilog=examples('longbien evidence decline 0a1b2c3d4e5f --reason "…"'))
@click.argument("evidence")
@click.option("--reason", required=True, help="Why the conditions are not accepted.")
@json_option
@acting
def decline_conditions(actor: Officer, *, evidence: str, reason: str, as_json: bool) -> None:
    """Decline the conditions of use: what has travelled stays ciphertext that nobody here can open."""
    found = decline(node=current_node(), actor=actor, object_id=find_object_id(evidence), reason=reason)
    _tell(found, as_json)


@click.command(
    "recall", epilog=examples('longbien evidence recall 0a1b2c3d4e5f --reason "Sent to a wrong State."')
)
@click.argument("evidence")
@click.option("--reason", required=True, help="Why it is called back.")
@json_option
@acting
def recall_object(actor: Officer, *, evidence: str, reason: str, as_json: bool) -> None:
    """Call announced EVIDENCE back. Before the key was released nobody there can open it: see `no-release`."""
    found = recall(node=current_node(), actor=actor, object_id=find_object_id(evidence), reason=reason)
    _tell(found, as_json)


@click.command(
    "dispose",
    epilog=examples('longbien evidence dispose 0a1b2c3d4e5f --disposal destroyed --copies "None were made."'),
)
@click.argument("evidence")
@click.option("--disposal", type=click.Choice(DISPOSALS), required=True, help="What becomes of it.")
@click.option("--copies", required=True, help="What became of copies made outside this software.")
@click.option("--note", default="", help="A word to the State that gave it.")
@json_option
@acting
def dispose_object(
    actor: Officer, *, evidence: str, disposal: str, copies: str, note: str, as_json: bool
) -> None:
    """Return or destroy EVIDENCE after its use. Takes a second officer; what is destroyed cannot be opened here again."""
    object_id = find_object_id(evidence)
    found = dispose(
        node=current_node(), actor=actor, object_id=object_id, disposal=disposal, copies=copies, note=note
    )
    _tell(found, as_json)


@click.command("no-release", epilog=examples("longbien evidence no-release 0a1b2c3d4e5f --json"))
@click.argument("evidence")
@json_option
@acting
def show_no_release(actor: Officer, *, evidence: str, as_json: bool) -> None:
    """Look through every act made since EVIDENCE was announced, and show that none released its key."""
    node = current_node()
    found = no_release(node=node, actor=actor, object_id=find_object_id(evidence))
    answer(found, lambda: _no_release_words(found), as_json=as_json, exercise=node.exercise)


def _no_release_words(found: NoRelease) -> str:
    return facts(
        (
            (_("Object"), found.object_id),
            (_("Announced by act"), found.announced),
            (
                _("Looked at"),
                _("%(acts)s acts, from leaf %(first)s to leaf %(last)s of our log")
                % {"acts": found.acts, "first": found.first, "last": found.last},
            ),
            (_("Result"), _("no key was released")),
            (_("Mind"), _("this speaks of what our log holds; checkpoints that partners cosigned bind it")),
        )
    )


def _tell(found: Spoken, as_json: bool) -> None:
    answer(found, lambda: spoken_words(found), as_json=as_json, exercise=current_node().exercise)


COMMANDS: Final = (
    announce_object,
    accept_conditions,
    decline_conditions,
    recall_object,
    dispose_object,
    show_no_release,
)
"""What `longbien evidence` takes from here."""
