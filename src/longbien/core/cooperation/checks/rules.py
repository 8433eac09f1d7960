# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The single rules behind the table of checks: each looks at a draft and names the fields that it finds wanting."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, TypeAlias

from longbien.core.cooperation.forms.identifiers import implausible, public_address
from longbien.core.cooperation.forms.kinds import Form
from longbien.core.cooperation.forms.values import Contact, Identifier, Period, Values
from longbien.core.cooperation.life.preservation import MINIMUM

HOUSE: Final = "house"
"""The mark of a source that is ours: the Convention names the matter, that it must be filled in is our choice."""
IP_KINDS: Final = ("ipv4", "ipv6")
OF_A_SERVICE: Final = ("account-id", "handle")
_LONG_SECRECY: Final = timedelta(days=366)
_LONG_PERIOD: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A request under examination, with what is known of the moment and of the requested State's profile."""

    form: Form
    values: Values
    now: datetime
    languages: tuple[str, ...] = ()
    required_fields: tuple[str, ...] = ()

    @property
    def today(self) -> date:
        """Give the day in UTC."""
        return self.now.date()

    def codes(self, name: str) -> tuple[str, ...]:
        """Give the codes of a field, none if it is empty."""
        value = self.values.get(name)
        if isinstance(value, str):
            return (value,)
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, tuple) else ()

    def identifiers(self) -> tuple[Identifier, ...]:
        """Give the identifiers, none if there are none."""
        value = self.values.get("identifiers")
        return (
            tuple(item for item in value if isinstance(item, Identifier)) if isinstance(value, tuple) else ()
        )

    def period(self) -> Period | None:
        """Give the period of the data, if it is filled."""
        value = self.values.get("data_period")
        return value if isinstance(value, Period) else None

    def day(self, name: str) -> date | None:
        """Give a date field, if it is filled."""
        value = self.values.get(name)
        return value if isinstance(value, date) and not isinstance(value, datetime) else None


Found: TypeAlias = tuple[str, Mapping[str, str | int]]
"""A field and the values of the check's sentence."""


def missing(draft: Draft) -> Iterator[Found]:
    """Name the needed fields that are empty and that the Convention itself asks for."""
    return _empty(draft, of_convention=True)


def missing_by_template(draft: Draft) -> Iterator[Found]:
    """Name the needed fields that are empty and that only templates or practice ask for."""
    return _empty(draft, of_convention=False)


def missing_by_profile(draft: Draft) -> Iterator[Found]:
    """Name the fields that the requested State's published requirements add."""
    for name in draft.required_fields:
        if name in draft.form.fields and name not in draft.values:
            yield name, {"label": draft.form.fields[name].label}


def _empty(draft: Draft, *, of_convention: bool) -> Iterator[Found]:
    for field in draft.form.fields.values():
        refs = [source.ref for source in field.sources]
        asked_by_article = any(ref[:1].isdigit() for ref in refs) and HOUSE not in refs
        if field.id not in draft.values and asked_by_article is of_convention and field.needed(draft.values):
            yield field.id, {"label": field.label}


def ip_port(draft: Draft) -> Iterator[Found]:
    """Name IPv4 addresses without port: behind one address stand many users."""
    for item in draft.identifiers():
        if item.kind == "ipv4" and item.port is None:
            yield "identifiers", {"value": item.value}


def ip_time(draft: Draft) -> Iterator[Found]:
    """Name IP addresses without any time: an address changes hands within the hour."""
    for item in draft.identifiers():
        if item.kind in IP_KINDS and item.at is None and not item.local:
            yield "identifiers", {"value": item.value}


def time_offset(draft: Draft) -> Iterator[Found]:
    """Name times without UTC offset: the same clock face is another moment elsewhere."""
    for item in draft.identifiers():
        if item.local:
            yield "identifiers", {"value": item.value, "time": item.local}


def ip_public(draft: Draft) -> Iterator[Found]:
    """Name addresses that belong to no provider: private, shared or reserved ones."""
    for item in draft.identifiers():
        if item.kind in IP_KINDS and not public_address(item.kind, item.value):
            yield "identifiers", {"value": item.value}


def time_future(draft: Draft) -> Iterator[Found]:
    """Name identifiers that were seen in the future."""
    for item in draft.identifiers():
        if item.at is not None and item.at > draft.now:
            yield "identifiers", {"value": item.value}


def service_missing(draft: Draft) -> Iterator[Found]:
    """Name accounts without the service that they belong to."""
    for item in draft.identifiers():
        if item.kind in OF_A_SERVICE and not item.service:
            yield "identifiers", {"value": item.value}


