# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many writers at once: batches follow one another, and no two requests are cosigned from one state."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from longbien.actions.log.append import append, open_log
from longbien.actions.log.audit import audit_logs
from longbien.actions.log.witness import WitnessAnswer, answer_add_checkpoint
from longbien.core.log.witness import AddCheckpoint, print_add_checkpoint
from longbien.store.models.log import WitnessedCheckpoint
from longbien.store.queries.witness import find_witnessed
from longbien.store.writing import write_transaction
from tests.actions.log.test_append import SIGNER, some
from tests.actions.log.test_witness import LEAVES, OURS, THEIRS, TREE, WITNESS, find_log
from tests.authority import NOW
from tests.logs import signed

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS = 6


def together(work: Callable[[int], None]) -> None:
    """Let some threads start at the same moment; raise what any of them raised."""
    start, failed = threading.Barrier(WRITERS), []

    def run(number: int) -> None:
        try:
            start.wait()
            work(number)
        except Exception as error:  # noqa: BLE001
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_batches_of_many_threads_follow_one_another() -> None:
    open_log(NOW, SIGNER)
    taken: list[int] = []

    def work(number: int) -> None:
        for batch in range(5):
            with write_transaction():
                taken.extend(append(some(7, number * 1000 + batch * 7), NOW, SIGNER).indexes)

    together(work)
    assert sorted(taken) == list(range(WRITERS * 5 * 7))
    audit = audit_logs([SIGNER.keys])[0]
    assert audit.tree.is_sound
    assert audit.tree.checkpoints == WRITERS * 5 + 1


def test_of_many_requests_from_one_state_one_is_cosigned() -> None:
    open_log(NOW, OURS)
    bodies = [
        print_add_checkpoint(AddCheckpoint(old=0, path=(), signed=signed(LEAVES[: 10 + number], THEIRS)))
        for number in range(WRITERS)
    ]
    answers: list[WitnessAnswer] = []

    def work(number: int) -> None:
        answers.append(
            answer_add_checkpoint(bodies[number], NOW, find_log=find_log, witness=WITNESS, signer=OURS)
        )

    together(work)
    assert sorted(answer.status for answer in answers) == [200] + [409] * (WRITERS - 1)
    state = find_witnessed(THEIRS.origin)
    assert state is not None
    assert state.root == TREE.root(state.size)
    assert {answer.body for answer in answers if answer.status == 409} == {f"{state.size}\n".encode()}
    assert WitnessedCheckpoint.objects.count() == 1
