# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is put to the Conference (`proposal:L.1`, `motion:M3`, `matter:credentials`), in the reader's words, and what can be put now."""

from collections.abc import Iterator
from typing import Final

from longbien.actions.conference.hall.view import HallView, TextView
from longbien.web.base.words import word_now

MATTERS: Final = ("agenda", "credentials", "observers", "bureau", "report", "other")
"""What the Conference decides beside texts and motions."""


def matter_words(on: str, hall: HallView) -> str:
    """Say what is put to the Conference as plain words: a proposal by its symbol, a motion by its kind."""
    sort, _colon, name = on.partition(":")
    if sort == "matter" and name:
        return word_now("conference_matter", name)
    if sort == "part":
        name = name.rpartition("/")[2] + f" ({name.rpartition('/')[0]})"
    motion = next((one.motion for one in hall.motions if one.id == name), "") if sort == "motion" else ""
    if motion:
        return f"{word_now('conference_matter', sort)}: {word_now('conference_motion', motion)}"
    symbol = next((one.symbol for one in hall.texts if one.id == name and one.kind == sort), "") or name
    return f"{word_now('conference_matter', sort)} \u2068{symbol}\u2069" if name else on


def matters(hall: HallView) -> list[tuple[str, str]]:
    """Give what can be put to the Conference, in words: what the next steps name first, then texts, motions, and what the agenda asks for."""
    return [(on, matter_words(on, hall)) for on in dict.fromkeys(_matters(hall))]


def _matters(hall: HallView) -> Iterator[str]:
    yield from (on for one in hall.steps if isinstance(on := one.body.get("on"), str))
    yield from map(_of_text, hall.texts)
    yield from (f"motion:{one.id}" for one in hall.motions)
    yield from (f"matter:{code}" for code in MATTERS)


def _of_text(text: TextView) -> str:
    return f"part:{text.of}/{text.id}" if text.kind == "part" else f"{text.kind}:{text.id}"
