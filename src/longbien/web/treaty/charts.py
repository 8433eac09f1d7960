# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The series of signatures and instruments as a picture: Vega-Lite drawn to SVG on the server (docs/adr/0030).

The SVG stands in the page itself and carries no style: its four colours are names that `treaty.css` turns into those of the
theme, so that one picture serves light and dark. Its text alternative and its table stand beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

INK, RIVER, GRID, MARK = "#010101", "#020202", "#030303", "#040404"
"""The names of colours in the picture, in the order of `treaty.css`."""
WIDE: Final = 760
NARROW: Final = 320
_VERSION: Final = "5.20"


SERIES: Final = ["solid", "dashed"]
"""The two lines, by how they are drawn."""
_DAY: Final[dict[str, Any]] = {"field": "day", "type": "temporal", "title": None, "scale": {"type": "utc"}}
_COUNT: Final[dict[str, Any]] = {"field": "count", "type": "quantitative", "title": None}
_COLOUR: Final[dict[str, Any]] = {
    "field": "series",
    "scale": {"domain": SERIES, "range": [INK, RIVER]},
    "legend": None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One series: its words and how many there were from each day on."""

    words: str
    steps: tuple[tuple[date, int], ...]


def draw(lines: Sequence[Line], *, until: date, goal: int, goal_words: str, width: int) -> SafeString:
    """Draw two series as steps up to the day `until`, and the goal as a line across."""
    import vl_convert  # slow import

    values: list[dict[str, Any]] = []
    for line, name in zip(lines, SERIES, strict=True):
        last = line.steps[-1][1]
        for day, count in (*line.steps, (until, last)):
            values.append({"day": day.isoformat(), "count": count, "series": name})
    svg = vl_convert.vegalite_to_svg(
        _spec(values, lines=lines, goal=goal, goal_words=goal_words, width=width), vl_version=_VERSION
    )
    return mark_safe(svg.replace(' aria-hidden="true"', ""))  # noqa: S308 - drawn from numbers and escaped words


def _spec(
    values: list[dict[str, Any]], *, lines: Sequence[Line], goal: int, goal_words: str, width: int
) -> dict[str, Any]:
    """Write the picture as Vega-Lite: the goal beneath, the steps, and the words at the end of each line."""
    font = 13 if width >= WIDE else 11
    return {
        "width": width - 50,
        "height": 260 if width >= WIDE else 220,
        "background": None,
        "padding": 8,
        "config": {
            "view": {"stroke": None},
            "axis": {"labelFontSize": font, "domainColor": GRID, "tickColor": GRID},
        },
        "layer": [
            _goal(goal, goal_words, font),
            _steps(values, ticks=6 if width >= WIDE else 3),
            _ends(values, lines, font),
        ],
    }


def _steps(values: list[dict[str, Any]], *, ticks: int) -> dict[str, Any]:
    axis = {"format": "%Y-%m", "tickCount": ticks, "grid": False, "labelAngle": 0}
    heights = {"gridColor": GRID, "tickCount": 5, "tickMinStep": 1}
    dash = {"domain": SERIES, "range": [[1, 0], [7, 4]]}
    return {
        "data": {"values": values},
        "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 3},
        "encoding": {
            "x": {**_DAY, "axis": axis},
            "y": {**_COUNT, "axis": heights},
            "color": _COLOUR,
            "strokeDash": {"field": "series", "scale": dash, "legend": None},
        },
    }


def _ends(values: list[dict[str, Any]], lines: Sequence[Line], font: int) -> dict[str, Any]:
    ends = []
    for line, name in zip(lines, SERIES, strict=True):
        last = [value for value in values if value["series"] == name][-1]
        ends.append({**last, "words": line.words})
    mark = {"type": "text", "align": "right", "baseline": "bottom", "dy": -6, "fontSize": font}
    return {
        "data": {"values": ends},
        "mark": {**mark, "fontWeight": 600},
        "encoding": {"x": _DAY, "y": _COUNT, "text": {"field": "words"}, "color": _COLOUR},
    }


def _goal(goal: int, words: str, font: int) -> dict[str, Any]:
    text = {"type": "text", "align": "left", "baseline": "bottom", "x": 4, "dy": -3, "fontSize": font}
    return {
        "data": {"values": [{"count": goal, "words": words}]},
        "encoding": {"y": _COUNT},
        "layer": [
            {"mark": {"type": "rule", "color": MARK, "strokeDash": [2, 3]}},
            {"mark": text, "encoding": {"text": {"field": "words"}}},
        ],
    }
