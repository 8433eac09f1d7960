# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words for the codes of rules of procedure: `conference_rules.CODE`. A code that is not here is read as it is written."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference_rules.absolute": _("majority of all who may vote"),
    "conference_rules.at_least": _("at least %(num)s/%(den)s of %(of)s"),
    "conference_rules.consensus_only": _("nothing but consensus"),
    "conference_rules.consensus_then": _("consensus first; if it fails, %(majority)s"),
    "conference_rules.fallback": _("not in this body's own texts: taken from the default profile"),
    "conference_rules.heard": _("%(for)s heard for, %(against)s against"),
    "conference_rules.majority": _("%(majority)s"),
    "conference_rules.majority_of_valid_ballots": _("majority of the valid ballots"),
    "conference_rules.more_than": _("more than %(num)s/%(den)s of %(of)s"),
    "conference_rules.no": _("no"),
    "conference_rules.no_objection": _("no formal objection"),
    "conference_rules.no_rank": _("taken when it is made"),
    "conference_rules.no_vote": _("granted without a vote"),
    "conference_rules.nothing": _("none"),
    "conference_rules.of_cast_against_ruling": _("the votes for and against, cast against the ruling"),
    "conference_rules.of_cast_for": _("the votes for and against"),
    "conference_rules.of_electorate_for": _("all who may vote"),
    "conference_rules.of_members": _("the members"),
    "conference_rules.of_participating": _("the States Parties that take part in the session"),
    "conference_rules.of_states_parties": _("the States Parties"),
    "conference_rules.one_third": _("one-third of those present and voting"),
    "conference_rules.open_point": _("open point"),
    "conference_rules.overturn_ruling": _("a majority against the ruling"),
    "conference_rules.rank": _("rank %(rank)s"),
    "conference_rules.same_as_whole": _("the majority that the whole proposal needs"),
    "conference_rules.simple": _("simple majority of those present and voting"),
    "conference_rules.sure_high": _("from memory, low risk"),
    "conference_rules.sure_low": _("open: guess or practice"),
    "conference_rules.sure_medium": _("from memory, may differ"),
    "conference_rules.sure_seen": _("read in a public copy"),
    "conference_rules.three_quarters": _("three-quarters of those present and voting"),
    "conference_rules.two_thirds": _("two-thirds of those present and voting"),
    "conference_rules.two_thirds_electorate": _("two-thirds of all who may vote"),
    "conference_rules.yes": _("yes"),
}
"""Each code with its words."""
