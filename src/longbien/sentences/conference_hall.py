# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `conference_hall.*`: why an event of a meeting is refused, and what may be done now."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference_hall.body": _("“%(kind)s” was not said in its form: look at “%(member)s”."),
    "conference_hall.count_too_high": _(
        "%(number)s were counted, but there are only %(parties)s States Parties."
    ),
    "conference_hall.for_another": _("%(by)s cannot speak or act for %(participant)s."),
    "conference_hall.item_not_open": _("The item %(item)s is not open."),
    "conference_hall.item_open": _("The item %(item)s must be closed before %(asked)s is opened."),
    "conference_hall.kind_unknown": _("There is no event “%(kind)s”."),
    "conference_hall.matter_unknown": _("There is nothing named “%(on)s” that could be put to the Conference."),
    "conference_hall.meeting_phase": _("“%(kind)s” is not possible: the meeting is %(phase)s."),
    "conference_hall.no_right": _("%(participant)s takes part as %(role)s and has no right to “%(right)s”."),
    "conference_hall.not_yours": _("“%(kind)s” is said by %(who)s, not by %(by)s."),
    "conference_hall.participant_unknown": _("%(participant)s does not take part in this meeting."),
    "conference_hall.quorum_open": _(
        "The meeting cannot be opened: %(present)s are present, %(required)s of %(base)s are needed."
    ),
    "conference_hall.remote_seat": _("%(participant)s is not in the room, and a remote seat does not count."),
    "conference_hall.rule_broken": _("“%(kind)s” is refused: %(reason)s."),
    "conference_hall.rules_unknown": _(
        "The rules have no profile “%(profile)s” with these choices: %(choices)s."
    ),
    "conference_hall.sequence": _("Event %(seq)s comes after event %(last)s: events are numbered upwards."),
    "conference_hall.time_backwards": _("Event %(seq)s is dated before the event that it follows."),
    "conference_hall.time_zone": _("Event %(seq)s has no time zone."),
    "conference_hall.vote_running": _(
        "“%(kind)s” must wait: the vote %(vote)s was announced, and only a point of order on its conduct may interrupt it."
    ),
}
