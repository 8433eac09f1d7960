# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What `benchmarks.register` runs inside the node's folder, as a process of its own: `python -m benchmarks.register_side WORD …`."""

import csv
import json
import os
import resource
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longbien.site.settings")
django.setup()

from django.contrib.sessions.backends.db import SessionStore  # noqa: E402 - Django first
from django.db import connection, transaction  # noqa: E402

from benchmarks.exchange_side import trust  # noqa: E402
from benchmarks.register_rows import rows  # noqa: E402
from longbien.actions.cooperation.burning.screen import burning  # noqa: E402
from longbien.actions.cooperation.drafts.draft import draft  # noqa: E402
from longbien.actions.cooperation.drafts.submit import submit  # noqa: E402
from longbien.actions.cooperation.pages.inbox import listed_requests  # noqa: E402
from longbien.actions.cooperation.register.filters import filters  # noqa: E402
from longbien.actions.exchange.propose import approve  # noqa: E402
from longbien.actions.node import current_node  # noqa: E402
from longbien.core.base.ids import PartyId  # noqa: E402
from longbien.store import models  # noqa: E402
from longbien.store.writing import write_transaction  # noqa: E402
from tools.crossing import FIELDS  # noqa: E402

AT_ONCE = 2000
REAL = 60


def fill(count: str, entry: str, beside: str) -> None:
    """Fill the register; print what it took and a session for the pages."""
    begin = time.perf_counter()
    trust(entry)
    officers = [officer("duty", "duty-officer"), officer("approver", "approver")]
    real = _real(officers)
    now = current_node().clock()
    with Path(beside, "register.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        coming = rows(int(count) - real, now)
        while chunk := list(islice(coming, AT_ONCE)):
            with write_transaction():
                _keep(chunk)
            lines.writerows(made.line for made in chunk)
    with connection.cursor() as cursor, suppress(NotImplementedError):
        cursor.execute("ANALYZE")
    _plain(Path(beside))
    print(
        json.dumps(
            {
                "requests": models.Request.objects.count(),
                "real_acts": real,
                "seconds": round(time.perf_counter() - begin, 1),
                "session": session(officers[0]),
            }
        )
    )


def verbs(asked: str) -> None:
    """Time the verbs beneath the pages, in this process."""
    node, officer = current_node(), models.Officer.objects.get(username="duty")
    found = {}
    for name, given in json.loads(asked).items():
        call: Callable[[], object]
        if name == "burning":
            call = lambda: burning(node=node, actor=officer)  # noqa: E731
        else:
            page = int(given.pop("page", 1))
            narrowed = filters(**given)
            call = lambda narrowed=narrowed, page=page: listed_requests(  # noqa: E731
                node=node, actor=officer, asked=narrowed, page=page
            )
        found[name] = _timed(call, 40)
    peak = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
    print(json.dumps({"verbs": found, "peak_mib": peak}))


def plain(beside: str, asked: str) -> None:
    """Time what one would use instead of a register: LIKE over a table without indexes, in SQLite."""
    file = sqlite3.connect(Path(beside, "plain.sqlite3"))
    words = "SELECT * FROM requests WHERE text LIKE ? OR reference LIKE ? OR id LIKE ? ORDER BY due, reference LIMIT 50"
    found = {}
    for text in json.loads(asked):
        like = f"%{text}%"
        found[text] = _timed(lambda like=like: file.execute(words, [like, like, like]).fetchall(), 5)
    listing = "SELECT * FROM requests WHERE state NOT IN ('closed','withdrawn','discarded','draft') ORDER BY due LIMIT 50"
    found["list"] = _timed(lambda: file.execute(listing).fetchall(), 5)
    print(json.dumps(found))


def _real(officers: list[Any]) -> int:
    """Send some requests as officers do: drafted, checked, approved, signed, sealed and logged."""
    for number in range(REAL):
        kind = "preservation" if number % 2 else "stored-data"
        send(officers, "VN", kind, {"reference": f"REAL-2026/{number}"})
    return REAL


def send(officers: list[Any], partner: str, kind: str, more: dict[str, str]) -> None:
    """Send a request as officers do: the first drafts and submits, the second approves."""
    node, (duty, approver) = current_node(), officers
    raw = {**FIELDS[kind], **more}
    kept = draft(node=node, actor=duty, form_id=kind, partner=PartyId(partner), raw=raw)  # type: ignore[arg-type]
    waits = submit(node=node, actor=duty, request_id=kept.request_id)
    approve(node=node, actor=approver, proposal=models.Proposal.objects.get(pk=waits.proposal))


def _keep(chunk: list[Any]) -> None:
    """Keep some rows with their words and one small act each: the tables that a list reads are full, too."""
    with transaction.atomic():
        models.Request.objects.bulk_create(made.row for made in chunk)
        kept = models.RequestWords.objects.bulk_create(
            models.RequestWords(request_id=made.row.request_id, mark="filled") for made in chunk
        )
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                words = "UPDATE longbien_requestwords SET outline = array_to_tsvector(%s), whole = array_to_tsvector(%s) WHERE id = %s"
                pairs = zip(kept, chunk, strict=True)
                cursor.executemany(
                    words, [[list(one.outline), list(one.whole), row.pk] for row, one in pairs]
                )
            else:
                for name in ("outline", "whole"):
                    words = f"INSERT INTO request_words_{name} (rowid, words) VALUES (%s, %s)"
                    pairs = zip(kept, chunk, strict=True)
                    cursor.executemany(words, [[row.pk, " ".join(getattr(one, name))] for row, one in pairs])
        models.Act.objects.bulk_create(_act(made.row) for made in chunk if made.row.state != "draft")
        models.Proposal.objects.bulk_create(
            models.Proposal(
                kind=f"request.{made.row.kind}",
                recipient=made.row.partner,
                thread=made.row.request_id,
                body=b"{}",
                state="open" if made.row.state == "draft" and number % 20 == 0 else "made",
                proposed_at=made.row.created_at,
            )
            for number, made in enumerate(chunk)
            if made.row.direction == "outgoing"
        )


def _act(row: Any) -> Any:
    return models.Act(
        act_id=row.request_id,
        direction=models.Act.RECEIVED if row.direction == "incoming" else models.Act.MADE,
        partner=row.partner,
        kind=f"request.{row.kind}",
        thread=row.request_id,
        digest=row.request_id * 2,
        envelope=b"",
        sign_keys="",
        act_time=row.created_at,
        recorded_at=row.created_at,
        outcome="stored",
        leaf_index=0,
    )


def _plain(beside: Path) -> None:
    with (
        sqlite3.connect(beside / "plain.sqlite3") as file,
        (beside / "register.csv").open(encoding="utf-8") as lines,
    ):
        file.execute("CREATE TABLE requests (id, reference, partner, kind, state, urgency, text, due)")
        filled = (chain(line, [line[0]]) for line in csv.reader(lines))
        file.executemany("INSERT INTO requests VALUES (?,?,?,?,?,?,?,?)", (list(line) for line in filled))


def officer(name: str, role: str) -> Any:
    """Make an officer with one role."""
    node = current_node()
    made = models.Officer.objects.create_user(name, role_id=f"at-{name}-1")
    made.grants.create(role=role, granted_by="benchmark", granted_at=node.clock())
    return made


def session(who: Any) -> str:
    """Sign the officer in, as the page of signing in does."""
    kept = SessionStore()
    kept["_auth_user_id"] = str(who.pk)
    kept["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    kept["_auth_user_hash"] = who.get_session_auth_hash()
    kept.save()
    return str(kept.session_key)


def _timed(call: Callable[[], object], times: int) -> dict[str, float]:
    call()
    walls = []
    for _ in range(times):
        begin = time.perf_counter()
        call()
        walls.append((time.perf_counter() - begin) * 1e3)
    walls.sort()
    return {
        "p50_ms": round(statistics.median(walls), 2),
        "p95_ms": round(walls[max(0, -(-len(walls) * 95 // 100) - 1)], 2),
    }


WORDS: dict[str, Callable[..., None]] = {"fill": fill, "verbs": verbs, "plain": plain}

if __name__ == "__main__":
    WORDS[sys.argv[1]](*sys.argv[2:])
