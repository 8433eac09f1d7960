# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien verify`: the checks of the stand-alone verifier, with faster signature code. Needs no node and no Django."""

import sys

import click

from longbien.core.evidence.fast import FAST
from longbien.core.evidence.verifier.main import EPILOGUE, Request, verify


@click.command(
    "verify",
    epilog="\b\n" + EPILOGUE.strip(),
    short_help="Check a court bundle.",
)
@click.argument("bag", type=click.Path())
@click.option(
    "--trust",
    multiple=True,
    metavar="FILE",
    help="A directory entry or trust file obtained from an authority itself.",
)
@click.option(
    "--fingerprint",
    multiple=True,
    metavar="[PARTY=]HEX",
    help="The fingerprint of a directory entry, obtained from the authority itself.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the report for programs.")
@click.option("--quiet", is_flag=True, help="Print one line.")
def command(
    bag: str, trust: tuple[str, ...], fingerprint: tuple[str, ...], as_json: bool, quiet: bool
) -> None:
    """Check the court bundle in the folder BAG, as anybody can with verify.py alone."""
    request = Request(bag, trust, fingerprint, as_json=as_json, quiet=quiet)
    status, text = verify(request, FAST)
    click.echo(text, nl=False, err=status == 2)
    sys.exit(status)