def digits(draft: Draft) -> Iterator[Found]:
    """Name identifiers that fail their checksum or numbering plan."""
    for item in draft.identifiers():
        if implausible(item.kind, item.value):
            yield "identifiers", {"value": item.value}


def time_outside_period(draft: Draft) -> Iterator[Found]:
    """Name identifiers seen outside the period of the data asked for."""
    period = draft.period()
    for item in draft.identifiers():
        if period and item.at and not period.since <= item.at <= period.until:
            yield "identifiers", {"value": item.value}


def period_future(draft: Draft) -> Iterator[Found]:
    """Find a period that has not begun: what is not stored cannot be preserved or disclosed as stored data."""
    period = draft.period()
    if period and period.since > draft.now:
        yield "data_period", {}


def period_long(draft: Draft) -> Iterator[Found]:
    """Find content asked for over more than a year."""
    period = draft.period()
    if period and "content" in draft.codes("data_categories") and period.until - period.since > _LONG_PERIOD:
        yield "data_period", {}


def basis_none(draft: Draft) -> Iterator[Found]:
    """Find a draft without legal basis."""
    if draft.values.get("legal_basis") == "none-yet":
        yield "legal_basis", {}


def language_not_accepted(draft: Draft) -> Iterator[Found]:
    """Find a request in no language that the requested State accepts."""
    given = {str(draft.values[name]) for name in ("language", "translation_language") if name in draft.values}
    accepted = {language.split("-")[0] for language in draft.languages}
    if accepted and given and not accepted & {language.split("-")[0] for language in given}:
        yield "language", {"accepted": ", ".join(draft.languages)}


def secrecy_over(draft: Draft) -> Iterator[Found]:
    """Find a confidentiality whose review is not in the future."""
    until = draft.day("secrecy_until")
    if until is not None and until <= draft.today:
        yield "secrecy_until", {}


def secrecy_long(draft: Draft) -> Iterator[Found]:
    """Find a confidentiality that nobody will review for more than a year."""
    until = draft.day("secrecy_until")
    if until is not None and until - draft.today > _LONG_SECRECY:
        yield "secrecy_until", {}


def needed_by_past(draft: Draft) -> Iterator[Found]:
    """Find a deadline that has passed."""
    needed_by = draft.values.get("needed_by")
    if isinstance(needed_by, datetime) and needed_by <= draft.now:
        yield "needed_by", {}


def retention_past(draft: Draft) -> Iterator[Found]:
    """Find data that the provider has most likely deleted."""
    ends = draft.day("retention_ends")
    if ends is not None and ends < draft.today:
        yield "retention_ends", {}


def follow_up_past(draft: Draft) -> Iterator[Found]:
    """Find a planned request for assistance whose day has passed."""
    planned = draft.day("follow_up_planned")
    if planned is not None and planned < draft.today:
        yield "follow_up_planned", {}


def follow_up_late(draft: Draft) -> Iterator[Found]:
    """Find a planned request that would come after the preservation has lapsed."""
    planned = draft.day("follow_up_planned")
    asked = draft.values.get("days")
    days = asked if isinstance(asked, int) else MINIMUM.days
    if draft.form.id == "preservation" and planned and planned - draft.today > timedelta(days=days):
        yield "follow_up_planned", {"days": days}


def extension_lapsed(draft: Draft) -> Iterator[Found]:
    """Find an extension of a preservation that has lapsed."""
    until = draft.day("previous_preservation_until")
    if draft.values.get("status") == "extension" and until is not None and until < draft.today:
        yield "previous_preservation_until", {}


def path_without_traffic(draft: Draft) -> Iterator[Found]:
    """Find a wish for the path of traffic data where no traffic data are to be preserved."""
    categories = draft.codes("data_categories")
    if draft.values.get("traffic_path") is True and categories and "traffic" not in categories:
        yield "traffic_path", {}


def other_authority(draft: Draft) -> Iterator[Found]:
    """Find a request to another authority than the one that the Convention names for this kind."""
    named = draft.values.get("requested_authority")
    if named is not None and named != draft.form.authority:
        yield "requested_authority", {"authority": draft.form.authority}


def contact_hours(draft: Draft) -> Iterator[Found]:
    """Find a requesting authority without office hours or time zone."""
    contact = draft.values.get("requesting_authority")
    if isinstance(contact, Contact) and not (contact.office_hours and contact.time_zone):
        yield "requesting_authority", {}


def not_stored_data(draft: Draft) -> Iterator[Found]:
    """Find a request for stored data that does not ask for access to them."""
    assistance = draft.codes("assistance")
    if draft.form.id == "stored-data" and assistance and "40.3.d" not in assistance:
        yield "assistance", {}
