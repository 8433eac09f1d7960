# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien evidence use` and `exculpatory`: what another State's evidence is used for; what it has not consented to is stopped."""

from datetime import datetime
from typing import Final

import click
from django.utils.translation import gettext as _

from longbien.actions.evidence.holdings import find_object_id
from longbien.actions.evidence.use import Intended, record_exculpatory, record_use
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import MOMENT, examples
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.life.uses import STATED

USES: Final = (STATED, *vocabulary("USE").codes)


@click.command(
    "use",
    epilog=examples(
        'longbien evidence use 0a1b2c3d4e5f --purpose "Trial in case 12/2026"',
        'longbien evidence use 0a1b2c3d4e5f other-use --purpose "Case 44/2026"',
        'longbien evidence use 0a1b2c3d4e5f onward-transfer --recipient CH --purpose "Case 44/2026"',
    ),
)
@click.argument("evidence")
@click.argument("use", type=click.Choice(USES), default=STATED)
@click.option("--recipient", default="", help="With onward-transfer: who shall have it.")
@click.option("--purpose", required=True, help="What for.")
@json_option
@acting
def use_evidence(
    actor: Officer, *, evidence: str, use: str, recipient: str, purpose: str, as_json: bool
) -> None:
    """Record what EVIDENCE is used for: the purpose stated, or another one to which the State that gave it has consented."""
    node = current_node()
    digest = record_use(
        node=node,
        actor=actor,
        object_id=find_object_id(evidence),
        intended=Intended(use=use, recipient=recipient),
        purpose=purpose,
    )
    words = _("Recorded and logged: %(digest)s.") % {"digest": digest}
    answer({"record": digest}, words, as_json=as_json, exercise=node.exercise)


@click.command(
    "exculpatory",
    epilog=examples(
        'longbien evidence exculpatory 0a1b2c3d4e5f --notified-at 2026-11-22 --purpose "Defence of A."'
    ),
)
@click.argument("evidence")
@click.option("--purpose", required=True, help="Whom it clears, and before which court.")
@click.option("--notified-at", type=MOMENT, default=None, help="When the State that gave it was notified.")
@click.option("--why-later", default="", help="Exceptionally: why it is notified only afterwards.")
@json_option
@acting
def exculpatory(
    actor: Officer,
    *,
    evidence: str,
    purpose: str,
    notified_at: datetime | None,
    why_later: str,
    as_json: bool,
) -> None:
    """Record that EVIDENCE is disclosed to clear an accused person (Art. 40(5), 40(19)): notice first, or without delay after."""
    node = current_node()
    digest = record_exculpatory(
        node=node,
        actor=actor,
        object_id=find_object_id(evidence),
        purpose=purpose,
        notified_at=notified_at,
        why_later=why_later,
    )
    words = _("Recorded and logged: %(digest)s.") % {"digest": digest}
    answer({"record": digest}, words, as_json=as_json, exercise=node.exercise)


COMMANDS: Final = (use_evidence, exculpatory)
"""What `longbien evidence` takes from here."""
