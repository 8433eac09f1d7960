# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A request on a terminal: where it stands, its clocks, its fields, its thread with receipts, its evidence, what may be done now."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext as _

from longbien.actions.cooperation.pages.asides import PageUse
from longbien.actions.cooperation.pages.values import (
    PageAct,
    PageClock,
    PageField,
    PageProposal,
    RequestPage,
)
from longbien.actions.treaty.bases.rules import RequestBasis
from longbien.cli.cooperation.objects import evidence_words
from longbien.cli.cooperation.safeguards.steps import steps_words
from longbien.cli.tables import facts, table
from longbien.cli.words import (
    NOTHING,
    coded,
    form_words,
    kind_words,
    language,
    left,
    listed,
    moment,
    second,
    sentence_of,
    short,
)
from longbien.core.cooperation.forms.values import (
    Attachment,
    Contact,
    FieldValue,
    Identifier,
    Period,
    Person,
    Property,
)
from longbien.core.cooperation.life.lifecycle import ARREST
from longbien.texts import phrase

_COMMANDS: Final[Mapping[str, str]] = {
    "draft": "submit",
    "answer.acknowledged": "acknowledge",
    "order": "order",
    "answer.returned": "return",
    "answer.decided": "decide",
    "answer.executed": "execute",
    "answer.information-wanted": "ask",
    "answer.closed": "close",
    "request.extension": "extend",
    "request.information": "inform",
    "request.withdrawn": "withdraw",
    "answer.consulting": "consult",
    "request.views": "views",
    "request.status-wanted": "ask-status",
    "answer.progress": "progress",
    "request.use-consent": "ask-use",
    "answer.use-consent": "answer-use",
    "dispute.raised": "dispute raise",
    "dispute.answered": "dispute answer",
    "dispute.settled": "dispute settle",
}
"""What an officer types to say something in a thread."""
_QUIET: Final = ("consulting", "progress", "sharing")
"""Tracks that are named only once they have begun."""


def page_words(page: RequestPage, now: datetime) -> str:
    """Lay the page out, section by section."""
    return "\n\n".join(part for part in _parts(page, now) if part)


def _parts(page: RequestPage, now: datetime) -> Iterator[str]:
    yield _head(page)
    yield _section(_("Where it stands"), _tracks(page))
    if page.clocks:
        yield _section(_("Clocks"), _clocks(page.clocks, now))
    for section in page.sections:
        pairs = [(field.label, field_words(field) + _travel(page, field)) for field in section.fields]
        yield _section(section.label, facts(pairs))
    if page.overrides:
        rows = [(one.check, one.field, one.reason) for one in page.overrides]
        yield _section(
            _("Checks passed over, with reasons"), table((_("Check"), _("Field"), _("Reason")), rows)
        )
    if page.safeguards:
        yield _section(_("Safeguards"), steps_words(page.safeguards))
    if page.thread:
        yield _section(_("Thread (times in UTC)"), _thread(page.thread))
    if page.proposals:
        yield _section(_("Waiting for a second officer"), _proposals(page.proposals))
    if page.uses:
        yield _section(_("Consent to another use"), _uses(page.uses))
    if page.disputes:
        rows = [(short(one.dispute), coded("state.dispute", one.state), one.text) for one in page.disputes]
        yield _section(_("Disputes"), table((_("No."), _("State"), _("What")), rows))
    for one in page.evidence:
        yield _section(_("Evidence %(object)s") % {"object": short(one.object_id)}, evidence_words(one))
    yield _may(page)


def field_words(field: PageField) -> str:
    """Write the value of one field for people."""
    words = _value(field.value, field.list)
    return _("%(value)s (mended)") % {"value": words} if field.mended else words


