# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `conference_papers.*`: agenda, programme of work, documents."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference_papers.agenda_adopted": _(
        "The Conference has adopted its agenda: items are only allocated now. A change takes its own decision."
    ),
    "conference_papers.agenda_begun": _("The agenda has items already."),
    "conference_papers.agenda_empty": _("An agenda without items is not sent."),
    "conference_papers.agenda_future": _("The agenda cannot have been sent at a moment that lies ahead."),
    "conference_papers.agenda_not_found": _("The provisional agenda has not been sent yet."),
    "conference_papers.agenda_not_sent": _(
        "The provisional agenda has not been sent. The rules expect it %(days)s days before the opening: by %(last)s."
    ),
    "conference_papers.agenda_not_sent_yet": _(
        "A draft that was never sent cannot be adopted: send it first."
    ),
    "conference_papers.agenda_sent": _(
        "The provisional agenda has been sent: only the Conference takes items off."
    ),
    "conference_papers.agenda_sent_late": _(
        "The provisional agenda was sent on %(sent)s, %(before)s days before the opening. The rules expect %(days)s days."
    ),
    "conference_papers.clash_aside": _("The side event “%(shared)s” is held against the plenary."),
    "conference_papers.clash_body": _("One body cannot meet in two places: %(shared)s."),
    "conference_papers.clash_days": _("It lies outside the session, %(first)s to %(last)s."),
    "conference_papers.clash_item": _("Agenda item %(shared)s is taken up in two places at the same time."),
    "conference_papers.clash_room": _("The room is taken twice: %(shared)s."),
    "conference_papers.document_language": _("%(value)s is no language of documents. There are: %(known)s."),
    "conference_papers.document_not_found": _("There is no document %(symbol)s here that you may read."),
    "conference_papers.document_text": _(
        "A document has a title of at most %(limit)s characters, and at most fifty items and submitters."
    ),
    "conference_papers.file_content": _(
        "The file is not what its name says: it does not begin as a %(ending)s file does."
    ),
    "conference_papers.file_damaged": _(
        "The stored file of %(symbol)s no longer has the digest with which it was filed. It is not given out."
    ),
    "conference_papers.file_empty": _("The file is empty."),
    "conference_papers.file_ending": _("%(name)s: documents are filed as %(known)s."),
    "conference_papers.file_large": _("The file has %(size)s bytes; a document has at most %(limit)s."),
    "conference_papers.file_macros": _("The file contains macros. Documents of the Conference run nothing."),
    "conference_papers.hall_knows": _("%(symbol)s has been tabled in this meeting already."),
    "conference_papers.item_body": _("%(body)s is no body of the Conference. There are: %(known)s."),
    "conference_papers.item_fate": _("At its adoption an item becomes one of: %(known)s."),
    "conference_papers.item_missing": _(
        "Sessions of this kind open with an item that is missing: %(label)s."
    ),
    "conference_papers.item_not_found": _("The agenda has no item %(item)s."),
    "conference_papers.item_number": _("%(value)s is no number of an item: write 3, 3(a) or 3(a)(ii)."),
    "conference_papers.item_title": _("An item has a title of at most %(limit)s characters."),
    "conference_papers.item_topic": _("%(topic)s is none of the items with which sessions open."),
    "conference_papers.item_twice": _("The agenda has an item %(item)s already."),
    "conference_papers.item_without_memo": _("Item %(item)s has no explanatory memorandum."),
    "conference_papers.items": _("Items"),
    "conference_papers.meeting": _("Meeting"),
    "conference_papers.meeting_elsewhere": _("The meeting %(meeting)s belongs to another session."),
    "conference_papers.no_proposal": _("%(symbol)s is in a series under which no proposals are tabled."),
    "conference_papers.no_sponsor": _("%(symbol)s names nobody who submits it: a proposal has a sponsor."),
    "conference_papers.paper_agenda": _("Agenda"),
    "conference_papers.paper_empty": _("The programme has no entries yet."),
    "conference_papers.paper_programme": _("Programme of work"),
    "conference_papers.paper_provisional": _("Provisional agenda"),
    "conference_papers.programme_time": _("Write the day as 2026-12-07 and the time as 10:00."),
    "conference_papers.revision_of_nothing": _(
        "%(symbol)s revises or corrects %(first)s, which has not been filed."
    ),
    "conference_papers.room": _("Room"),
    "conference_papers.slot_not_found": _("The programme has no entry %(slot)s."),
    "conference_papers.slot_text": _(
        "The entry's %(field)s is missing or has more than %(limit)s characters."
    ),
    "conference_papers.slot_times": _("“%(title)s” would end before it begins."),
    "conference_papers.symbol": _(
        "%(value)s is no document symbol: it looks like CAC/COSP/2015/L.3/Rev.1, with /Add., /Rev. and /Corr. behind the number."
    ),
    "conference_papers.symbol_prefix": _(
        "%(value)s cannot stand in front of symbols: write it like CAC/COSP."
    ),
    "conference_papers.time": _("Time"),
    "conference_papers.times_of": _("Times of %(zone)s."),
    "conference_papers.version_circulated": _(
        "%(symbol)s was circulated in this language (%(language)s). It is changed only by a revision or a corrigendum."
    ),
    "conference_papers.version_missing": _("%(symbol)s has no file in this language (%(language)s)."),
    "conference_papers.zone": _("%(zone)s is no time zone: write it like Europe/Vienna."),
    "word.conference_access.participants": _("participants of the session"),
    "word.conference_access.public": _("everybody"),
    "word.conference_access.secretariat": _("the secretariat"),
    "word.conference_access.states": _("delegations of States"),
    "word.conference_item.added": _("added by the Conference"),
    "word.conference_item.adopted": _("adopted"),
    "word.conference_item.deferred": _("deferred"),
    "word.conference_item.deleted": _("deleted"),
    "word.conference_item.proposed": _("proposed"),
    "word.conference_item.provisional": _("provisional item"),
    "word.conference_item.supplementary": _("supplementary item"),
    "word.conference_slot.bureau": _("Bureau"),
    "word.conference_slot.committee": _("Committee"),
    "word.conference_slot.high_level": _("High-level segment"),
    "word.conference_slot.informal": _("Informal consultations"),
    "word.conference_slot.plenary": _("Plenary"),
    "word.conference_slot.side_event": _("Side event"),
}
