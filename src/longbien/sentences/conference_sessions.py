# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `conference.*` about sessions, meetings and who may say what in the hall."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
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
    "conference.key": _("The key of a repeated request has 8 to 64 letters, digits, hyphens or underscores."),
    "conference.kind_unknown": _("There is no kind of event %(kind)s."),
    "conference.meeting_body": _("There is no body %(body)s."),
    "conference.meeting_day": _(
        "%(day)s is not a day of the session, which lasts from %(first)s to %(last)s."
    ),
    "conference.meeting_title": _(
        "The title or the place of the meeting is longer than %(limit)s characters."
    ),
    "conference.meeting_unknown": _("There is no meeting %(meeting)s."),
    "conference.moved_on": _(
        "Something happened in the meeting since you looked (event %(after)s, now %(now)s). Look again, then repeat it if it still fits."
    ),
    "conference.not_yours": _("%(kind)s is not yours to say, or not in the name of %(by)s."),
    "conference.roster_empty": _("An exercise needs at least one participant."),
    "conference.roster_twice": _("%(participant)s stands twice in the roster."),
    "conference.session_days": _("The session would end (%(last)s) before it begins (%(first)s)."),
    "conference.session_id": _(
        "A session is named by at most %(limit)s small letters, digits and hyphens, such as cosp-1; not %(session)s."
    ),
    "conference.session_title": _("A session needs a title of at most %(limit)s characters."),
    "conference.session_twice": _("There is a session %(session)s already."),
    "conference.session_unknown": _("There is no session %(session)s."),
    "conference.speaker_missing": _("Say whose words these are (%(kind)s): name the participant."),
}
"""Every sentence by its code."""
