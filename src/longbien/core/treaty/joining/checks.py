# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of a State's answers before its papers are written: each flaw with its field, all of them together.

The checks are those that make a depositary send an instrument back: who signed, the title, the days, a condition in it; and those that
make a register rot: a notice without a person behind it, an authority that nobody can reach.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from longbien.core.treaty.joining.answers import Answers
from longbien.core.treaty.joining.checklist import ADOPTED, CLOSES, OPENED, THREE, Position, acceding
from longbien.core.treaty.joining.flaws import Flaw, flaw, warning
from longbien.core.treaty.joining.form import form
from longbien.core.treaty.joining.statements import check_declarations, check_reservations
from longbien.core.treaty.joining.wording import Title, titles

_POWERS: Final = "Vienna Convention on the Law of Treaties, Art. 7"
_HANDBOOK: Final = "Treaty Handbook of the United Nations (2012)"
AUTHORITIES: Final = ("notice.37-19", "notice.40-12-c", "notice.41-2", "notice.53-7")
"""The four authorities that a State designates: Art. 37(19), 40(12), 41(2), 53(7)."""
NOTICES: Final = ("notice.37-6-a", *AUTHORITIES, "notice.40-13", "notice.17-2-d", "notice.50-5")
"""The notices that go with the instrument or follow it."""
LAWS: Final = ("notice.17-2-d", "notice.50-5")
LATER: Final = ("notice.41-2", "notice.53-7")
"""Authorities for which the Convention sets no day: they may follow after the deposit."""
_SIX: Final = frozenset({"ar", "en", "es", "fr", "ru", "zh"})
_SHOWN: Final = 24


def check(answers: Answers, position: Position) -> tuple[Flaw, ...]:
    """Check everything; stops first, then warnings, each in the order of the form."""
    found = [one for rule in _RULES for one in rule(answers, position)]
    return tuple(sorted(found, key=lambda one: one.severity))


def check_title(answers: Answers) -> Iterator[Flaw]:
    """Compare each title that was written with the full title, letter by letter.

    What differs in signs only, and what differs from a title that is not confirmed, warns.
    """
    for language, written in answers.by_language("instrument.title").items():
        title = titles()[language]
        place = first_difference(written, title.text)
        if place is None:
            continue
        same_letters = _letters(written) == _letters(title.text)
        tell = flaw if title.confirmed and not same_letters else warning
        yield tell(
            "joining.title_differs",
            f"instrument.title.{language}",
            cite=_HANDBOOK,
            place=place + 1,
            expected=_around(title, place),
            found=written[place : place + _SHOWN] or "-",
        )


def first_difference(one: str, other: str) -> int | None:
    """Give the first place at which two texts differ; None if they are the same."""
    if one == other:
        return None
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _around(title: Title, place: int) -> str:
    return title.text[place : place + _SHOWN] or "-"


def _three_offices(answers: Answers, position: Position) -> Iterator[Flaw]:
    for step in ("signature", "instrument"):
        office = answers.get(f"{step}.signatory.office")
        attached = answers.yes(f"{step}.powers.attached")
        given = answers.get(f"{step}.powers.office")
        if office and office not in THREE and not attached:
            yield flaw("joining.powers_missing", f"{step}.powers.attached", cite=_POWERS)
        if given and given not in THREE:
            yield flaw("joining.powers_office", f"{step}.powers.office", cite=_POWERS)
        if attached and office in THREE:
            yield warning("joining.powers_needless", f"{step}.powers.attached", cite=_POWERS)
        if attached and office not in THREE:
            for name in ("name", "office", "day"):
                if not answers.has(f"{step}.powers.{name}"):
                    yield flaw("joining.missing", f"{step}.powers.{name}", cite=_POWERS)
            yield from _ordered(answers, f"{step}.powers.day", f"{step}.day")


def _way(answers: Answers, position: Position) -> Iterator[Flaw]:
    kind = answers.get("instrument.kind")
    signed = position.signed or answers.day("signature.day")
    if position.deposited is not None and kind:
        yield flaw(
            "joining.second_instrument", "instrument.kind", cite="64.3", day=position.deposited.isoformat()
        )
    if kind == "accession" and signed is not None:
        yield flaw("joining.accession_signed", "instrument.kind", cite="64.4", day=signed.isoformat())
    if kind and kind != "accession" and signed is None:
        code = "joining.signature_closed" if position.closed else "joining.signature_missing"
        yield flaw(code, "instrument.kind", cite="64.1", day=CLOSES.isoformat())
    if kind == "formal-confirmation" and not position.organisation:
        yield flaw("joining.formal_confirmation", "instrument.kind", cite="64.3")
    if not kind:
        yield flaw("joining.missing", "instrument.kind", cite="64.3")


def _competence(answers: Answers, position: Position) -> Iterator[Flaw]:
    cite = "64.4" if acceding(position, answers) else "64.3"
    if position.organisation and not answers.has("competence.extent"):
        yield flaw("joining.competence_missing", "competence.extent", cite=cite)
    if position.organisation and not answers.has("competence.owner.name"):
        yield flaw("joining.owner_missing", "competence.owner.name", cite=cite)
    if not position.organisation and answers.has("competence.extent"):
        yield flaw("joining.competence_state", "competence.extent", cite=cite)


