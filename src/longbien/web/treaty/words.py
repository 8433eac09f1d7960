# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words for the treaty's codes on public pages: one table each; a test finds what is missing."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

STANDINGS: Final[Mapping[str, Promise]] = {
    "none": pgettext_lazy("state of a State", "no step known"),
    "signed": pgettext_lazy("state of a State", "signed"),
    "approved": pgettext_lazy("state of a State", "approved at home"),
    "deposited": pgettext_lazy("state of a State", "instrument deposited"),
    "in_force": pgettext_lazy("state of a State", "bound: in force"),
}
"""The four states of a State, never mixed, and the absence of all four."""

EXPLAINED: Final[Mapping[str, Promise]] = {
    "none": _("No signature and no instrument is known here."),
    "signed": _("The signature was given; it does not bind yet."),
    "approved": _("Parliament or government agreed at home; the depositary has no instrument yet."),
    "deposited": _("Ratification, acceptance, approval or accession lies with the Secretary-General."),
    "in_force": _("The Convention binds this State."),
}

MODALITIES: Final[Mapping[str, Promise]] = {
    "shall": _("must"),
    "shall_consider": _("must consider"),
    "shall_endeavour": _("must endeavour"),
    "may": _("may"),
    "definition": _("says what a word means"),
    "procedural": _("says how it is done"),
}

ACTORS: Final[Mapping[str, Promise]] = {
    "state_party": _("each State Party"),
    "requesting": _("the requesting State"),
    "requested": _("the requested State"),
    "both": _("both States"),
    "conference": _("the Conference of the States Parties"),
    "secretariat": _("the secretariat"),
    "secretary_general": _("the Secretary-General"),
    "depositary": _("the depositary"),
    "transmitting": _("the State that transmits"),
    "transferring": _("the State that transfers"),
}

KINDS: Final[Mapping[str, Promise]] = {
    "criminalise": _("make it an offence"),
    "procedural_power": _("give the authorities a power"),
    "safeguard": _("protect people"),
    "cooperate": _("cooperate"),
    "designate": _("name an authority"),
    "notify": _("notify"),
    "prevent": _("prevent"),
    "assist": _("assist"),
    "govern": _("govern the Convention"),
    "final": _("final provision"),
}

TREATIES: Final[Mapping[str, Promise]] = {
    "budapest": _("Budapest Convention"),
    "untoc": _("Convention against Transnational Organized Crime"),
    "uncac": _("Convention against Corruption"),
}

PRECISIONS: Final[Mapping[str, Promise]] = {
    "period": _("%(first)s to %(last)s"),
    "months": _("%(first)s to %(last)s"),
    "within": _("between %(first)s and %(last)s, the day is not known"),
    "not-before": _("not before %(first)s"),
}
"""How a time of the record is said when it is more than one day."""

PROVEN: Final[Mapping[str, Promise]] = {
    "checked": _("checked against the text"),
    "parent": _("agrees with a parent treaty"),
    "unconfirmed": _("to be confirmed"),
    "uncertain": _("to be confirmed: existence, number or letter uncertain"),
}
"""How sure the paraphrase of a provision is, best first (`core.treaty.convention.Convention.standing`)."""

NEVER: Final[Mapping[str, Promise]] = {
    "bank_secrecy": _("bank secrecy"),
    "fiscal_matters": _("that the offence also involves fiscal matters"),
}
"""Grounds on which nothing may be refused."""

PERIODS: Final[Mapping[str, Promise]] = {
    "maximum": _("at most %(time)s"),
    "minimum": _("at least %(time)s"),
    "entry_into_force": _("on the last of %(time)s"),
    "entry_into_force_later_joiner": _("on the last of %(time)s"),
}
"""How an amount of time is meant; a plain period is said by itself."""

LIMITS: Final[Mapping[str, Promise]] = {
    "maximum_penalty": _("highest penalty"),
    "age": _("age"),
    "number_of_parties": _("number of Parties"),
}
"""What a threshold measures."""


EVENTS: Final[Mapping[str, Promise]] = {
    "approval-at-home": pgettext_lazy("treaty action", "approval at home"),
    "signature": pgettext_lazy("treaty action", "signature"),
    "ratification": pgettext_lazy("treaty action", "ratification"),
    "acceptance": pgettext_lazy("treaty action", "acceptance"),
    "approval": pgettext_lazy("treaty action", "approval"),
    "accession": pgettext_lazy("treaty action", "accession"),
    "formal-confirmation": pgettext_lazy("treaty action", "formal confirmation"),
    "succession": pgettext_lazy("treaty action", "succession"),
    "extent-of-competence": pgettext_lazy("treaty action", "declaration on the extent of competence"),
    "declaration": pgettext_lazy("treaty action", "declaration"),
    "reservation": pgettext_lazy("treaty action", "reservation"),
    "objection": pgettext_lazy("treaty action", "objection"),
    "notification": pgettext_lazy("treaty action", "notification"),
    "withdrawal": pgettext_lazy("treaty action", "withdrawal of a statement"),
    "denunciation": pgettext_lazy("treaty action", "denunciation"),
}
"""What a State does towards the depositary (`core.treaty.events.EventKind`)."""

HEDGES: Final[Mapping[str, Promise]] = {
    "about": _("about %(number)s"),
    "more-than": _("more than %(number)s"),
    "at-least": _("at least %(number)s"),
    "nearly": _("nearly %(number)s"),
}
"""How a source hedges a number (`core.treaty.record.QUALIFIERS`)."""


def amount_of(count: int, unit: str | None) -> str:
    """Say an amount with its unit, in the active language."""
    if unit in ("days", "consecutive_days"):
        return ngettext("%(count)s day", "%(count)s days", count) % {"count": count}
    if unit == "months":
        return ngettext("%(count)s month", "%(count)s months", count) % {"count": count}
    if unit == "years":
        return ngettext("%(count)s year", "%(count)s years", count) % {"count": count}
    if unit == "years_deprivation_of_liberty":
        return ngettext(
            "%(count)s year of deprivation of liberty", "%(count)s years of deprivation of liberty", count
        ) % {"count": count}
    return str(count)
