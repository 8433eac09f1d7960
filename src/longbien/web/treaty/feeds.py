# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Feeds for readers that wait for news: steps of States, and the record (Atom); and the dates that lie ahead (iCalendar)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_lazy
from django.views.decorators.http import conditional_page
from icalendar import Calendar
from icalendar import Event as CalendarEvent

from longbien.actions.treaty.day import today
from longbien.actions.treaty.known import known
from longbien.actions.treaty.record import whole_record
from longbien.core.treaty.record.entries import Entry
from longbien.core.treaty.status.events import Event
from longbien.core.treaty.status.participants import participants
from longbien.core.treaty.status.standing import force_on
from longbien.texts import phrase
from longbien.web.base.guard import public
from longbien.web.treaty.tags import when_in_words
from longbien.web.treaty.words import EVENTS

LENGTH: Final = 100
"""Entries in a feed, the newest ones."""
MEETINGS: Final = frozenset(
    {
        "organizational",
        "session",
        "intersessional",
        "meeting",
        "opening",
        "deadline",
        "protocol",
        "entry-into-force",
    }
)
"""Kinds of record entries that belong into a calendar."""


if TYPE_CHECKING:
    _EventFeed = Feed[Event, None]
    _EntryFeed = Feed[Entry, None]
else:  # Django's class takes no parameters when it runs
    _EventFeed = _EntryFeed = Feed


class _StatusFeed(_EventFeed):
    """What States did, the newest first. A day that is only a window is said to be one."""

    feed_type = Atom1Feed
    title = gettext_lazy("UN Convention against Cybercrime: status")
    subtitle = gettext_lazy("Signatures, instruments, reservations, each with its sources.")

    def link(self) -> str:
        """Lead to the home page."""
        return reverse("treaty")

    def items(self) -> list[Event]:
        """Give the newest events."""
        now = today()
        return [event for event in known().events if event.day <= now][: -LENGTH - 1 : -1]

    def item_title(self, item: Event) -> SafeString:
        """Say who did what."""
        row = participants().get(item.party)
        name = row.name(get_language() or "en") if row else item.party
        return f"{name}: {EVENTS.get(item.kind, item.kind)}"  # type: ignore[return-value] # plain text is meant

    def item_description(self, item: Event) -> str:
        """Give its words and its sources."""
        sources = "; ".join(source.ref for source in item.sources)
        sure = gettext("confirmed") if item.confirmed else gettext("to be confirmed")
        return ". ".join(part.rstrip(".") for part in (item.content, item.note, sources, sure) if part)

    def item_link(self, item: Event) -> str:
        """Lead to the State."""
        return f"{reverse('treaty_state', args=[item.party])}#{item.id}"

    def item_updateddate(self, item: Event) -> datetime:
        """Give its day."""
        return _noon(item.day)


class _RecordFeed(_EntryFeed):
    """The record, the newest first; what is only announced is not in it."""

    feed_type = Atom1Feed
    title = gettext_lazy("UN Convention against Cybercrime: record")
    subtitle = gettext_lazy("What happened and when, with sources.")

    def link(self) -> str:
        """Lead to the record."""
        return reverse("treaty_record")

    def items(self) -> list[Entry]:
        """Give the newest entries."""
        now = today()
        past = [entry for entry in whole_record() if entry.when.first <= now and not entry.planned]
        return past[: -LENGTH - 1 : -1]

    def item_title(self, item: Entry) -> SafeString:
        """Give its title."""
        return phrase(get_language() or "en", item.title)  # type: ignore[return-value] # plain text is meant

    def item_description(self, item: Entry) -> str:
        """Give its text, the time as far as it is known, and its sources."""
        text = phrase(get_language() or "en", item.text)
        sources = "; ".join(source.ref for source in item.sources)
        sure = gettext("confirmed") if item.confidence == "high" else gettext("to be confirmed")
        parts = (when_in_words(item.when), text, sources, sure)
        return ". ".join(part.rstrip(".") for part in parts if part)

    def item_link(self, item: Entry) -> str:
        """Lead to its place in the record."""
        return f"{reverse('treaty_record')}#e-{item.entry_id}"

    def item_updateddate(self, item: Entry) -> datetime:
        """Give its day."""
        return _noon(item.when.first)


@public
@conditional_page
def status_feed(request: HttpRequest) -> HttpResponseBase:
    """Give the feed of the status."""
    return _StatusFeed()(request)


@public
@conditional_page
def record_feed(request: HttpRequest) -> HttpResponseBase:
    """Give the feed of the record."""
    return _RecordFeed()(request)


@public
@conditional_page
def calendar(request: HttpRequest) -> HttpResponse:
    """Give the calendar: meetings, last days, and the day of entry into force once it is fixed. Only exact days are in it."""
    found = Calendar()
    found.add("prodid", "-//Long Bien//treaty//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", gettext("UN Convention against Cybercrime"))
    for entry in whole_record():
        if entry.kind in MEETINGS and entry.when.exact and entry.withdrawn is None:
            found.add_component(_meeting(entry))
    day = force_on(known().events, today()).day
    if day is not None:
        words = gettext("The Convention enters into force")
        found.add_component(_all_day("entry-into-force", day, day, summary=words))
    response = HttpResponse(found.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="convention.ics"'
    return response


def _meeting(entry: Entry) -> CalendarEvent:
    language = get_language() or "en"
    item = _all_day(
        entry.entry_id,
        entry.when.first,
        entry.when.last or entry.when.first,
        summary=phrase(language, entry.title),
    )
    sources = "; ".join(source.ref for source in entry.sources)
    item.add("description", "\n".join(part for part in (phrase(language, entry.text), sources) if part))
    if entry.place:
        item.add("location", phrase(language, entry.place))
    return item


def _all_day(name: str, first: date, last: date, *, summary: str) -> CalendarEvent:
    """Make an event of whole days; its stamp is its own day, so that the same calendar is the same file."""
    item: Any = CalendarEvent()
    item.add("uid", f"{name}@treaty.{settings.CONFIG.origin.replace('/', '.')}")
    item.add("dtstamp", _noon(min(first, date(2026, 1, 1))))
    item.add("dtstart", first)
    item.add("dtend", last + timedelta(days=1))
    item.add("summary", summary)
    found: CalendarEvent = item
    return found


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
