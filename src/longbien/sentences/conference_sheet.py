# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the sheet for a vote by pen."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference_sheet.confirmed_by": _("Counted again and confirmed by (another person)"),
    "conference_sheet.counted_by": _("Counted by"),
    "conference_sheet.delegation": _("Delegation"),
    "conference_sheet.drawn": _("The roll is called from %(name)s, drawn by lot"),
    "conference_sheet.exercise": _("EXERCISE – NOT A DECISION OF THE CONFERENCE"),
    "conference_sheet.how": _(
        "For use when the screens or the line fail. One mark for each delegation; a delegation without a mark did not vote. Two persons count, each by itself; "
        "the totals are then typed into the secretariat's grid."
    ),
    "conference_sheet.not_voting": _("Not voting"),
    "conference_sheet.number": _("No."),
    "conference_sheet.printed": _("Printed on %(at)s"),
    "conference_sheet.quorum": _("present to decide: %(quorum)s"),
    "conference_sheet.title": _("Vote on %(on)s"),
    "conference_sheet.title_blank": _("Sheet for a vote"),
    "conference_sheet.totals": _("Totals"),
    "conference_sheet.votes": _("%(votes)s votes, %(names)s delegations"),
    "conference_sheet.weight": _("Votes"),
}
