# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request consultation`: a draft shown to the other side before it is sent, with comments from either side."""

from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.pages.shared import (
    SharedPage,
    SharedRow,
    find_consultation,
    shared_list,
    shared_page,
)
from longbien.actions.cooperation.say import Spoken
from longbien.actions.cooperation.sharing.comment import close_consultation, comment
from longbien.actions.cooperation.sharing.share import share
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.cooperation.page import field_words
from longbien.cli.cooperation.spoken import spoken_words
from longbien.cli.inputs import examples
from longbien.cli.tables import facts, table
from longbien.cli.words import coded, form_words, language, moment, short
from longbien.core.cooperation.forms.kinds import forms
from longbien.texts import phrase


@click.group("consultation")
def consultation() -> None:
    """Show a draft to the other side before it is sent: no legal effect, no clock."""


@consultation.command(
    "share", epilog=examples('longbien request consultation share C-2026/118 --note "Is this enough?"')
)
@click.argument("draft")
@click.option("--note", default="", help="A word to the partner.")
@json_option
@acting
def share_draft(actor: Officer, *, draft: str, note: str, as_json: bool) -> None:
    """Show DRAFT as it now is; the next version if it was shown before. Takes a second officer."""
    node = current_node()
    request_id = find_request_id(node, actor, draft)
    _tell(share(node=node, actor=actor, request_id=request_id, note=note), as_json)


@consultation.command("list", epilog=examples("longbien request consultation list --json"))
@json_option
@acting
def list_shared(actor: Officer, *, as_json: bool) -> None:
    """List the drafts that were shown, of both directions."""
    found = shared_list(actor=actor)
    answer(found, lambda: _list_words(found), as_json=as_json, exercise=current_node().exercise)


@consultation.command("show", epilog=examples("longbien request consultation show 1f2e3d4c5b6a"))
@click.argument("number")
@json_option
@acting
def show_shared(actor: Officer, *, number: str, as_json: bool) -> None:
    """Show one: its versions, its fields with the comments on each, and the request made of it."""
    node = current_node()
    page = shared_page(node=node, actor=actor, consultation=find_consultation(number))
    answer(page, lambda: _page_words(page), as_json=as_json, exercise=page.exercise)


@consultation.command(
    "comment",
    epilog=examples('longbien request consultation comment 1f2e3d4c5b6a --field facts --text "Say when."'),
)
@click.argument("number")
@click.option("--text", required=True, help="The comment, in words.")
@click.option("--field", default="", help="The name of a field; without it, the whole draft.")
@click.option(
    "--version", type=click.IntRange(min=1), default=None, help="Which version; without it, the last."
)
@json_option
@acting
def comment_shared(
    actor: Officer, *, number: str, text: str, field: str, version: int | None, as_json: bool
) -> None:
    """Comment on a draft that was shown, from either side."""
    found = comment(
        node=current_node(),
        actor=actor,
        consultation=find_consultation(number),
        text=text,
        field=field,
        version=version,
    )
    _tell(found, as_json)


@consultation.command("close", epilog=examples("longbien request consultation close 1f2e3d4c5b6a"))
@click.argument("number")
@click.option("--note", default="", help="A word to the partner.")
@json_option
@acting
def close_shared(actor: Officer, *, number: str, note: str, as_json: bool) -> None:
    """End the consultation on a draft without a request."""
    number = find_consultation(number)
    _tell(close_consultation(node=current_node(), actor=actor, consultation=number, note=note), as_json)


def _list_words(found: tuple[SharedRow, ...]) -> str:
    if not found:
        return _("No draft was shown.")
    head = (_("No."), _("With"), _("Kind"), _("State"), _("Version"), _("Comments"), _("Changed"))
    return table(
        head,
        [
            (
                short(one.consultation),
                (_("from %(party)s") if one.direction == "incoming" else _("to %(party)s"))
                % {"party": one.partner},
                form_words(one.form),
                coded("state.sharing", one.state),
                str(one.version),
                str(one.comments),
                moment(one.changed_at),
            )
            for one in found
        ],
    )


def _page_words(page: SharedPage) -> str:
    form = forms().get(page.form)

    def label(name: str) -> str:
        known = form.fields.get(name) if form is not None else None
        return phrase(language(), known.label) if known is not None else name or _("the whole")

    parts = [
        facts(
            (
                (_("Draft"), form_words(page.form)),
                (_("With"), page.partner),
                (_("Number"), page.consultation),
                (_("State"), coded("state.sharing", page.state)),
                (_("Effect"), _("None: nothing is asked, and no clock runs.")),
                (_("Made of it"), "\n".join(f"{form_words(one.form)} {one.request_id}" for one in page.made)),
            )
        ),
        table(
            (_("Version"), _("When"), _("Approved by"), _("Other than before"), _("Note")),
            [
                (
                    str(one.version),
                    moment(one.at),
                    ", ".join(one.approved_by),
                    "; ".join(label(name) for name in one.changed),
                    one.note,
                )
                for one in page.versions
            ],
        ),
        *(
            phrase(language(), section.label).upper()
            + "\n"
            + facts([(phrase(language(), field.label), field_words(field)) for field in section.fields])
            for section in page.sections
        ),
    ]
    if page.comments:
        rows = [
            (str(one.version), one.party, label(one.field), one.text, moment(one.at)) for one in page.comments
        ]
        parts.append(table((_("Version"), _("Who"), _("On"), _("Comment"), _("When")), rows))
    return "\n\n".join(parts)


def _tell(found: Spoken, as_json: bool) -> None:
    answer([found], lambda: spoken_words(found), as_json=as_json, exercise=current_node().exercise)


COMMANDS: Final = (consultation,)
"""What `longbien request` takes from here."""
