# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What `benchmarks.law_search` runs inside the node's folder: fill the library, search it, and search by LIKE beside it."""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longbien.site.settings")
django.setup()

from django.db import connection  # noqa: E402 - Django first

from benchmarks.law_search_rows import LANGUAGES, provisions  # noqa: E402
from benchmarks.measure import peak_memory_mib  # noqa: E402
from longbien.actions.law.library.keep import LawText, keep_version  # noqa: E402
from longbien.actions.law.library.search import Narrowed, search  # noqa: E402
from longbien.actions.node import current_node  # noqa: E402
from longbien.core.base.ids import PartyId  # noqa: E402
from longbien.core.law.versions.facts import LawFacts, VersionFacts  # noqa: E402
from longbien.store import models  # noqa: E402

LAWS = 20
ROUNDS = 15
QUESTIONS: dict[str, tuple[str, Narrowed]] = {
    "two words, English": ("electronic evidence", Narrowed()),
    "one word in very many": ("data", Narrowed()),
    "Vietnamese without its signs": ("dẫn độ".translate(str.maketrans("ẫộ", "ao")), Narrowed()),
    "Vietnamese": ("chứng cứ điện tử", Narrowed()),
    "Arabic": ("الأدلة الإلكترونية", Narrowed()),
    "Russian": ("электронные доказательства", Narrowed()),
    "Chinese": ("电子证据", Narrowed()),
    "Chinese, a long run": ("联合国打击网络犯罪公约", Narrowed()),
    "French": ("données électroniques", Narrowed()),
    "Spanish, words in a row": ('"cadena de custodia"', Narrowed()),
    "one State": ("data", Narrowed(state="VN")),
    "one law": ("data", Narrowed(law="AT/L00")),
    "one language": ("extradition", Narrowed(language="fr")),
    "every version": ("electronic evidence", Narrowed(every=True)),
    "the commonest word": ("", Narrowed()),
    "nothing like it": ("zzzzqqq", Narrowed()),
}


def main(count: int) -> None:
    """Fill and measure; print one line of JSON."""
    node = current_node()
    officer = models.Officer.objects.create(username="clerk", role_id="at-clerk")
    officer.grants.create(role="law-officer", granted_at=node.clock(), granted_by=officer)
    begin, common = time.perf_counter(), ""
    for number in range(LAWS):
        language = LANGUAGES[number % len(LANGUAGES)]
        made = tuple(provisions(f"L{number:02}", language, count // LAWS, number))
        if number == 0:
            common = max(made[0].text.split(), key=made[0].text.split().count).strip(".")
        keep_version(
            node=node,
            actor=officer,
            law=LawFacts(
                state=PartyId("VN" if number % 2 else "AT"),
                code=f"L{number:02}",
                title=f"Law {number}",
                language=language,
                kind="act",
            ),
            version=VersionFacts(source="made up", in_force_from=date(2020, 1, 1)),
            text=LawText(provisions=made),
        )
    filled = round(time.perf_counter() - begin, 1)
    asked = {name: (text or common, within) for name, (text, within) in QUESTIONS.items()}
    found: dict[str, Any] = {
        "provisions": models.LawProvision.objects.count(),
        "filled_in_s": filled,
        "searches": [
            {
                "search": name,
                **timed(
                    lambda text=text, within=within: (
                        search(text, node=node, actor=officer, within=within).total
                    )
                ),
            }  # type: ignore[misc] # default values of a lambda
            for name, (text, within) in asked.items()
        ],
        "like": [
            {"search": name, **timed(lambda text=text: like(text))}  # type: ignore[misc] # the same
            for name, (text, _) in asked.items()
        ],
        "peak_mib": peak_memory_mib(),
        "load_average": round(os.getloadavg()[0], 1),
    }
    print(json.dumps(found, ensure_ascii=False))


def timed(call: Callable[[], int]) -> dict[str, Any]:
    """Call a few times; wall time in ms (p50, p95), CPU time, how many were found."""
    walls, hits = [], call()
    cpu = time.process_time()
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        call()
        walls.append((time.perf_counter() - begin) * 1e3)
    spent = (time.process_time() - cpu) * 1e3 / ROUNDS
    return {
        "hits": hits,
        "p50_ms": round(statistics.median(walls), 1),
        "p95_ms": round(statistics.quantiles(walls, n=20)[18], 1),
        "cpu_ms": round(spent, 1),
    }


def like(text: str) -> int:
    """Search as one would without an index: every row looked through for the text as typed, at most 1,000 given."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM longbien_lawprovision WHERE heading LIKE %s OR text LIKE %s LIMIT 1000",
            [f"%{text.strip(chr(34))}%"] * 2,
        )
        return len(cursor.fetchall())


if __name__ == "__main__":
    main(int(sys.argv[1]))
