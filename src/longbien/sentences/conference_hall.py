# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `conference_hall.*`: why an event of a meeting is refused, and what may be done now."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference_hall.amend_voting": _(
        "The amendment %(id)s comes too late: voting on %(proposal)s has begun."
    ),
    "conference_hall.amendment_not_next": _(
        "The amendment %(id)s is not put now: %(next)s is furthest removed from the proposal and comes first."
    ),
    "conference_hall.amendment_unknown": _("There is no amendment %(id)s."),
    "conference_hall.amendments_first": _(
        "%(id)s is not put before its amendments: %(amendment)s comes first."
    ),
    "conference_hall.amendments_unordered": _(
        "The Chair has not yet said in which order the amendments to %(proposal)s are put."
    ),
    "conference_hall.appeal_first": _(
        "%(on)s must wait: the appeal against the ruling on %(order)s is put at once."
    ),
    "conference_hall.appeal_late": _(
        "The ruling on %(order)s stands: an appeal is made at once, before other business is taken up."
    ),
    "conference_hall.body": _("“%(kind)s” was not said in its form: look at “%(member)s”."),
    "conference_hall.clock_runs": _("The clock of %(speaker)s runs already."),
    "conference_hall.clock_stands": _("The clock of %(speaker)s does not run."),
    "conference_hall.consensus_broken": _("There is no consensus on %(on)s: %(participant)s objected."),
    "conference_hall.consensus_first": _(
        "%(on)s is not voted yet: on a question of this kind (%(question)s) consensus is sought first, and the Chair has not stated that every effort was exhausted."
    ),
    "conference_hall.consensus_only": _(
        "%(on)s is not voted at all: a question of this kind (%(question)s) is decided by consensus only."
    ),
    "conference_hall.count_asked": _(
        "%(on)s must wait: %(participant)s asked for a count of those present, and none was made."
    ),
    "conference_hall.count_too_high": _(
        "%(number)s were counted, but there are only %(parties)s States Parties."
    ),
    "conference_hall.debate_over": _("The debate on item %(item)s is over: %(debate)s."),
    "conference_hall.division_apart": _(
        "A division is asked for by naming the parts that are to be voted separately."
    ),
    "conference_hall.division_late": _(
        "A division of %(proposal)s is asked for too late: voting on it has begun."
    ),
    "conference_hall.division_not_objected": _(
        "Nobody objected to a division of %(proposal)s: there is nothing to vote on."
    ),
    "conference_hall.division_state": _(
        "That does not fit the division of %(proposal)s as it stands (%(state)s)."
    ),
    "conference_hall.division_waits": _("The request to divide %(proposal)s waits for its answer first."),
    "conference_hall.floor_taken": _("%(speaker)s has the floor: %(participant)s must wait."),
    "conference_hall.for_another": _("%(by)s cannot speak or act for %(participant)s."),
    "conference_hall.id_taken": _("“%(id)s” is the name of something else already."),
    "conference_hall.item_not_open": _("The item %(item)s is not open."),
    "conference_hall.item_open": _("The item %(item)s must be closed before %(asked)s is opened."),
    "conference_hall.kind_disputed": _(
        "%(on)s must wait: %(by)s doubts what kind of question it is, and the Chair has not ruled."
    ),
    "conference_hall.kind_unknown": _("There is no event “%(kind)s”."),
    "conference_hall.last_sponsor": _(
        "%(participant)s is the last sponsor of %(id)s: withdraw the proposal instead."
    ),
    "conference_hall.list_closed": _("The list of speakers is closed: %(participant)s cannot be added."),
    "conference_hall.list_closed_already": _("The list of speakers is closed already."),
    "conference_hall.list_open": _("The list of speakers is not closed."),
    "conference_hall.listed_already": _("%(participant)s is on the list of speakers already."),
    "conference_hall.matter_unknown": _(
        "There is nothing named “%(on)s” that could be put to the Conference."
    ),
    "conference_hall.meeting_phase": _("“%(kind)s” is not possible: the meeting is %(phase)s."),
    "conference_hall.motion_amendment_first": _(
        "The motion %(motion)s is not put before the amendment to it, %(amendment)s."
    ),
    "conference_hall.motion_first": _("The motion “%(motion)s” (%(id)s) is dealt with first."),
    "conference_hall.motion_lacks": _("The motion “%(motion)s” must say: %(member)s."),
    "conference_hall.motion_not_amendable": _("The motion %(motion)s cannot be amended."),
    "conference_hall.motion_not_waiting": _("No motion %(motion)s waits."),
    "conference_hall.motion_precedence": _(
        "“%(motion)s” is out of order: the motion “%(first)s” (%(id)s) has precedence."
    ),
    "conference_hall.motion_put": _("%(participant)s speaks too late: the motion %(motion)s has been put."),
    "conference_hall.motion_put_already": _("The motion %(motion)s has been put already."),
    "conference_hall.motion_same_rank": _(
        "“%(motion)s” is out of order: the motion %(pending)s of the same rank waits."
    ),
    "conference_hall.motion_unknown": _("There is no motion “%(motion)s”; there are: %(known)s."),
    "conference_hall.no_appeal": _("Nobody has appealed against a ruling on %(order)s."),
    "conference_hall.no_debate": _("“%(motion)s” is out of order: no item is under debate."),
    "conference_hall.no_parts": _("Name the parts of %(proposal)s that are to be voted separately."),
    "conference_hall.no_right": _("%(participant)s takes part as %(role)s and has no right to “%(right)s”."),
    "conference_hall.no_silence": _("No silence procedure runs on %(on)s."),
    "conference_hall.no_sponsor": _("The proposal %(id)s has no sponsor."),
    "conference_hall.nobody_speaks": _("Nobody has the floor."),
    "conference_hall.not_asked": _("The Chair has not asked whether anybody objects."),
    "conference_hall.not_circulated": _(
        "%(id)s is not put today: it was to be circulated in all official languages the day before (circulated: %(circulated)s)."
    ),
    "conference_hall.not_costed": _(
        "%(id)s is not put before the secretariat has stated its financial implications."
    ),
    "conference_hall.not_debatable": _(
        "Nobody is heard on the motion “%(motion)s”: %(participant)s cannot speak on it."
    ),
    "conference_hall.not_listed": _("%(participant)s is not on the list of speakers."),
    "conference_hall.not_next": _("%(participant)s is not next on the list: %(next)s is."),
    "conference_hall.not_the_proposer": _(
        "%(participant)s cannot do this: %(id)s is a text of %(proposer)s."
    ),
    "conference_hall.not_withdrawn": _("%(id)s was not withdrawn (%(state)s): it cannot be brought back."),
    "conference_hall.not_written": _("%(id)s is not in writing."),
    "conference_hall.not_yours": _("“%(kind)s” is said by %(who)s, not by %(by)s."),
    "conference_hall.nothing_decided_before": _(
        "%(id)s is not passed over: no proposal that competes with it has been decided."
    ),
    "conference_hall.notice_short": _("%(id)s needs a notice of %(hours)s hours, unless nobody objects."),
    "conference_hall.objected_already": _("%(participant)s has objected already."),
    "conference_hall.order_incomplete": _(
        "Name every amendment to %(proposal)s that waits, once each: %(waiting)s."
    ),
    "conference_hall.order_no_vote": _(
        "No vote runs: the point of order of %(participant)s cannot be about its conduct."
    ),
    "conference_hall.order_not_on_vote": _(
        "The vote %(vote)s runs: the point of order of %(participant)s must be about its conduct."
    ),
    "conference_hall.order_pending": _(
        "“%(kind)s” must wait: the point of order %(order)s is dealt with at once."
    ),
    "conference_hall.order_state": _(
        "That does not fit the point of order %(order)s as it stands (%(state)s)."
    ),
    "conference_hall.order_unknown": _("There is no point of order %(order)s."),
    "conference_hall.parent_fell": _("%(id)s fell with %(parent)s, on which it depends (%(state)s)."),
    "conference_hall.parent_first": _(
        "%(id)s must wait: it depends on %(parent)s, which has not been decided."
    ),
    "conference_hall.part_state": _("The part %(part)s is not voted separately now (%(state)s)."),
    "conference_hall.part_unknown": _("%(proposal)s has no part %(part)s."),
    "conference_hall.participant_unknown": _("%(participant)s does not take part in this meeting."),
    "conference_hall.parts_first": _(
        "%(id)s is not put before its parts that are voted separately: %(part)s comes first."
    ),
    "conference_hall.proposal_state": _(
        "%(id)s does not wait for a decision (%(state)s): only a reconsideration, by two-thirds, takes it up again."
    ),
    "conference_hall.proposal_unknown": _("There is no proposal %(id)s."),
    "conference_hall.question_unfit": _("%(on)s cannot be a question of this kind: %(question)s."),
    "conference_hall.question_unknown": _(
        "The rules know no kind of question “%(question)s”; they know: %(known)s."
    ),
    "conference_hall.quorum_decide": _(
        "Nothing can be decided on %(on)s: %(present)s are present, %(required)s of %(base)s are needed."
    ),
    "conference_hall.quorum_open": _(
        "The meeting cannot be opened: %(present)s are present, %(required)s of %(base)s are needed."
    ),
    "conference_hall.remote_seat": _("%(participant)s is not in the room, and a remote seat does not count."),
    "conference_hall.replies_used": _("%(participant)s has used its rights of reply on this item: %(most)s."),
    "conference_hall.report_missing": _("%(on)s must wait for a report: %(report)s."),
    "conference_hall.rival_first": _(
        "%(id)s must wait: %(first)s on the same question was tabled before it."
    ),
    "conference_hall.rule_broken": _("“%(kind)s” is refused: %(reason)s."),
    "conference_hall.rules_unknown": _(
        "The rules have no profile “%(profile)s” with these choices: %(choices)s."
    ),
    "conference_hall.sequence": _("Event %(seq)s comes after event %(last)s: events are numbered upwards."),
    "conference_hall.silence_early": _("The silence on %(on)s is not over: it lasts %(hours)s hours."),
    "conference_hall.silence_off": _(
        "These rules have no silence procedure: %(on)s is decided in a meeting."
    ),
    "conference_hall.silence_over": _("%(participant)s breaks the silence on %(on)s too late."),
    "conference_hall.silence_runs": _("A silence procedure on %(on)s runs already."),
    "conference_hall.silence_short": _(
        "%(hours)s hours are too short for a silence procedure on %(on)s: at least %(least)s."
    ),
    "conference_hall.speaker_has_floor": _(
        "“%(motion)s” must wait: %(speaker)s has the floor, and only a point of order may interrupt."
    ),
    "conference_hall.speaker_not_ended": _("%(on)s must wait: %(speaker)s has not ended."),
    "conference_hall.speakers_heard": _(
        "%(most)s were heard %(side)s the motion “%(motion)s”: %(participant)s cannot be heard as well."
    ),
    "conference_hall.speakers_waiting": _(
        "%(id)s must wait: %(count)s are on the list of speakers, %(next)s next, and the debate is not closed."
    ),
    "conference_hall.spoke_already": _("%(participant)s has spoken on %(motion)s already."),
    "conference_hall.sponsor_already": _("%(participant)s is a sponsor of %(id)s already, or is none."),
    "conference_hall.sponsor_role": _("%(participant)s takes part as %(role)s and cannot propose."),
    "conference_hall.sponsors_closed": _(
        "The sponsors of %(id)s no longer change (%(state)s): %(participant)s is too late."
    ),
    "conference_hall.target_decided": _(
        "“%(motion)s” is out of order: %(target)s does not wait for a decision (%(state)s)."
    ),
    "conference_hall.target_open": _("“%(motion)s” is out of order: %(target)s was not decided (%(state)s)."),
    "conference_hall.time_backwards": _("Event %(seq)s is dated before the event that it follows."),
    "conference_hall.time_zone": _("Event %(seq)s has no time zone."),
    "conference_hall.too_early": _(
        "%(on)s comes too early: the Convention has been in force for %(years)s years, %(least)s are needed."
    ),
    "conference_hall.too_few_parties": _("%(on)s needs %(least)s States Parties: there are %(parties)s."),
    "conference_hall.vote_running": _(
        "“%(kind)s” must wait: the vote %(vote)s was announced, and only a point of order on its conduct may interrupt it."
    ),
    "conference_hall.whole_replaced": _(
        "%(id)s replaces the whole of %(proposal)s: that is a new proposal, not an amendment."
    ),
    "conference_hall.withdraw_amended": _("%(id)s cannot be withdrawn: it has been amended."),
    "conference_hall.withdraw_voting": _("%(id)s cannot be withdrawn: voting on it has begun."),
}
