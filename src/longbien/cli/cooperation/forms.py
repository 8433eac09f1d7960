# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request kinds` and `form`: what can be asked for, and an empty request to fill in."""

from collections.abc import Iterator, Mapping
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import examples
from longbien.cli.tables import WIDTH, table, wrapped
from longbien.cli.words import language
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.blocks import BLOCKS
from longbien.core.cooperation.forms.kinds import Field, Form, form, forms
from longbien.texts import phrase

_SHAPES: Final[Mapping[str, str]] = {
    "date": '"2026-01-31"',
    "moment": '"2026-01-31 23:59:00+07:00"',
    "period": '{from: "2026-01-01T00:00:00+07:00", until: "2026-01-31T23:59:59+07:00"}',
    "contact": '{organisation: "", person: "", phone: "", office_hours: "", time_zone: ""}',
    "identifiers": '[{kind: ipv4, value: "", port: "", at: "2026-01-31 23:59:00+07:00"}]',
    "persons": '[{role: suspect, name: "", birth_date: "1980-05-17", nationalities: [VN], whereabouts: ""}]',
    "property": '[{nature: proceeds, kind: bank-account, description: "", amount: "1500", currency: EUR}]',
    "codes": '["", ""]',
    "number": "60",
    "tick": "true",
    "language": '"en"',
}
"""How a value of each type is written in YAML, where that is not a text in quotes."""


@click.command("kinds", epilog=examples("longbien request kinds"))
@json_option
def kinds(as_json: bool) -> None:
    """List the kinds of request that this node knows."""
    found = list(forms().values())
    rows = [(one.id, f"{_('Art.')} {one.article}", phrase(language(), one.label)) for one in found]
    value = [
        {"form": one.id, "version": one.version, "article": one.article, "label": one.label} for one in found
    ]
    answer(value, lambda: table((_("Kind"), _("Article"), _("What it asks for")), rows), as_json=as_json)


@click.command("form", epilog=examples("longbien request form preservation > request.yaml"))
@click.argument("kind")
def empty_form(kind: str) -> None:
    """Write an empty request of a KIND as YAML, each field with what it means: fill it in and give it to `new --file`."""
    for line in form_lines(form(kind)):
        click.echo(line)


def form_lines(found: Form) -> Iterator[str]:
    """Give the lines of an empty request: mandatory fields to be filled in, the others as comments."""
    yield f"# {phrase(language(), found.label)} ({_('Art.')} {found.article})"
    for section in found.sections:
        fields = [field for field in found.fields.values() if field.section == section.id]
        if fields:
            yield ""
            yield f"# --- {phrase(language(), section.label)}"
        for field in fields:
            yield from _field_lines(field)


def _field_lines(field: Field) -> Iterator[str]:
    about = f"{phrase(language(), field.label)} ({_need(field)}). {phrase(language(), field.help)}"
    yield from (f"# {line}" for line in wrapped(about, WIDTH - 2))
    for list_id, name in _lists(field):
        codes = vocabulary(list_id).codes.values()
        named = "; ".join(f"{code.code} = {phrase(language(), code.label)}" for code in codes)
        yield from (f"#   {line}" for line in wrapped(f"{name}: {named}" if name else named, WIDTH - 4))
    for part in BLOCKS.get(field.type, ()):
        if not part.list:
            yield f"#   {part.name} = {phrase(language(), part.label)}"
    mark = "" if field.need == "mandatory" else "# "
    if field.type == "attachment":
        yield f"#   {_('a file')}: --attach {field.id}=FILE"
        mark = "# "
    elif field.type in _SHAPES:
        yield from (f"#   {line}" for line in wrapped(f"{_('written as')} {_SHAPES[field.type]}", WIDTH - 4))
    yield f'{mark}{field.id}: ""'


def _need(field: Field) -> str:
    """Say whether a field is needed, and with which answer to which other field."""
    if field.when is None:
        return _("needed") if field.need == "mandatory" else _("optional")
    when = field.when
    if when.test == "in":
        return _("needed if %(field)s is %(codes)s") % {"field": when.field, "codes": ", ".join(when.codes)}
    if when.test == "not_in":
        return _("needed unless %(field)s is %(codes)s") % {
            "field": when.field,
            "codes": ", ".join(when.codes),
        }
    return _("needed with %(field)s") % {"field": when.field}


def _lists(field: Field) -> Iterator[tuple[str, str]]:
    """Give the coded lists that a field takes codes from, each with the part that does."""
    if field.list:
        yield field.list, ""
    if field.type == "identifiers":
        yield "IDENTIFIER", "kind"
    for part in BLOCKS.get(field.type, ()):
        if part.list:
            yield part.list, part.name


COMMANDS: Final = (kinds, empty_form)
"""What `longbien request` takes from here."""
