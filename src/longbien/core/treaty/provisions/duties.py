# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One provision of the Convention as a duty: who must (or may) do what, in this project's own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from longbien.core.treaty.provisions.citation import ProvisionId, article_of, cite, cite_short
from longbien.core.treaty.provisions.clauses import (
    Actor,
    Component,
    Deadline,
    Elements,
    Ground,
    Modality,
    Notice,
    Register,
    Required,
    ReservationClause,
    Threshold,
)

KINDS: Final = (
    *("criminalise", "procedural_power", "safeguard", "cooperate", "designate"),
    *("notify", "prevent", "assist", "govern", "final"),
)
"""What sort of work a duty is."""
CONFIDENCE: Final = ("high", "medium", "low")
"""How sure the data are of a provision, best first."""
OPTIONS: Final = ("additional_element", "exclusion", "extension", "narrowing")
"""What a State may do to an offence."""
PROHIBITED: Final = ("bank_secrecy", "fiscal_matters")
"""Grounds on which nothing may be refused."""
MARKS: Final = (
    *(
        "assistance_type",
        "assistance_category",
        "excludes_liability",
        "confidentiality",
        "conditions_possible",
    ),
    *("authorization_required", "treaty_basis", "aut_dedere_aut_judicare", "spontaneous_information"),
    "exclusive_list",
)
"""What a provision is in one word."""
FACTS: Final[Mapping[str, tuple[str, ...] | None]] = MappingProxyType(
    {
        "subject_to": None,
        "checklist": None,
        "applies_to": ("domestic", "requested_state_execution"),
        "cooperation_scope": ("all_measures", "electronic_evidence"),
        "dual_criminality": ("conduct_test", "required", "optional_ground", "not_required"),
        "jurisdiction_basis": (
            *("territory", "flag_or_registration", "passive_personality", "active_personality"),
            *("laundering_effects", "protective", "aut_dedere_aut_judicare", "presence"),
        ),
        "channel": None,
        "must_consult_before": None,
        "conditions": None,
        "use_limitation": ("speciality",),
        "postponement_ground": None,
        "availability": ("24/7",),
        "languages": ("ar", "zh", "en", "fr", "ru", "es"),
        "form": ("written_record", "electronic", "authenticity", "security"),
        "form_language": None,
        "form_oral": None,
        "costs_ordinary": ("requested",),
        "costs_extraordinary": ("consult",),
        "costs_deductible": None,
        "majority_first": ("consensus",),
        "majority_last_resort": ("two_thirds_of_states_parties_present_and_voting",),
        "voting_organization": None,
        "default_regime_paragraphs": None,
        "default_regime_when": None,
    }
)
"""What else a provision may say: each fact with its closed list of values, or None for a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One paragraph or item. `text` is a paraphrase and is always shown as one.

    `nuance` is the treaty's verb where it is none of the modalities (encouraged). `see`: provisions it refers to.
    `required` and `required_for`: when it belongs into a request, if it is an item of one, and for which kind.
    """

    id: ProvisionId
    text: str
    modality: Modality
    nuance: str | None
    actor: Actor
    actor_note: str | None
    kind: str
    confidence: str
    note: str | None
    term: str | None
    see: tuple[ProvisionId, ...]
    marks: tuple[str, ...]
    facts: Mapping[str, tuple[str, ...]]
    elements: Elements | None
    option: str | None
    threshold: Threshold | None
    deadline: Deadline | None
    notice: Notice | None
    register: Register | None
    reservation: ReservationClause | None
    grounds: tuple[Ground, ...]
    prohibited_ground: str | None
    components: tuple[Component, ...]
    required: Required | None
    required_for: ProvisionId | None

    @property
    def article(self) -> int:
        """Give the number of its article."""
        return article_of(self.id)

    @property
    def cite(self) -> str:
        """Cite it in full: `Article 40, paragraph 15 (c)`."""
        return cite(self.id)

    @property
    def cite_short(self) -> str:
        """Cite it briefly: `40(15)(c)`."""
        return cite_short(self.id)

    @property
    def doubtful(self) -> bool:
        """Tell whether it is to be confirmed against the official text before anybody relies on it."""
        return self.confidence != CONFIDENCE[0]
