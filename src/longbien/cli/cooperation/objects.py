# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One evidence object on a terminal: its state, parts, conditions and custody."""

from django.utils.translation import gettext as _

from longbien.actions.cooperation.pages.values import PageEvidence
from longbien.cli.progress import amount
from longbien.cli.tables import facts, table
from longbien.cli.words import coded, listed, moment, second, sentence_of, short


def evidence_words(one: PageEvidence) -> str:
    """Lay an object out."""
    pairs = (
        (_("Object"), one.object_id),
        (_("Name"), one.name),
        (_("Size"), amount(one.size) if one.size is not None else ""),
        (_("Sealed by"), f"{one.party}, {moment(one.sealed_at)}"),
        (_("State"), coded("state.evidence", one.state)),
        (_("Manifest"), one.manifest_digest),
        (
            _("Conditions of use"),
            "\n".join(
                " ".join((listed("CONDITION", item.code), item.text)).strip() for item in one.conditions
            ),
        ),
    )
    parts = [
        (part.name, amount(part.length), f"{part.held} / {part.leaves}", moment(part.complete_at))
        for part in one.parts
    ]
    steps = [
        (
            second(step.at),
            step.party,
            listed("CUSTODY-ACTION", step.action),
            step.role_id,
            coded("finding", str(step.verified)),
            short(step.digest),
        )
        for step in one.custody
    ]
    return "\n".join(
        (
            facts(pairs),
            table((_("Part"), _("Size"), _("Segments"), _("Complete")), parts),
            table((_("Custody"), _("Who"), _("Step"), _("Role"), _("Check"), _("Record")), steps),
            *((sentence_of(one.custody_fault),) if one.custody_fault else ()),
        )
    )
