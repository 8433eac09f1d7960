# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `conference.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference.compare_count": _("Values that differ: %(count)s. A: %(a)s. B: %(b)s."),
    "conference.compare_nothing": _("Nothing differs between %(a)s and %(b)s."),
    "conference.means_consensus": _("Without consensus there is no decision."),
    "conference.means_consensus_first": _(
        "If consensus fails and %(cast)s vote for or against: %(needed)s votes for are needed (of %(parties)s States Parties)."
    ),
    "conference.means_for_and_against": _(
        "A vote by %(needed)s Parties of whom %(abstain)s abstain is void: only %(for)s votes count to the quorum of %(needed)s."
    ),
    "conference.means_officers": _("%(total)s officers."),
    "conference.means_organisation": _(
        "An organisation with %(members)s members that are Parties, %(accredited)s of them accredited and %(present)s present, has %(weight)s votes."
    ),
    "conference.means_present": _(
        "A vote by %(needed)s Parties of whom %(abstain)s abstain is valid: those who abstain are present."
    ),
    "conference.means_quorum": _(
        "With %(parties)s States Parties, %(participating)s of them taking part: %(needed)s must be present."
    ),
    "conference.means_tie_again": _(
        "After %(each)s votes for and %(each)s against, a second vote is taken within 48 hours; if it is equal again, the proposal is rejected."
    ),
    "conference.means_tie_rejected": _(
        "After %(each)s votes for and %(each)s against, the proposal is rejected."
    ),
    "conference.means_votes": _(
        "If %(cast)s vote for or against: %(needed)s votes for are needed (of %(parties)s States Parties)."
    ),
    "conference.procedure_path": _("The data of the rules of procedure have no value %(path)s (%(where)s)."),
    "conference.procedure_reference": _(
        "The data of the rules of procedure name at %(where)s what is not there: %(name)s."
    ),
    "conference.procedure_source": _(
        "The data of the rules of procedure have no source %(source)s (%(where)s)."
    ),
    "conference.procedure_twice": _("The data of the rules of procedure have the value %(path)s twice."),
    "conference.rule_unknown": _(
        "The rules of procedure have no %(kind)s called %(name)s. There are: %(known)s."
    ),
    "conference.rules_file": _("The file %(file)s is no rule set: it must give a profile and choices."),
    "conference.rules_section": _("The rules have no section %(name)s. There are: %(known)s."),
    "conference.rules_spec": _(
        "%(text)s is no rule set. Write a profile, or a profile with options: untoc:quorum_base=participating,tie_rule=rejected."
    ),
}
"""Each code with its sentence."""
