# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `conference_cases.*`: files of cases, what is missing in one, what is to be noted."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference_cases.agrees": _("agrees"),
    "conference_cases.ambiguous": _(
        "%(source)s, line %(line)s, column %(column)s: programs read “%(value)s” differently. Put it in quotation marks."
    ),
    "conference_cases.compared": _("computed %(computed)s; expected %(expected)s"),
    "conference_cases.differs": _("DIFFERS"),
    "conference_cases.field_missing": _(
        "%(source)s, line %(line)s, column %(column)s: the field %(field)s is missing."
    ),
    "conference_cases.field_type": _(
        "%(source)s, line %(line)s, column %(column)s: the field %(field)s must be of another type (%(expected)s)."
    ),
    "conference_cases.field_unknown": _(
        "%(source)s, line %(line)s, column %(column)s: there is no field %(field)s in this place."
    ),
    "conference_cases.field_value": _(
        "%(source)s, line %(line)s, column %(column)s: the field %(field)s has a value that it cannot have."
    ),
    "conference_cases.id_twice": _(
        "%(source)s, line %(line)s, column %(column)s: the id %(id)s stands here for the second time."
    ),
    "conference_cases.id_unknown": _("%(source)s has no case %(id)s."),
    "conference_cases.key_twice": _(
        "%(source)s, line %(line)s, column %(column)s: “%(value)s” stands twice in one place."
    ),
    "conference_cases.kind": _(
        "%(source)s, line %(line)s, column %(column)s: there is no kind of case %(kind)s. There are: %(known)s."
    ),
    "conference_cases.member_voted": _(
        "These members of the organisation voted although it had: %(names)s. Their ballots are refused and the Chair is told."
    ),
    "conference_cases.more_than_members": _("More votes are recorded than there are members (%(members)s)."),
    "conference_cases.motion": _(
        "%(source)s, line %(line)s, column %(column)s: there is no motion %(name)s. There are: %(known)s."
    ),
    "conference_cases.need": _("undetermined: needs %(needs)s"),
    "conference_cases.need_abstain": _("the abstentions"),
    "conference_cases.need_against": _("the votes against"),
    "conference_cases.need_for": _("the votes in favour"),
    "conference_cases.need_members": _("how many may vote"),
    "conference_cases.need_others_against": _("the other votes against"),
    "conference_cases.need_others_for": _("the other votes in favour"),
    "conference_cases.need_participating": _("how many States Parties take part in the session"),
    "conference_cases.need_present": _("how many are present"),
    "conference_cases.need_quorum": _("the quorum"),
    "conference_cases.need_reio_accredited": _("which members of the organisation are accredited"),
    "conference_cases.need_reio_ballot": _("how the organisation voted"),
    "conference_cases.need_reio_members": _("the members of the organisation"),
    "conference_cases.need_reio_parties": _("which members of the organisation are Parties"),
    "conference_cases.need_reio_present": _("which members of the organisation are present"),
    "conference_cases.need_states_parties": _("how many States Parties there are"),
    "conference_cases.need_threshold": _("the majority that is needed"),
    "conference_cases.other_than_rule": _("The case requires %(given)s, the rule %(rule)s."),
    "conference_cases.papers_sum": _(
        "The figures contradict each other: %(votes)s votes on %(valid)s valid papers."
    ),
    "conference_cases.prior_failed": _(
        "The step %(prior)s was not carried: the simple majority applies in place of the threshold named."
    ),
    "conference_cases.prior_unknown": _(
        "%(source)s, line %(line)s, column %(column)s: no earlier step is called %(prior)s."
    ),
    "conference_cases.reported": _(
        "%(step)s: no figures are given; taken as it was reported (%(result)s), not computed."
    ),
    "conference_cases.roll_differs": _(
        "The figures contradict each other: %(given)s votes (%(side)s) are given, the roll has %(roll)s."
    ),
    "conference_cases.roll_twice": _("These stand in the roll more than once: %(names)s."),
    "conference_cases.rule": _("rule"),
    "conference_cases.simple_taken": _("The case names no threshold: a simple majority is taken."),
    "conference_cases.summary": _(
        "%(total)s cases: %(agrees)s agree, %(differs)s differ, %(undetermined)s undetermined."
    ),
    "conference_cases.threshold": _(
        "%(source)s, line %(line)s, column %(column)s: there is no threshold %(name)s. There are: %(known)s."
    ),
    "conference_cases.undetermined": _("undetermined"),
    "conference_cases.unreadable": _(
        "%(source)s, line %(line)s, column %(column)s: this is no YAML that can be read."
    ),
    "conference_cases.unused": _("Not used by this kind of case: %(names)s."),
    "conference_cases.variant": _(
        "%(source)s, line %(line)s, column %(column)s: there is no open point %(name)s. There are: %(known)s."
    ),
}
"""Each code with its sentence."""