def basis_words(found: RequestBasis) -> str:
    """Say what the legal basis of a request is, how it stands, and whose rules of procedure apply."""
    if not found.basis:
        return ""
    lines = [f"{listed('LEGAL-BASIS', found.basis)}: {coded('basis_status', found.now)}"]
    if found.winding_up:
        lines.append(
            _("held on %(day)s; the request is finished under its rules, a new one cannot rest on it")
            % {"day": found.made_on.isoformat()}
        )
    rules = found.procedure
    other = f" ({listed('LEGAL-BASIS', rules.rules)})" if rules.other else ""
    lines.append(coded("procedure", rules.because) + other)
    return "\n".join(lines)


def _travel(page: RequestPage, field: PageField) -> str:
    """Say where the bytes of an attachment are, and how to read them."""
    if not isinstance(field.value, Attachment):
        return ""
    found = page.documents.get(field.value.sha256)
    if found is None:
        return "\n" + _("its bytes are not here")
    lines = (
        [f"longbien request attachment {short(page.request_id)} {field.id} --to …"] if found.readable else []
    )
    if found.sent or not found.own:
        where = _("with the partner") if found.own else _("here")
        lines.insert(
            0,
            _("%(held)s / %(leaves)s segments %(where)s")
            % {"held": found.held, "leaves": found.leaves, "where": where},
        )
    return "".join(f"\n{line}" for line in lines)


def _head(page: RequestPage) -> str:
    whom = _("from %(party)s") if page.direction == "incoming" else _("to %(party)s")
    related = [*page.follows, *page.follow_ups]
    return facts(
        (
            (
                _("Request"),
                form_words(page.form) + (f" ({_('Art.')} {page.article})" if page.article else ""),
            ),
            (_("With"), whom % {"party": page.partner}),
            (_("Id"), page.request_id),
            (_("Reference"), page.reference),
            (_("Legal basis"), basis_words(page.standing)),
            (_("Urgency"), listed("URGENCY", page.urgency)),
            (_("Begun"), moment(page.created_at)),
            (_("Related"), "\n".join(f"{form_words(one.kind)} {one.request_id}" for one in related)),
            (
                _("Draft shown before"),
                f"longbien request consultation show {short(page.consultation)}" if page.consultation else "",
            ),
            (_("Look twice"), "\n".join(sentence_of(flag) for flag in page.flags)),
        )
    )


def _section(title: str, body: str) -> str:
    return f"{title.upper()}\n{body}"


def _tracks(page: RequestPage) -> str:
    rows = [
        (coded("track", one.track), coded(f"state.{one.track}", one.state), moment(one.since), short(one.act))
        for one in page.tracks
        if one.asked and not (one.track in _QUIET and one.state == "none")
    ]
    lines = [table((_("What"), _("State"), _("Since"), _("Act")), rows)]
    for one in page.measures:
        words = (
            _("Person held from %(since)s until %(until)s.")
            if one.track == ARREST
            else _("Data kept from %(since)s until %(until)s.")
        )
        lines += [words % {"since": moment(kept.since), "until": moment(kept.until)} for kept in one.periods]
    return "\n".join(lines)


def _clocks(clocks: tuple[PageClock, ...], now: datetime) -> str:
    rows = [
        (
            phrase(language(), one.label),
            coded("clock_nature", one.nature),
            left(one.due_at, now) if one.stopped_at is None else _("stopped"),
            f"{one.here:%Y-%m-%d %H:%M} {one.here_zone}",
            f"{one.there:%Y-%m-%d %H:%M} {one.there_zone}",
        )
        for one in clocks
    ]
    return table((_("Clock"), _("Nature"), _("Left"), _("Due here"), _("Due there")), rows)


def _thread(acts: tuple[PageAct, ...]) -> str:
    rows = [
        (
            second(one.recorded_at),
            one.sender,
            kind_words(one.kind),
            ", ".join(approval.role_id for approval in one.approved_by) or NOTHING,
            _carriage(one),
            short(one.digest),
        )
        for one in acts
    ]
    return table((_("When"), _("Who"), _("What"), _("Approved by"), _("Carriage"), _("Act")), rows)