def _days(answers: Answers, position: Position) -> Iterator[Flaw]:
    paths = ("signature.day", "approval.day", "instrument.day", "deposit.day")
    more = ("signature.powers.day", "instrument.powers.day", "deposit.note-day")
    for path in (*paths, *more):
        day = answers.day(path)
        if day is None:
            continue
        if day > position.today:
            yield flaw("joining.day_future", path, today=position.today.isoformat())
        if day < ADOPTED and path != "approval.day":
            yield flaw("joining.day_adoption", path, cite="resolution 79/243", day=ADOPTED.isoformat())
    if (approved := answers.day("approval.day")) is not None and approved < ADOPTED:
        yield flaw("joining.day_adoption", "approval.day", cite="resolution 79/243", day=ADOPTED.isoformat())
    signed = answers.day("signature.day")
    if signed is not None and ADOPTED <= signed < OPENED:
        yield flaw("joining.day_opening", "signature.day", cite="64.1", day=OPENED.isoformat())
    if signed is not None and signed > CLOSES:
        yield flaw("joining.signature_closed", "signature.day", cite="64.1", day=CLOSES.isoformat())
    if signed is not None and position.signed is not None and signed != position.signed:
        yield warning(
            "joining.signature_differs", "signature.day", cite="64.1", day=position.signed.isoformat()
        )
    known = [path for path in paths if answers.day(path) is not None]
    for first, second in pairwise(known):
        yield from _ordered(answers, first, second)


def _ordered(answers: Answers, first: str, second: str) -> Iterator[Flaw]:
    one, other = answers.day(first), answers.day(second)
    if one is not None and other is not None and other < one:
        yield flaw("joining.day_order", second, cite=_HANDBOOK, first=first, day=one.isoformat())


def _instrument(answers: Answers, position: Position) -> Iterator[Flaw]:
    for path in ("instrument.signatory.name", "instrument.signatory.office", "instrument.day"):
        if not answers.has(path):
            yield flaw("joining.missing", path, cite=_HANDBOOK)
    for path in ("state.name", "instrument.place", "instrument.signatory.title"):
        if not answers.has(path):
            yield flaw("joining.missing", path, cite=_HANDBOOK)
    if answers.yes("instrument.conditional") or answers.has("instrument.condition"):
        path = "instrument.condition" if answers.has("instrument.condition") else "instrument.conditional"
        yield flaw("joining.conditional", path, cite=_HANDBOOK)


def _titles(answers: Answers, position: Position) -> Iterator[Flaw]:
    yield from check_title(answers)


def _notices(answers: Answers, position: Position) -> Iterator[Flaw]:
    for step in NOTICES:
        if step == "notice.37-6-a" and answers.yes(f"{step}.conditional") is False:
            continue
        if not answers.has(f"{step}.owner.name"):
            yield flaw("joining.owner_missing", f"{step}.owner.name", cite=_cite(step))
        elif not answers.has(f"{step}.owner.email"):
            yield warning("joining.owner_unreachable", f"{step}.owner.email", cite=_cite(step))
    treaty = answers.yes("notice.37-6-a.conditional")
    if treaty is None:
        yield flaw("joining.missing", "notice.37-6-a.conditional", cite="37.6.a")
    elif treaty and answers.yes("notice.37-6-a.basis") is None:
        yield flaw("joining.missing", "notice.37-6-a.basis", cite="37.6.a")
    if not answers.has("notice.40-13.languages"):
        yield flaw("joining.languages_missing", "notice.40-13.languages", cite="40.13")
    elif _SIX.isdisjoint(answers.items("notice.40-13.languages")):
        yield warning("joining.languages_rare", "notice.40-13.languages", cite="40.13")
    for step in LAWS:
        if not answers.has(f"{step}.laws"):
            yield warning("joining.missing_later", f"{step}.laws", cite=_cite(step))


def _authorities(answers: Answers, position: Position) -> Iterator[Flaw]:
    territories = [f"territory.{number}" for number in answers.numbers("territory")]
    for step in (*AUTHORITIES, *territories):
        needed = ["name", "address", "phone", "email", "languages"]
        if step == "notice.41-2":
            needed += ["hours", "zone"]
        if step in territories:
            needed += ["region"]
        if step in LATER and not any(answers.has(f"{step}.{name}") for name in needed):
            yield warning("joining.missing_later", f"{step}.name", cite=_cite(step))
            continue
        for name in needed:
            if not answers.has(f"{step}.{name}"):
                yield flaw("joining.contact_missing", f"{step}.{name}", cite=_cite(step))
    hours = answers.get("notice.41-2.hours")
    if hours and "24/7" not in hours:
        yield warning("joining.hours", "notice.41-2.hours", cite="41.1")


def _cite(step: str) -> str:
    return "40.12.a" if step.startswith("territory") else step.partition(".")[2].replace("-", ".")


def _statements(answers: Answers, position: Position) -> Iterator[Flaw]:
    yield from check_reservations(answers)
    yield from check_declarations(answers)


def _unasked(answers: Answers, position: Position) -> Iterator[Flaw]:
    """Tell what was answered once and is no longer asked."""
    for path in answers.values:
        if form().find(path) is None:
            yield warning("joining.unknown_field", path)


_RULES: Final[tuple[Callable[[Answers, Position], Iterator[Flaw]], ...]] = (
    _way,
    _three_offices,
    _days,
    _instrument,
    _titles,
    _competence,
    _notices,
    _authorities,
    _statements,
    _unasked,
)
"""Every check, in the order of the form."""
