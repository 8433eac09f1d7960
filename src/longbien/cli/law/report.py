# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien law report` and `longbien law clauses`: the report for the House as a file, and proposed clauses for a drafter.

A report of a file (`concordance.json`) needs no node; one of the node's own tables is made by an officer who signs in.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.awake import signed_in, wake_node
from longbien.cli.inputs import examples, read_file, sign_in_options
from longbien.cli.outputs import new_file
from longbien.cli.tables import table
from longbien.core.base.errors import UsageError
from longbien.core.law.clauses.proposals import Proposal, proposals, proposals_for
from longbien.core.law.concordance.written import MAX_BYTES, read_concordance_bytes
from longbien.core.law.reporting.report import Report, draw_report
from longbien.core.law.reporting.texts import ReportTexts
from longbien.texts import LANGUAGES, known_language

if TYPE_CHECKING:
    from longbien.actions.law.reporting.files import ReportFile

FORMS: Final = ("pdf", "docx", "akn", "xlsx")
_LANGUAGE = click.option(
    "--language", default="en", show_default=True, help="The language of the paper: ar en es fr ru vi zh."
)
_OUT = click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), default=None, help="The file to write."
)


@click.command(
    "report",
    epilog=examples(
        "longbien law report 1f2e3d4c5b6a --form pdf --language vi --as nga",
        "longbien law report concordance.json --form docx --public --out report.docx",
        "longbien law report 1f2e3d4c5b6a --keep --as nga",
    ),
)
@click.argument("concordance")
@click.option("--form", type=click.Choice(FORMS), default="pdf", show_default=True)
@click.option("--public", is_flag=True, help="The public version: what is withheld is shown as withheld.")
@click.option("--keep", "keeps", is_flag=True, help="Keep the report for good, with its version of the law.")
@click.option("--kept", is_flag=True, help="CONCORDANCE is the number of a report that was kept.")
@_LANGUAGE
@_OUT
@sign_in_options(required=False)
@json_option
def report_command(  # each option, named
    *,
    concordance: str,
    form: str,
    public: bool,
    keeps: bool,
    kept: bool,
    language: str,
    out: Path | None,
    username: str | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """Write the report for the House on CONCORDANCE: a table of this node, a kept report, or a file with a concordance (JSON)."""
    tongue = _known(language)
    if Path(concordance).is_file():
        made = _of_file(Path(concordance), form, tongue, public=public)
    else:
        made = _of_node(
            (concordance, "kept" if kept else "keep" if keeps else "now"),
            (form, tongue),
            (username, password_file),
            public=public,
        )
    _save(made, out, as_json=as_json)


@click.command(
    "clauses",
    epilog=examples(
        "longbien law clauses --for 28.2",
        "longbien law clauses 7.security 7.testing --form docx --out clauses.docx",
        "longbien law clauses --form akn --out bill.xml",
    ),
)
@click.argument("codes", nargs=-1)
@click.option("--for", "provision", default="", help="Only those that serve a provision: 7, 28.2, 24.1.")
@click.option("--form", type=click.Choice(["text", "docx", "akn", "pdf"]), default="text", show_default=True)
@_LANGUAGE
@_OUT
@json_option
def clauses_command(
    *, codes: tuple[str, ...], provision: str, form: str, language: str, out: Path | None, as_json: bool
) -> None:
    """Show proposed clauses, or write those named (none: the widest wording of all) to a file. They are no legal advice."""
    tongue = _known(language)
    found = proposals_for(provision) if provision else proposals()
    wanted = codes or (tuple(one.code for one in found if not one.instead_of) if provision else ())
    if form == "text":
        from longbien.core.law.clauses.bill import chosen  # slow import

        shown = chosen(codes) if codes else found
        answer(shown, lambda: _listed(shown, whole=bool(codes or provision)), as_json=as_json)
        return
    from longbien.actions.law.reporting.clauses import clauses_file  # slow import
    from longbien.bridge.pages import Papers  # slow import

    made = clauses_file(
        printer=Papers(), codes=wanted, form=form, language=tongue, on=datetime.now(UTC).date()
    )
    _save(made, out, as_json=as_json)


def _of_file(path: Path, form: str, language: str, *, public: bool) -> "ReportFile":
    from longbien.actions.law.reporting.files import file_of  # slow import
    from longbien.actions.law.reporting.paper import report_sheet  # slow import
    from longbien.bridge.pages import Papers  # slow import

    value = read_concordance_bytes(read_file(path, MAX_BYTES))
    report = draw_report(
        value, ReportTexts(language=value.language), made_on=datetime.now(UTC).date(), public=public
    )
    return file_of(Papers(), report, report_sheet(report, language), form)


def _of_node(
    what: tuple[str, str], how: tuple[str, str], who: tuple[str | None, Path | None], *, public: bool
) -> "ReportFile":
    if not who[0]:
        raise click.UsageError("Say who acts: --as NAME.")
    node = wake_node()
    actor = signed_in(*who)
    from longbien.actions.law.reporting import make  # app ready

    ref, source = what
    if source == "keep":
        ref = make.keep_report(node=node, actor=actor, concordance=ref, public=public).ref
        click.echo(f"Kept as report {ref}.", err=True)
    report: Report = (
        make.report_now(node=node, actor=actor, concordance=ref, public=public)
        if source == "now"
        else make.kept_report(node=node, actor=actor, ref=ref)
    )
    return make.report_file(node=node, report=report, form=how[0], language=how[1])


def _save(made: "ReportFile", out: Path | None, *, as_json: bool) -> None:
    path = out or Path(made.name)
    with new_file(path) as file:
        file.write(made.data)
    answer(
        {"file": str(path), "media": made.media, "size": len(made.data)},
        f"Written: {path} ({len(made.data)} bytes).",
        as_json=as_json,
    )


def _known(language: str) -> str:
    found = known_language(language)
    if not found:
        raise UsageError(
            "law_report.language_unknown", language=language[:20], languages=", ".join(LANGUAGES)
        )
    return found


def _listed(found: tuple[Proposal, ...], *, whole: bool) -> str:
    mark = "Proposals of this software, to be adapted by a drafter; not legal advice."
    if not whole:
        rows = [(one.code, one.kind, one.instead_of or "", one.title) for one in found]
        return f"{mark}\n\n{table(('clause', 'kind', 'instead of', 'title'), rows)}"
    parts = [mark]
    for one in found:
        head = f"{one.code}: {one.title}" + (f" (instead of {one.instead_of})" if one.instead_of else "")
        served = ", ".join((*one.carries_out, *one.takes_up))
        note = f"Note: {one.note}\n" if one.note else ""
        parts.append(f"\n{head}\n{one.clause}\n{note}Serves {served}. Bears on: {', '.join(one.rights)}.")
    return "\n".join(parts)


COMMANDS: Final = (report_command, clauses_command)
