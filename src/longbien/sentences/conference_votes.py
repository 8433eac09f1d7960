# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `conference_votes.*`: counting, verdicts, ballots, elections, lots, and files of recorded votes."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference_votes.absent": _(
        "%(participant)s is not marked present: an absent delegation does not vote."
    ),
    "conference_votes.ballot_names": _(
        "In this ballot of the election %(election)s these names stand, no others: %(names)s."
    ),
    "conference_votes.choice": _("%(choice)s is no vote: there are yes, no and abstain."),
    "conference_votes.correction_by_name": _(
        "%(vote)s was not taken by name: there is no vote of %(participant)s to correct."
    ),
    "conference_votes.credentials": _(
        "The credentials of %(participant)s were rejected, which has the effect “%(effect)s”: it does not vote."
    ),
    "conference_votes.declared_already": _("The result of %(vote)s has been declared (%(outcome)s)."),
    "conference_votes.differs_members": _("more States voted than there are said to be members"),
    "conference_votes.differs_open": _("the outcome depends on votes that could not be counted"),
    "conference_votes.differs_outcome": _("the recorded outcome is another one"),
    "conference_votes.differs_rule": _("another rule gives another outcome"),
    "conference_votes.differs_totals": _("the recorded totals are other ones"),
    "conference_votes.differs_unread": _("a recorded outcome or total could not be read"),
    "conference_votes.election_not_agreed": _(
        "An election without a ballot has as many candidates as places: there are %(candidates)s for %(places)s."
    ),
    "conference_votes.election_open": _(
        "%(left)s places of the election %(election)s are not filled: say why it ends now."
    ),
    "conference_votes.election_step": _(
        "This election does not wait for that: look at what comes next, a ballot or a lot."
    ),
    "conference_votes.election_threshold": _(
        "An election is not held by “%(threshold)s”: what counts are the valid ballots."
    ),
    "conference_votes.election_unknown": _("No election %(election)s runs."),
    "conference_votes.election_waits_ballot": _(
        "The election %(election)s waits for its next ballot to be opened."
    ),
    "conference_votes.election_waits_close": _(
        "All places of the election %(election)s are filled: it can only be closed."
    ),
    "conference_votes.election_waits_count": _("The election %(election)s waits for the tellers' count."),
    "conference_votes.election_waits_lot": _(
        "The election %(election)s waits for the lot between those with equal votes."
    ),
    "conference_votes.elector_role": _(
        "%(participant)s takes part as %(role)s and cannot be among those who vote."
    ),
    "conference_votes.elector_weight": _("%(participant)s cannot have %(weight)s votes: at most %(most)s."),
    "conference_votes.explanation_of": _(
        "Say on what %(participant)s explains its vote: a vote that was taken, or a matter before it."
    ),
    "conference_votes.explanation_once": _("%(participant)s has explained its vote on %(on)s already."),
    "conference_votes.explanation_secret": _("A secret vote is not explained."),
    "conference_votes.explanation_sponsor": _(
        "%(participant)s is a sponsor of %(on)s and does not explain its vote."
    ),
    "conference_votes.explanation_when": _("Votes are not explained %(when)s the vote."),
    "conference_votes.file_broken": _(
        "Line %(line)s: the quotation marks or columns of the file are broken."
    ),
    "conference_votes.file_column": _("There is no column %(column)s. There are: %(known)s."),
    "conference_votes.file_delimiter": _("A column is separated by one character, not by %(delimiter)s."),
    "conference_votes.file_empty": _("The file has no line of headings."),
    "conference_votes.file_encoding": _(
        "The file is not written in %(encoding)s: name its encoding (--encoding)."
    ),
    "conference_votes.file_encoding_assumed": _(
        "The file is not written in UTF-8: windows-1252 is assumed. If names look wrong, name its encoding (--encoding)."
    ),
    "conference_votes.file_encoding_unknown": _("There is no encoding %(encoding)s."),
    "conference_votes.file_finding": _("Line %(line)s, item %(item)s: %(said)s"),
    "conference_votes.file_former": _(
        "%(name)s is not among today's participants: counted under its own name (lines: %(lines)s)."
    ),
    "conference_votes.file_heading_twice": _(
        "Two columns are headed as %(column)s (the second: %(heading)s): say which one it is, such as --column %(column)s=HEADING."
    ),
    "conference_votes.file_headings": _(
        "No column was recognised for: %(missing)s. Name its heading, such as --column item=HEADING."
    ),
    "conference_votes.file_items": _("The file has more than %(limit)s items."),
    "conference_votes.file_line": _("Line %(line)s is longer than %(limit)s characters."),
    "conference_votes.file_more_findings": _(
        "%(count)s more findings are not shown (--limit 0 shows all, --findings FILE writes them to a file)."
    ),
    "conference_votes.file_more_items": _("%(count)s more items are not shown (--limit 0 shows all)."),
    "conference_votes.file_spelling": _("A vote %(spelling)s cannot mean that. There are: %(known)s."),
    "conference_votes.file_sum": _("Lines: %(lines)s; put to the vote: %(items)s."),
    "conference_votes.file_voters": _("The file names more than %(limit)s voters."),
    "conference_votes.head_item": _("Put to the vote"),
    "conference_votes.head_needed": _("Needed"),
    "conference_votes.head_otherwise": _("Under another rule"),
    "conference_votes.head_outcome": _("Computed"),
    "conference_votes.head_recorded": _("Recorded"),
    "conference_votes.head_votes": _("For-against-abstaining"),
    "conference_votes.line_contradicts": _(
        "%(text)s: this State voted otherwise on the same item; neither is counted."
    ),
    "conference_votes.line_contradicts_sum": _("contradictory lines of a State"),
    "conference_votes.line_item": _("The item has no name."),
    "conference_votes.line_item_sum": _("items without a name"),
    "conference_votes.line_recorded": _(
        "The outcome or totals recorded for this item (%(text)s) are not those of its other lines."
    ),
    "conference_votes.line_recorded_sum": _("lines whose recorded outcome or totals contradict others"),
    "conference_votes.line_state": _("%(text)s is no State that is known; the vote is not counted."),
    "conference_votes.line_state_sum": _("lines with an unknown State"),
    "conference_votes.line_twice": _("%(text)s: the same vote a second time; it is counted once."),
    "conference_votes.line_twice_sum": _("repeated lines of a State"),
    "conference_votes.line_vote": _("%(text)s is no vote that is known; it is not counted."),
    "conference_votes.line_vote_sum": _("lines with an unknown vote"),
    "conference_votes.line_width": _(
        "The line has another number of columns than the headings (%(text)s); it is not counted."
    ),
    "conference_votes.line_width_sum": _("lines with too many or too few columns"),
    "conference_votes.lot_drawn": _("The lot must bring %(number)s of these names: %(names)s."),
    "conference_votes.lot_names": _("%(number)s names cannot be drawn from %(names)s."),
    "conference_votes.lot_reveal": _(
        "The number shown for %(about)s is not the one to which the secretariat was bound before the draw."
    ),
    "conference_votes.lot_seed": _("The number for drawing lots has %(bytes)s bytes."),
    "conference_votes.member_voted": _(
        "%(organisation)s cannot vote: its member %(member)s has voted on this question."
    ),
    "conference_votes.method_asked": _(
        "A vote by “%(asked)s” was asked for: it cannot be taken by “%(method)s”."
    ),
    "conference_votes.method_held": _(
        "A vote by “%(held)s” has been asked for already; “%(method)s” says less."
    ),
    "conference_votes.no_papers": _("Only papers of a secret ballot can be invalid."),
    "conference_votes.no_vote": _("%(participant)s has no vote in this session."),
    "conference_votes.not_counted": _("%(threshold)s is not counted in votes."),
    "conference_votes.not_elector": _(
        "%(participant)s was not among those who could vote when %(vote)s was announced."
    ),
    "conference_votes.not_tallied": _("Nothing has been counted in %(vote)s: there is no result to declare."),
    "conference_votes.organisation_voted": _(
        "%(member)s cannot vote: %(organisation)s has voted for its members on this question."
    ),
    "conference_votes.outcome_unknown": _("“%(outcome)s” is no outcome. There are: %(known)s."),
    "conference_votes.papers": _("%(vote)s is secret: %(participant)s votes on paper."),
    "conference_votes.papers_count": _(
        "%(papers)s papers cannot hold %(invalid)s invalid and %(abstain)s blank ones."
    ),
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
    "conference_votes.phase_announced": _("%(vote)s is announced and not open yet."),
    "conference_votes.phase_closed": _("%(vote)s is closed."),
    "conference_votes.phase_declared": _("The result of %(vote)s has been declared."),
    "conference_votes.phase_open": _("%(vote)s is open: it must be closed first."),
    "conference_votes.phase_voided": _("%(vote)s was declared void."),
    "conference_votes.places": _("%(places)s places cannot be filled from %(candidates)s candidates."),
    "conference_votes.question_other": _(
        "This is a question of “%(question)s”, not of “%(named)s”: the Chair rules on that before the vote."
    ),
    "conference_votes.quorum_base": _("No quorum is counted from %(base)s."),
    "conference_votes.reio_option": _("%(option)s does not say how many votes an organisation has."),
    "conference_votes.remote": _("%(participant)s takes part from elsewhere and does not vote."),
    "conference_votes.roll_drawn": _(
        "%(drawn)s is not on the roll: the name drawn must be one that is called."
    ),
    "conference_votes.roll_first": _("The roll-call of %(vote)s begins with a name drawn by lot: say which."),
    "conference_votes.roll_language": _("The roll is not called in the language %(language)s."),
    "conference_votes.same_person": _(
        "%(person)s cannot both count and confirm: another person must confirm the totals."
    ),
    "conference_votes.secret_not_allowed": _("The rules do not allow a secret vote here."),
    "conference_votes.secret_supporters": _(
        "A secret vote needs the support of %(least)s others; there are %(supporters)s."
    ),
    "conference_votes.threshold_other": _(
        "This takes “%(threshold)s”, not “%(named)s”: the Chair rules on that before the vote."
    ),
    "conference_votes.total_ballots": _(
        "The totals %(total)s are not those of the ballots cast in %(vote)s (%(ballots)s)."
    ),
    "conference_votes.total_electorate": _(
        "%(total)s votes are more than the %(electorate)s that could be cast."
    ),
    "conference_votes.total_huge": _("%(number)s votes: more than %(limit)s are a slip of the keyboard."),
    "conference_votes.total_negative": _("%(number)s is no number of votes."),
    "conference_votes.total_present": _("%(total)s votes are more than the %(present)s that were present."),
    "conference_votes.totals_only": _(
        "%(vote)s is taken by show of hands: %(participant)s shows its hand, and only totals are recorded."
    ),
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
    "conference_votes.void_reason": _("Say why %(vote)s is void."),
    "conference_votes.vote_unknown": _("There is no vote %(vote)s."),
    "conference_votes.voted_already": _(
        "%(participant)s has voted in %(vote)s, and these rules do not let a vote be changed."
    ),
    "conference_votes.voted_so": _("%(participant)s has voted so in %(vote)s already: a vote counts once."),
}
