# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien request order`: the letter that orders a provider to preserve data, ready to be signed and sent."""

from datetime import datetime
from pathlib import Path
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.cooperation.order_letter import order_letter
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.cooperation.find import find_request_id
from longbien.cli.inputs import MOMENT, examples
from longbien.cli.outputs import new_file
from longbien.cli.words import language


@click.command(
    "order",
    epilog=examples(
        'longbien request order C-2026/118 --to order.pdf --addressee "Provider One"',
        "longbien request order C-2026/118 --to order.pdf --until 2027-02-20",
    ),
)
@click.argument("request")
@click.option(
    "--to", "file", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write."
)
@click.option(
    "--addressee", default="", help="The provider (otherwise who holds the data, as the request says)."
)
@click.option(
    "--until", type=MOMENT, default=None, help="Kept at least until (otherwise as granted or asked)."
)
@json_option
@acting
def order(
    actor: Officer, *, request: str, file: Path, addressee: str, until: datetime | None, as_json: bool
) -> None:
    """Write the letter (PDF) by which a provider is ordered to preserve the data of an incoming REQUEST.

    It names accounts, data and end, and neither the facts of the case nor the State that asks. Each letter is recorded and logged.
    """
    node = current_node()
    made = order_letter(
        node=node,
        actor=actor,
        request_id=find_request_id(node, actor, request),
        language=language(),
        addressee=addressee.strip(),
        until=until,
    )
    with new_file(file) as sink:
        sink.write(made)
    words = _("%(file)s is ready to be signed.") % {"file": file}
    answer({"file": file, "size": len(made)}, words, as_json=as_json, exercise=node.exercise)


COMMANDS: Final = (order,)
"""What `longbien request` takes from here."""
