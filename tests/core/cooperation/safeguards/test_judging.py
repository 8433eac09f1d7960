# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an official may record about a step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.cooperation.safeguards.judging import Judged, check_judged

REASON = "An ordinary fraud case."


@pytest.mark.parametrize(
    ("judged", "code"),
    [
        (Judged(step="rights", result="clear", reason="ok"), "safeguards.reason"),
        (Judged(step="rights", result="met", reason=REASON), "safeguards.unknown"),
        (Judged(step="nothing", result="clear", reason=REASON), "safeguards.unknown"),
        (Judged(step="sender", result="verified", reason=REASON), "safeguards.computed"),
        (Judged(step="call-back", result="confirmed", reason=REASON), "safeguards.computed"),
        (Judged(step="rights", result="clear", reason=REASON, flags=("lawyer",)), "safeguards.flagged"),
        (Judged(step="rights", result="concern", reason=REASON, flags=("rich",)), "safeguards.unknown"),
        (Judged(step="scope", result="inside", reason=REASON, flags=("lawyer",)), "safeguards.unknown"),
        (Judged(step="dual-criminality", result="met", reason=REASON, ours="s. 1"), "safeguards.provisions"),
    ],
)
def test_what_says_nothing_is_refused(judged: Judged, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        check_judged(judged)
    assert refused.value.code == code


def test_flags_stand_in_the_order_of_the_list() -> None:
    judged = Judged(step="rights", result="refuse", reason=f"  {REASON} ", flags=("opposition", "journalist"))
    found = check_judged(judged)
    assert (found.reason, found.flags) == (REASON, ("journalist", "opposition"))


@given(st.text(), st.text(), st.text(), st.lists(st.text()))
def test_anything_typed_ends_in_a_coded_refusal(
    step: str, result: str, reason: str, flags: list[str]
) -> None:
    with pytest.raises(LongBienError):
        check_judged(Judged(step=step, result=result, reason=reason, flags=tuple(flags)))
