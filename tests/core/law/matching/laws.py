# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small law of no State, for tests of the mapping: its provisions and what each is about (0: nothing of the Convention)."""

from longbien.core.law.provisions.provision import Provision

_ROWS: tuple[tuple[str, int, str, str], ...] = (
    ("A:1", 0, "Short title", "This law may be called after the bridge over the river."),
    ("A:2", 0, "Weights and measures", "Bread is sold by weight. The inspector of markets tests the scales."),
    ("A:3", 0, "Bees", "A keeper of bees registers each hive with the parish before the first of May."),
    (
        "A:4",
        19,
        "Attempt",
        "A person who attempts to commit an offence, or aids, abets or incites another, is punished as the author.",
    ),
    (
        "A:5",
        20,
        "Limitation",
        "No prosecution may be begun after six years from the day on which the offence was committed; the period is suspended while the accused is out of reach.",
    ),
    ("A:6", 0, "Ferries", "The ferry crosses at dawn and at dusk. Cattle pay half."),
    (
        "A:7",
        7,
        "Hacking",
        "Whoever gains unauthorised access to a computer system, bypassing a security measure, commits an offence and is liable to imprisonment.",
    ),
    (
        "A:8",
        8,
        "Interception",
        "Whoever unlawfully intercepts by technical means a non-public transmission of data commits an offence and is liable to imprisonment.",
    ),
    (
        "A:9",
        9,
        "Damage to data",
        "Whoever deletes, alters or suppresses computer data without authority commits an offence and is liable to imprisonment.",
    ),
    ("A:10", 0, "Fishing", "Nets narrower than a thumb are forbidden from March to June."),
    ("B:1", 0, "Roads", "The parish mends the road each autumn; carts give way to carriages."),
    (
        "B:2",
        28,
        "Search and seizure",
        "A magistrate who has reasonable grounds may issue a search warrant to enter premises and seize a computer, a data storage medium or a copy of data.",
    ),
    (
        "B:3",
        25,
        "Preservation",
        "An officer may order by written notice that a person preserve specified computer data, including traffic data, for ninety days so that they are not lost.",
    ),
    ("B:4", 0, "Bridges", "Nobody fishes from the bridge on market days."),
    (
        "B:5",
        37,
        "Extradition",
        "A fugitive offender is surrendered on the request of a foreign State if the offence is extraditable in both States.",
    ),
    ("B:6", 0, "Orchards", "Apples that fall beyond the hedge belong to the neighbour."),
)

LAW: tuple[Provision, ...] = tuple(
    Provision(id=place, heading=heading, text=text) for place, _, heading, text in _ROWS
)
ABOUT: dict[int, str] = {article: place for place, article, _, _ in _ROWS if article}
"""The one provision of the law for each article that it gives effect to."""
