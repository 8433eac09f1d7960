# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an official may record about a step: a result that the step can have, and a reason that says something."""

from dataclasses import dataclass, replace
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.plain import clean_text
from longbien.core.cooperation.safeguards.table import COMPUTED, RIGHTS, safeguards

DUAL_CRIMINALITY: Final = "dual-criminality"
MAX_REASON: Final = 10_000
MAX_PROVISION: Final = 4000
MIN_REASON: Final = 10
"""Characters: a reason of one word is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One step as an official judged it. `flags`: codes of RIGHTS-FLAG; `ours`, `theirs`: the provisions, in words."""

    step: str
    result: str
    reason: str
    flags: tuple[str, ...] = ()
    ours: str = ""
    theirs: str = ""


def check_judged(judged: Judged) -> Judged:
    """Give the step with its texts cleaned.

    RefusedError `safeguards.unknown` (step, result or flag), `safeguards.computed`,
    `safeguards.reason`, `safeguards.flagged` (a flagged person is never simply clear),
    `safeguards.provisions`; MalformedError `cooperation.field_…` for a text.
    """
    known = safeguards().results
    if judged.step in COMPUTED:
        raise RefusedError("safeguards.computed", step=judged.step)
    if judged.step not in known:
        raise RefusedError("safeguards.unknown", value=judged.step[:64])
    if judged.result not in known[judged.step]:
        raise RefusedError("safeguards.unknown", value=judged.result[:64])
    flags = _flags(judged)
    reason = clean_text(judged.reason, max_length=MAX_REASON, lines=True).strip()
    if len(reason) < MIN_REASON:
        raise RefusedError("safeguards.reason", least=MIN_REASON)
    ours = clean_text(judged.ours, max_length=MAX_PROVISION, lines=True).strip()
    theirs = clean_text(judged.theirs, max_length=MAX_PROVISION, lines=True).strip()
    if judged.step == DUAL_CRIMINALITY and judged.result == "met" and not (ours and theirs):
        raise RefusedError("safeguards.provisions")
    return replace(judged, reason=reason, flags=flags, ours=ours, theirs=theirs)


def _flags(judged: Judged) -> tuple[str, ...]:
    """Give the flags in the order of the list; only the rights check has any, and with one the result is not `clear`."""
    codes = vocabulary("RIGHTS-FLAG").codes
    for flag in judged.flags:
        if flag not in codes or judged.step != RIGHTS:
            raise RefusedError("safeguards.unknown", value=flag[:64])
    if judged.flags and judged.result == "clear":
        raise RefusedError("safeguards.flagged")
    return tuple(code for code in codes if code in judged.flags)