def _carriage(act: PageAct) -> str:
    words = coded("carriage", act.carriage)
    if act.receipt is not None:
        words = _("receipt: leaf %(leaf)s of %(party)s") % {
            "leaf": act.receipt.leaf_index,
            "party": act.receipt.party,
        }
    if not act.understood:
        words += " " + _("(not understood here)")
    return " ".join(
        part for part in (words, *(sentence_of(code) for code in (act.code, act.flagged) if code))
    )


def _uses(uses: tuple[PageUse, ...]) -> str:
    rows = [
        (
            short(one.consent),
            " ".join((listed("USE", one.use), one.recipient)).strip(),
            short(one.object_id) if one.object_id else _("All of this request"),
            coded("state.consent", one.state),
            moment(one.until) if one.until else "",
            one.purpose,
        )
        for one in uses
    ]
    return table((_("No."), _("Use"), _("Evidence"), _("State"), _("Until"), _("What for")), rows)


def _proposals(proposals: tuple[PageProposal, ...]) -> str:
    rows = [
        (
            str(one.proposal),
            kind_words(one.kind),
            one.by,
            moment(one.at),
            f"longbien act approve {one.proposal}" if one.may_approve else _("another officer"),
        )
        for one in proposals
    ]
    return table((_("No."), _("What"), _("Proposed by"), _("When"), _("Approve")), rows)


def _may(page: RequestPage) -> str:
    words = [f"longbien request {_COMMANDS[kind]}" for kind in sorted(page.may) if kind in _COMMANDS]
    return _section(_("You may now"), "\n".join(words)) if words else ""


def _value(value: FieldValue, list_id: str) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, tuple):
        return "\n".join(_item(item, list_id) for item in value)
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, Period):
        return f"{moment(value.since)} – {moment(value.until)}"
    if isinstance(value, Contact):
        return _contact(value)
    if isinstance(value, Attachment):
        return f"{value.name} ({value.media_type}, SHA-256 {value.sha256})"
    return value.isoformat() if isinstance(value, date) else _code(str(value), list_id)


def _code(text: str, list_id: str) -> str:
    return f"{listed(list_id, text)} [{text}]" if list_id else text


def _item(item: str | Identifier | Person | Property, list_id: str) -> str:
    if isinstance(item, Identifier):
        return _identifier(item)
    if isinstance(item, Person):
        return _person(item)
    return _property(item) if isinstance(item, Property) else _code(item, list_id)


def _person(item: Person) -> str:
    born = _("born %(date)s %(place)s") % {"date": item.birth_date, "place": item.birth_place}
    parts = (
        item.name,
        item.aliases,
        listed("SEX", item.sex) if item.sex else "",
        born.strip() if item.birth_date or item.birth_place else "",
        ", ".join(item.nationalities),
        item.documents,
        item.whereabouts,
        item.description,
        _("name masked in lists and papers") if item.hidden and item.name else "",
        _("masked to you (longbien request look)")
        if item.hidden and not (item.name or item.description)
        else "",
    )
    return f"{listed('PERSON-ROLE', item.role)}: " + "; ".join(part for part in parts if part)


def _property(item: Property) -> str:
    parts = (
        listed("PROPERTY-KIND", item.kind) if item.kind else "",
        item.description,
        item.location,
        item.reference,
        item.holder,
        f"{item.amount} {item.currency}".strip(),
    )
    return f"{listed('PROPERTY-NATURE', item.nature)}: " + "; ".join(part for part in parts if part)


def _identifier(item: Identifier) -> str:
    port = _("port %(port)s") % {"port": item.port} if item.port is not None else ""
    at = item.local or (moment(item.at) if item.at else "")
    offset = _("record at UTC%(offset)s") % {"offset": item.offset} if item.offset else ""
    parts = (item.kind, item.value, port, at, offset, item.service, item.note)
    return " ".join(part for part in parts if part)


def _contact(value: Contact) -> str:
    parts = (value.organisation, value.person, value.function, value.address, value.phone, value.mobile)
    more = (value.fax, value.email, value.office_hours, value.time_zone)
    return ", ".join(part for part in (*parts, *more) if part)
