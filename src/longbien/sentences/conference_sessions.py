# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `conference.*` about sessions, meetings and who may say what in the hall."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference.board_closed": _(
        "The board %(board)s is not for everybody: sign in as somebody who may see it."
    ),
    "conference.board_unknown": _("There is no board %(board)s."),
    "conference.count_differs": _(
        "Your count differs from the first one (%(field)s). Neither is recorded: count again, both of you."
    ),
    "conference.count_needs_two": _(
        "Totals are typed by one officer and confirmed by another who counts again: they are not said directly."
    ),
    "conference.count_unknown": _("No count of %(about)s waits for a second officer."),
    "conference.count_waits": _("A count of %(about)s waits for a second officer already."),
    "conference.count_yourself": _("You counted this yourself: another officer has to count again."),
    "conference.decision_unknown": _(
        "The rules change by a decision of the Conference: nothing named %(decision)s was adopted in these meetings."
    ),
    "conference.electorate_typed": _(
        "Who may vote is the treaty desk's answer for the day: it is never typed. Leave `electorate` away."
    ),
    "conference.key": _("The key of a repeated request has 8 to 64 letters, digits, hyphens or underscores."),
    "conference.kind_unknown": _("There is no kind of event %(kind)s."),
    "conference.meeting_before": _("The meeting before (%(meeting)s) is not closed yet."),
    "conference.meeting_body": _("There is no body %(body)s."),
    "conference.meeting_day": _(
        "%(day)s is not a day of the session, which lasts from %(first)s to %(last)s."
    ),
    "conference.meeting_over": _("A later meeting has begun: nothing is added to %(meeting)s any more."),
    "conference.meeting_title": _(
        "The title or the place of the meeting is longer than %(limit)s characters."
    ),
    "conference.meeting_unknown": _("There is no meeting %(meeting)s."),
    "conference.member_wrong": _("%(kind)s: the value of %(field)s is not what it has to be."),
    "conference.moved_on": _(
        "Something happened in the meeting since you looked (event %(after)s, now %(now)s). Look again, then repeat it if it still fits."
    ),
    "conference.not_for_seat": _("%(kind)s cannot be said from this seat (%(seat)s), or not in that name."),
    "conference.roster_empty": _("An exercise needs at least one participant."),
    "conference.roster_unknown": _("There is no State or organisation %(participant)s to put into a roster."),
    "conference.rules_same": _("These are the rules that apply already."),
    "conference.session_days": _("The session would end (%(last)s) before it begins (%(first)s)."),
    "conference.session_id": _(
        "A session is named by at most %(limit)s small letters, digits and hyphens, such as cosp-1; not %(session)s."
    ),
    "conference.session_reserved": _(
        "No session can be named %(session)s: a page of this desk has that address. Choose another name, such as cosp-1."
    ),
    "conference.session_title": _("A session needs a title of at most %(limit)s characters."),
    "conference.session_twice": _("There is a session %(session)s already."),
    "conference.session_unknown": _("There is no session %(session)s."),
    "conference.speaker_missing": _("Say whose words these are (%(kind)s): name the participant."),
    "word.conference_speaker.chair": _("Chair"),
    "word.conference_speaker.secretariat": _("Secretariat"),
}
"""Every sentence by its code."""
