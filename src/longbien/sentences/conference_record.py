# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `conference_record.*`: the record of a meeting, its checking offline, its replay under other rules."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference_record.accepted": _("accepted"),
    "conference_record.attached": _("The same record for programs, with signatures and proof"),
    "conference_record.by_chair": _("Chair"),
    "conference_record.by_secretariat": _("Secretariat"),
    "conference_record.candidates": _("Candidates"),
    "conference_record.changed_standings": _("What stands differently at the end:"),
    "conference_record.changed_verdicts": _("Votes that come out differently:"),
    "conference_record.check_how": _(
        "Anybody can check this record without the node that made it: longbien conference replay %(file)s. The file is attached to this paper."
    ),
    "conference_record.checking": _("How to check this record"),
    "conference_record.closed": _("Closed"),
    "conference_record.computed": _("Computed"),
    "conference_record.corrected": _(
        "%(who)s noted that it had meant to vote: %(choice)s. Totals are not changed by such a note."
    ),
    "conference_record.counted": _("Counted by %(counted)s, confirmed by %(confirmed)s."),
    "conference_record.decisions": _("Decisions"),
    "conference_record.declared": _("Declared by the Chair"),
    "conference_record.declared_else": _("%(computed)s; the Chair declared: %(declared)s"),
    "conference_record.differs": _(
        "The declaration differs from what is computed: computed %(computed)s, declared %(declared)s."
    ),
    "conference_record.document_title": _("Title"),
    "conference_record.documents": _("Documents"),
    "conference_record.elected": _("Elected"),
    "conference_record.elections": _("Elections"),
    "conference_record.electorate": _("Who took part"),
    "conference_record.event": _("Event"),
    "conference_record.explained": _("%(who)s explained its vote: %(words)s"),
    "conference_record.figure_abstain": _("abstaining"),
    "conference_record.figure_against": _("against"),
    "conference_record.figure_electorate": _("votes that could be cast"),
    "conference_record.figure_for": _("for"),
    "conference_record.figure_not_voting": _("not voting"),
    "conference_record.figure_present": _("present: %(present)s, required: %(required)s"),
    "conference_record.figure_votes_needed": _("needed"),
    "conference_record.figures": _("Figures"),
    "conference_record.fingerprint": _("Fingerprint of the keys"),
    "conference_record.first_change": _("The first step that comes out differently:"),
    "conference_record.foot": _(
        "Meeting %(meeting)s, record %(digest)s. The signed file counts, not this paper."
    ),
    "conference_record.from": _("from"),
    "conference_record.holds_entry": _(
        "The keys are those of entry no. %(number)s of %(party)s, signed by themselves."
    ),
    "conference_record.holds_events": _("Each of %(count)s events is linked to all before it."),
    "conference_record.holds_log": _(
        "The log %(origin)s holds it since %(at)s, under a checkpoint of size %(size)s signed by both keys of the log."
    ),
    "conference_record.holds_others": _(
        "%(count)s further signatures stand under that checkpoint; whose they are is not checked here."
    ),
    "conference_record.holds_part": _("The part “%(part)s” is the one that was signed."),
    "conference_record.holds_replay": _(
        "Replayed from its first event: %(votes)s votes and %(refusals)s refusals come out as the record says."
    ),
    "conference_record.holds_signature": _(
        "Both signatures of the node hold; it says that it signed at %(at)s."
    ),
    "conference_record.how": _("How"),
    "conference_record.journal": _("Journal"),
    "conference_record.languages": _("Languages"),
    "conference_record.lead": _(
        "Made from what was entered in the hall, event by event, and computed by the rules that applied. Moments are in UTC."
    ),
    "conference_record.leaf_other": _("The leaf of the log is about something else."),
    "conference_record.majority": _("Majority"),
    "conference_record.malformed": _(
        "This is no record of a meeting that can be read. At %(where)s: %(reason)s."
    ),
    "conference_record.meeting": _("Meeting"),
    "conference_record.more_steps": _("%(count)s further steps come out differently."),
    "conference_record.no_choices": _("as the profile has them"),
    "conference_record.no_decisions": _("No decision was taken."),
    "conference_record.no_verdict": _("no verdict"),
    "conference_record.nobody": _("nobody"),
    "conference_record.not_declared": _("nothing"),
    "conference_record.not_proven": _("NOT proven by this file:"),
    "conference_record.not_reviewed": _(
        "No native reader has reviewed this translation yet; what is not translated stands in English."
    ),
    "conference_record.nothing_changes": _(
        "Nothing changes: %(count)s events come out the same under both sets of rules."
    ),
    "conference_record.only_figures": _("No outcome changes; what some votes needed, or their quorum, does."),
    "conference_record.opened": _("Opened"),
    "conference_record.other_rules": _("Under the other rules"),
    "conference_record.outcome": _("Outcome"),
    "conference_record.own_rules": _("Under its own rules"),
    "conference_record.place": _("Place"),
    "conference_record.record_digest": _("Digest of the record"),
    "conference_record.refusals": _("Refused"),
    "conference_record.replay_differs": _(
        "Replayed, event %(number)s comes out differently: %(what)s is %(computed)s, the record says %(recorded)s."
    ),
    "conference_record.replay_entry": _("The directory entry with the keys does not hold: %(reason)s."),
    "conference_record.replay_event": _(
        "Event no. %(number)s is the first that was changed, added or left out."
    ),
    "conference_record.replay_fingerprint": _(
        "These are not the keys that you named. Their fingerprint is %(fingerprint)s."
    ),
    "conference_record.replay_log": _("The proof from the log does not hold: %(reason)s."),
    "conference_record.replay_part": _("The part “%(part)s” is not the one that was signed (%(reason)s)."),
    "conference_record.replay_rule": _(
        "This software's rules give %(path)s another value (%(computed)s) than the record states (%(recorded)s)."
    ),
    "conference_record.replay_signature": _("The signature does not hold: %(reason)s."),
    "conference_record.replay_stopped": _("The record cannot be replayed: %(reason)s."),
    "conference_record.result_keys_not_proven": _("CONSISTENT, BUT WHOSE KEYS THESE ARE IS NOT PROVEN."),
    "conference_record.result_proven": _(
        "PROVEN. The record holds, replays to the same outcome, and was signed with the keys that you named."
    ),
    "conference_record.result_wrong": _(
        "WRONG. Something in this record does not hold. Do not rely on it before this is explained."
    ),
    "conference_record.rule": _("%(path)s (rule %(rule)s): %(value)s; source %(sources)s, %(confidence)s"),
    "conference_record.rules": _("Rules of procedure"),
    "conference_record.secret": _(
        "The events name how somebody voted in the secret ballot %(vote)s: they are not published."
    ),
    "conference_record.sign_in": _("Say who makes the record: --as and your name."),
    "conference_record.some_differ": _(
        "What the Chair declared differs from what is computed in these votes: %(votes)s. What was declared took effect; both stand below."
    ),
    "conference_record.still_open": _(
        "The meeting %(meeting)s is not closed: its record is made afterwards."
    ),
    "conference_record.symbol": _("Symbol"),
    "conference_record.then": _("→ %(what)s"),
    "conference_record.title": _("Record of meeting %(number)s"),
    "conference_record.unproven_clock": _("that the node's clock was right"),
    "conference_record.unproven_complete": _(
        "that nothing was said in the room that nobody entered: the record holds what was entered"
    ),
    "conference_record.unproven_electorate": _(
        "that the States named as Parties were Parties on that day: compare the depositary's list"
    ),
    "conference_record.unproven_keys": _(
        "whose keys these are: give the fingerprint that you obtained from the secretariat itself"
    ),
    "conference_record.unproven_room": _(
        "that what was entered is what happened: two officers confirmed typed totals, no more"
    ),
    "conference_record.unproven_rules": _(
        "that these were the rules in force: values that are not marked “seen” are to be checked by a lawyer"
    ),
    "conference_record.unproven_secret": _(
        "how anybody voted in a secret ballot: only totals are there, on purpose"
    ),
    "conference_record.vote": _("Vote"),
    "conference_record.votes": _("Votes"),
    "conference_record.votes_lead": _(
        "What the rules make of each vote stands beside what the Chair declared."
    ),
    "conference_record.what": _("What"),
    "conference_record.what_if_limits": _(
        "Nobody knows what would have been said instead: the same words were said in the same order, and only the rules were changed. After the first change, later ones follow from it."
    ),
    "conference_record.when": _("Time"),
    "conference_record.who": _("Who"),
    "conference_record.without_not_found": _("The meeting %(meeting)s has no record yet."),
    "word.conference_how.consensus": _("by consensus"),
    "word.conference_how.follows": _("as a consequence"),
    "word.conference_how.granted": _("without objection"),
    "word.conference_how.no_objection": _("without objection"),
    "word.conference_how.silence": _("by silence procedure"),
    "word.conference_how.vote": _("by a vote"),
    "word.conference_matter.election": _("election"),
    "word.conference_matter.vote": _("vote"),
    "word.conference_standing.announced": _("announced"),
    "word.conference_standing.appealed": _("appealed against"),
    "word.conference_standing.declared": _("declared"),
    "word.conference_standing.fallen": _("falls with the proposal on which it depends"),
    "word.conference_standing.lapsed": _("lapsed"),
    "word.conference_standing.no_action": _("no action taken"),
    "word.conference_standing.not_competent": _("not within competence"),
    "word.conference_standing.procedure": _("a matter of procedure"),
    "word.conference_standing.put": _("put"),
    "word.conference_standing.raised": _("raised"),
    "word.conference_standing.ruled": _("ruled"),
    "word.conference_standing.stands": _("the ruling stands"),
    "word.conference_standing.substance": _("a matter of substance"),
    "word.conference_standing.voided": _("void"),
}
