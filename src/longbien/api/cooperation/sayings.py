# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that can be said in the thread of a request, as one table: a name and the verb of the desk. What a verb takes is its own signature."""

import inspect
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Annotated, Any, Final, get_type_hints

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import AwareDatetime, Field, create_model

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.ask import ask
from longbien.actions.cooperation.answers.close import close
from longbien.actions.cooperation.answers.consult import consult, give_views
from longbien.actions.cooperation.answers.decide_measure import decide_measure
from longbien.actions.cooperation.answers.dispute import answer_dispute, raise_dispute, settle_dispute
from longbien.actions.cooperation.answers.execute_answer import execute_answer
from longbien.actions.cooperation.answers.extend import extend
from longbien.actions.cooperation.answers.inform import inform
from longbien.actions.cooperation.answers.preserve import preserve
from longbien.actions.cooperation.answers.return_for_defects import return_for_defects
from longbien.actions.cooperation.answers.status import ask_status, report_progress
from longbien.actions.cooperation.answers.use import answer_use, ask_use
from longbien.actions.cooperation.answers.withdraw import withdraw
from longbien.actions.cooperation.say import Spoken
from longbien.actions.node import current_node
from longbien.api.callers import SAY, officer_for
from longbien.api.cooperation.shapes import RequestId, Said
from longbien.api.problems import REFUSALS
from longbien.core.base.canonical import Json
from longbien.core.base.described import described

router = Router(tags=["say"])

VERBS: Final[Mapping[str, Callable[..., Spoken | tuple[Spoken, ...]]]] = MappingProxyType(
    {
        "acknowledge": acknowledge,
        "return": return_for_defects,
        "ask": ask,
        "inform": inform,
        "preserve": preserve,
        "decide": decide_measure,
        "execute": execute_answer,
        "extend": extend,
        "withdraw": withdraw,
        "close": close,
        "consult": consult,
        "give-views": give_views,
        "ask-status": ask_status,
        "report-progress": report_progress,
        "ask-use": ask_use,
        "answer-use": answer_use,
        "raise-dispute": raise_dispute,
        "answer-dispute": answer_dispute,
        "settle-dispute": settle_dispute,
    }
)
"""What a program may say; the words are those of `longbien request`."""
_NOT_SAID: Final = frozenset({"node", "actor", "request_id"})
_LONGEST: Final = 20_000
_MOST: Final = 200


def body_of(name: str) -> type[Schema]:
    """Make the shape of what a verb takes from its signature: texts and lists bounded, moments with their offset."""
    verb = VERBS[name]
    hints = get_type_hints(verb)
    members: dict[str, Any] = {}
    for given in inspect.signature(verb).parameters.values():
        if given.name not in _NOT_SAID:
            default = ... if given.default is inspect.Parameter.empty else given.default
            members[given.name] = (_member(hints[given.name]), default)
    return create_model("".join(part.title() for part in name.split("-")), __base__=Schema, **members)


def _member(hint: Any) -> Any:
    """Bound a member: what is longer, or has no offset, is refused before the verb sees it."""
    if hint is str:
        return Annotated[str, Field(max_length=_LONGEST)]
    if hint is datetime:
        return AwareDatetime
    if hint == (datetime | None):
        return AwareDatetime | None
    origin = getattr(hint, "__origin__", None)
    if origin is not None and issubclass(origin, Mapping):
        return dict[str, Any]
    if (origin is not None and issubclass(origin, inspect.getmro(list)[0] | tuple)) or "Sequence" in str(
        origin
    ):
        return Annotated[list[hint.__args__[0]], Field(max_length=_MOST)]
    return hint


def _add(name: str, verb: Callable[..., Spoken | tuple[Spoken, ...]]) -> None:
    """Give a verb its address."""

    def say(request: HttpRequest, request_id: RequestId, given: Any) -> list[Json]:
        officer = officer_for(request, SAY)
        values = {member: getattr(given, member) for member in type(given).model_fields}
        spoken = verb(node=current_node(), actor=officer, request_id=request_id, **values)
        return [described(one) for one in (spoken if isinstance(spoken, tuple) else (spoken,))]

    say.__annotations__["given"] = body_of(name)
    say.__doc__ = (inspect.getdoc(verb) or name).split("\n\n")[0]
    address = f"/requests/{{request_id}}/{name}"
    router.post(
        address,
        response={200: list[Said], **REFUSALS},
        operation_id=f"say_{name.replace('-', '_')}",
        summary=name.replace("-", " ").capitalize(),
    )(say)


for _name, _verb in VERBS.items():
    _add(_name, _verb)
