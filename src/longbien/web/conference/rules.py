# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules of procedure on pages, open to everybody: which sets there are, every value with its source, what differs between two sets."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from longbien.actions.conference.rules.words import Shown, coded, compared, shown
from longbien.core.base.described import described
from longbien.core.base.errors import RefusedError
from longbien.core.conference.rules.load import DEFAULT_PROFILE, profiles, rule_set, rules_json, variants
from longbien.core.conference.rules.nodes import Variant
from longbien.core.conference.rules.sources import confidences, sources
from longbien.core.conference.rules.values import RuleSet, RuleValue
from longbien.web.base.guard import public

_OTHER: Final = "ga-committee"
"""The set that a comparison begins with beside the default, so that a first look shows something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The values of one section of the rules, each raw and in words."""

    name: str
    words: str
    rows: tuple[tuple[RuleValue, Shown], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """An open point in a form: its options and the one that is chosen (none: as in the profile)."""

    variant: Variant
    field: str
    chosen: str


@public
def rules_page(request: HttpRequest) -> HttpResponse:
    """List the profiles and the open points, and offer a comparison."""
    context = {
        "profiles": profiles(),
        "variants": variants(),
        "sources": sources().values(),
        "confidences": [(coded(_language(), f"sure_{name}"), words) for name, words in confidences().items()],
        **_forms(QueryDict(), DEFAULT_PROFILE, _OTHER),
    }
    return render(request, "longbien/conference/rules.html", context)


@public
def rules_show(request: HttpRequest, profile: str) -> HttpResponse:
    """Show every value of a set, with the options that the address names (`?quorum_base=participating`)."""
    try:
        found = rule_set(profile, _choices(request.GET, ""))
    except RefusedError as error:
        return _refused(request, error)
    context = {
        "rules": found,
        "sections": tuple(_sections(found)),
        "choosing": _choosing(request.GET, ""),
        "chosen": found.chosen,
        "fallbacks": sum(one.fallback for one in found.values.values()),
        "file": f"{reverse('conference_rules_file', args=(profile,))}?{request.GET.urlencode()}",
    }
    return render(request, "longbien/conference/rules_show.html", context)


@public
def rules_file(request: HttpRequest, profile: str) -> HttpResponse:
    """Give a set as JSON: what a conference keeps of it, and all its values with sources."""
    try:
        found = rule_set(profile, _choices(request.GET, ""))
    except RefusedError as error:
        return _refused(request, error)
    value = {"set": rules_json(found), "title": found.title, "values": described(list(found.values.values()))}
    response = JsonResponse(value, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = f'attachment; filename="rules-{found.id}.json"'
    return response


@public
def rules_compare(request: HttpRequest) -> HttpResponse:
    """Say what differs between the sets `a` and `b`, each a profile with options of its own (`a_tie_rule=...`)."""
    asked = request.GET
    first, second = asked.get("a", DEFAULT_PROFILE)[:60], asked.get("b", _OTHER)[:60]
    try:
        a, b = rule_set(first, _choices(asked, "a_")), rule_set(second, _choices(asked, "b_"))
    except RefusedError as error:
        return _refused(request, error)
    context = {
        "a": a,
        "b": b,
        "differences": compared(_language(), a, b),
        **_forms(asked, first, second),
    }
    return render(request, "longbien/conference/rules_compare.html", context)


def _forms(asked: QueryDict, first: str, second: str) -> dict[str, object]:
    """Give what the form of a comparison shows: both profiles and the options of each."""
    return {
        "all": profiles(),
        "first": first,
        "second": second,
        "sides": (
            ("a", first, _choosing(asked, "a_"), bool(_choices(asked, "a_"))),
            ("b", second, _choosing(asked, "b_"), bool(_choices(asked, "b_"))),
        ),
    }


def _choices(asked: QueryDict, prefix: str) -> dict[str, str]:
    """Read the options that an address names; a field of no open point is none of ours."""
    named = ((one.id, asked.get(f"{prefix}{one.id}", "")[:60]) for one in variants())
    return {name: option for name, option in named if option}


def _choosing(asked: QueryDict, prefix: str) -> tuple[Choosing, ...]:
    return tuple(
        Choosing(variant=one, field=f"{prefix}{one.id}", chosen=asked.get(f"{prefix}{one.id}", ""))
        for one in variants()
    )


def _sections(rules: RuleSet) -> Iterator[Section]:
    """Put the values into their sections, in the order of the data."""
    names = dict.fromkeys(path.partition(".")[0] for path in rules.values)
    for name in names:
        held = (one for path, one in rules.values.items() if path.partition(".")[0] == name)
        yield Section(
            name=name,
            words=coded(_language(), f"section_{name}"),
            rows=tuple((one, shown(_language(), one)) for one in held),
        )


def _refused(request: HttpRequest, error: RefusedError) -> HttpResponse:
    """Say which profile, open point or option there is not."""
    context = {"error": error, **_forms(QueryDict(), DEFAULT_PROFILE, _OTHER)}
    return render(request, "longbien/conference/rules_refused.html", context, status=404)


def _language() -> str:
    return get_language() or "en"
