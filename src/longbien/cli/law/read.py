# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law read` and `longbien law write`: a law's file into provisions, with every doubt named; provisions into Akoma Ntoso. Needs no node."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from longbien.actions.law.reading import Source, akn_of, read_law
from longbien.cli.answers import say
from longbien.cli.inputs import MOMENT, examples, read_file
from longbien.cli.outputs import new_file
from longbien.cli.tables import facts, table
from longbien.core.base.errors import RefusedError
from longbien.core.law.provisions.lines import write_lines
from longbien.core.law.reading.blocks import Cut, Diagnostic, Place
from longbien.core.law.reading.forms.encodings import MAX_BYTES
from longbien.core.law.reading.forms.kinds import FORMS
from longbien.core.law.reading.recipe import MAX_RECIPE
from longbien.core.law.reading.summary import SERIOUS, Part, counted, cut_json, outline
from longbien.texts import sentence

_SHOWN: Final = 12
"""Warnings of one kind that the table shows; JSON has all."""


@click.command(
    "read",
    epilog=examples(
        "longbien law read code.docx --language fr --law CODE --out code.jsonl",
        "longbien law read law.html --language ar",
        "longbien law read act.txt --language en --recipe act.yaml --format json",
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option(
    "--language", default="", help="The law's language, as a tag: vi, ar, pt-BR (or the recipe says it)."
)
@click.option("--law", default="", help="The law's code, which the ids of its provisions carry: CODE:12.")
@click.option(
    "--form", type=click.Choice(list(FORMS)), default=None, help="The file's form (otherwise found out)."
)
@click.option(
    "--encoding", default="", help="The encoding of a text file, such as windows-1251 (otherwise found out)."
)
@click.option(
    "--recipe",
    type=click.Path(dir_okay=False, path_type=Path),
    help="What this source needs beside the rules (YAML).",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A new file for the provisions as JSON lines.",
)
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True)
def read_command(
    *,
    file: Path,
    language: str,
    law: str,
    form: str | None,
    encoding: str,
    recipe: Path | None,
    out: Path | None,
    shape: str,
) -> None:
    """Cut a law (Akoma Ntoso, HTML, DOCX, PDF, Markdown, text, JSON lines) into provisions, and show outline, warnings and what is left over."""
    found = read_law(
        Source(
            data=read_file(file, MAX_BYTES),
            name=file.name,
            language=language,
            law=law,
            form=form or "",
            encoding=encoding,
            recipe=read_file(recipe, MAX_RECIPE) if recipe else b"",
        )
    )
    if out is not None:
        if not found.provisions:
            raise RefusedError("law_reading.none")
        with new_file(out) as sink:
            sink.write(write_lines(found.provisions))
    if shape == "json":
        click.echo(json.dumps(cut_json(found), ensure_ascii=False, indent=1))
        return
    click.echo(_told(found))
    if out is not None:
        say(f"{len(found.provisions)} provisions written to {out.name}.")


@click.command(
    "write", epilog=examples("longbien law write code.jsonl --to akn code.xml --language fr --state MG")
)
@click.argument("provisions", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--to", "form", type=click.Choice(["akn"]), required=True, help="Akoma Ntoso 3.0 (LegalDocML).")
@click.option("--language", default="und", help="The law's language, for the head of the document.")
@click.option("--state", default="", help="The State's code (two letters), for the head of the document.")
@click.option("--on", type=MOMENT, default=None, help="The day of the text (otherwise today).")
def write_command(
    *, provisions: Path, file: Path, form: str, language: str, state: str, on: datetime | None
) -> None:
    """Write PROVISIONS (JSON lines) as a document of another form into the new FILE; reading it gives the same provisions back."""
    del form
    day = (on or datetime.now(UTC)).date()
    written = akn_of(read_file(provisions, MAX_BYTES), language=language, state=state, on=day)
    with new_file(file) as sink:
        sink.write(written)
    say(f"{file.name}: {len(written)} bytes.")


def _told(found: Cut) -> str:
    numbers = [one.number or one.id for one in found.provisions]
    rest: dict[str, int] = {}
    for one in found.rest:
        rest[one.kind] = rest.get(one.kind, 0) + len(one.text)
    parts = [
        facts(
            [
                ("form", found.form),
                ("provisions", str(len(numbers))),
                ("numbers", f"{numbers[0]} to {numbers[-1]}" if numbers else ""),
                ("with heading", str(sum(bool(one.heading) for one in found.provisions))),
                (
                    "left over",
                    ", ".join(
                        f"{sentence(f'law_reading.kind_{kind}')}: {size} characters"
                        for kind, size in rest.items()
                    ),
                ),
            ]
        )
    ]
    rows = [
        ("  " * one.depth + one.title, _span(one), str(one.count or "")) for one in outline(found.provisions)
    ]
    if any(row[0] for row in rows):
        parts += ["", table(("part", "provisions", "how many"), rows)]
    if found.notes:
        parts += ["", table(("place", "provision", "look at"), _warned(found))]
    return "\n".join(parts)


def _span(one: Part) -> str:
    if one.count < 2:
        return one.first
    return f"{one.first} – {one.last}"


def _warned(found: Cut) -> list[tuple[str, str, str]]:
    rows = []
    for code, count in counted(found.notes):
        mark = "! " if code in SERIOUS else ""
        same = [one for one in found.notes if one.code == code]
        rows += [(place_said(one.place), one.provision, mark + said(one)) for one in same[:_SHOWN]]
        if count > _SHOWN:
            rows.append(("", "", f"… and {count - _SHOWN} more of this kind (all of them: --format json)"))
    return rows


def said(one: Diagnostic) -> str:
    """Give the sentence of a warning."""
    return sentence(one.code, **one.values)


def place_said(place: Place) -> str:
    """Give a place in words."""
    return sentence(f"law_reading.place_{place.unit}", number=place.number)


COMMANDS: Final = (read_command, write_command)
