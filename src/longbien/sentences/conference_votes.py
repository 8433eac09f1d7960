# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `conference_votes.*`: counting, verdicts, ballots, elections, lots, and files of recorded votes."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference_votes.choice": _("%(choice)s is no vote: there are yes, no and abstain."),
    "conference_votes.election_step": _(
        "This election does not wait for that: look at what comes next, a ballot or a lot."
    ),
    "conference_votes.lot_drawn": _("The lot must bring %(number)s of these names: %(names)s."),
    "conference_votes.lot_names": _("%(number)s names cannot be drawn from %(names)s."),
    "conference_votes.lot_reveal": _(
        "The number shown for %(about)s is not the one to which the secretariat was bound before the draw."
    ),
    "conference_votes.lot_seed": _("The number for drawing lots has %(bytes)s bytes."),
    "conference_votes.not_counted": _("%(threshold)s is not counted in votes."),
    "conference_votes.papers_name": _(
        "%(name)s cannot be chosen in this ballot: papers with that name are invalid."
    ),
    "conference_votes.papers_one": _("%(votes)s votes for one name do not come from %(valid)s valid papers."),
    "conference_votes.papers_sum": _(
        "%(votes)s votes do not come from %(valid)s valid papers with one to %(places)s names each."
    ),
    "conference_votes.percentage": _(
        "%(part)s of %(whole)s is %(right)s %%, not %(printed)s: one of the numbers is wrong."
    ),
    "conference_votes.percentage_form": _("%(printed)s is not a percentage."),
    "conference_votes.places": _("%(places)s places cannot be filled from %(candidates)s candidates."),
    "conference_votes.quorum_base": _("No quorum is counted from %(base)s."),
    "conference_votes.reio_option": _("%(option)s does not say how many votes an organisation has."),
    "conference_votes.roll_drawn": _(
        "%(drawn)s is not on the roll: the name drawn must be one that is called."
    ),
    "conference_votes.roll_language": _("The roll is not called in the language %(language)s."),
    "conference_votes.total_electorate": _(
        "%(total)s votes are more than the %(electorate)s that could be cast."
    ),
    "conference_votes.total_huge": _("%(number)s votes: more than %(limit)s are a slip of the keyboard."),
    "conference_votes.total_negative": _("%(number)s is no number of votes."),
    "conference_votes.total_present": _("%(total)s votes are more than the %(present)s that were present."),
    "conference_votes.verdict_adopted": _(
        "Adopted: %(for)s for, %(against)s against, %(abstain)s abstaining; %(needed)s were needed."
    ),
    "conference_votes.verdict_no_quorum": _(
        "No decision: %(present)s were present, and %(required)s must be for a decision."
    ),
    "conference_votes.verdict_none_cast": _("Not adopted: nobody voted for or against."),
    "conference_votes.verdict_none_cast_upheld": _("The ruling stands: nobody voted for or against it."),
    "conference_votes.verdict_overturned": _(
        "The ruling is overruled: %(against)s against it, %(for)s for it; %(needed)s against were needed."
    ),
    "conference_votes.verdict_rejected": _(
        "Not adopted: %(for)s for, %(against)s against, %(abstain)s abstaining; %(needed)s were needed, %(short)s more than there were."
    ),
    "conference_votes.verdict_second_vote": _(
        "Equally divided, %(for)s to %(against)s: a second vote is taken within 48 hours."
    ),
    "conference_votes.verdict_tie": _("Not adopted: equally divided, %(for)s to %(against)s."),
    "conference_votes.verdict_tie_upheld": _("The ruling stands: equally divided, %(for)s to %(against)s."),
    "conference_votes.verdict_upheld": _(
        "The ruling stands: %(against)s against it, %(for)s for it; %(needed)s against were needed."
    ),
}
