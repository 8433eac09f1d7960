# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where an officer is reached by e-mail, and in which language: set by the officer, or by an administrator."""

from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from longbien.actions.access import Role, require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction
from longbien.texts import LANGUAGES

VERB: Final = "people.contact"


def set_contact(*, node: Node, actor: Officer, officer: Officer, email: str, language: str = "") -> None:
    """Set an officer's address (empty: no e-mail) and language (empty: English).

    UsageError `people.email`, `people.language`; RefusedError `people.not_permitted`, `people.contact_own`.
    """
    require(actor, VERB)
    if actor.pk != officer.pk and Role.OPERATOR not in actor.roles():
        raise RefusedError("people.contact_own")
    email = email.strip()
    if email:
        try:
            validate_email(email)
        except ValidationError as error:
            raise UsageError("people.email", email=email[:80]) from error
    if language and language not in LANGUAGES:
        raise UsageError("people.language", language=language[:20], known=", ".join(LANGUAGES))
    with write_transaction():
        officer.email, officer.language = email, language
        officer.save(update_fields=["email", "language"])
        facts: dict[str, JsonInput] = {
            "officer": officer.role_id,
            "reached": bool(email),
            "language": language,
        }
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=node.clock())
