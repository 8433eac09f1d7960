# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is missing from a request, by the Convention, by a template, by the requested State; and what does not fit together."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.checks.draft import Draft, Found
from longbien.core.cooperation.forms.values import Contact

HOUSE: Final = "house"
"""The mark of a source that is ours: the Convention names the matter, that it must be filled in is our choice."""
_PAPERS: Final = {"authorisation": "authorisation_document", "warrant_detail": "warrant"}
"""What is named in words, and the paper that shows it."""


def missing(draft: Draft) -> Iterator[Found]:
    """Name the needed fields that are empty and that the Convention itself asks for."""
    return _empty(draft, of_convention=True)


def missing_by_template(draft: Draft) -> Iterator[Found]:
    """Name the needed fields that are empty and that only templates or practice ask for."""
    return _empty(draft, of_convention=False)


def _empty(draft: Draft, *, of_convention: bool) -> Iterator[Found]:
    for field in draft.form.fields.values():
        refs = [source.ref for source in field.sources]
        asked_by_article = any(ref[:1].isdigit() for ref in refs) and HOUSE not in refs
        if field.id not in draft.values and asked_by_article is of_convention and field.needed(draft.values):
            yield field.id, {"label": field.label}


def basis_none(draft: Draft) -> Iterator[Found]:
    """Find a draft without legal basis."""
    if draft.values.get("legal_basis") == "none-yet":
        yield "legal_basis", {}


def language_not_accepted(draft: Draft) -> Iterator[Found]:
    """Find a request in no language that the requested State accepts."""
    given = {str(draft.values[name]) for name in ("language", "translation_language") if name in draft.values}
    accepted = {language.split("-")[0] for language in draft.languages}
    if accepted and given and not accepted & {language.split("-")[0] for language in given}:
        yield "language", {"accepted": ", ".join(draft.languages)}


def path_without_traffic(draft: Draft) -> Iterator[Found]:
    """Find a wish for the path of traffic data where no traffic data are to be preserved."""
    categories = draft.codes("data_categories")
    if draft.values.get("traffic_path") is True and categories and "traffic" not in categories:
        yield "traffic_path", {}


def other_authority(draft: Draft) -> Iterator[Found]:
    """Find a request to another authority than the one that the Convention names for this kind."""
    named = draft.values.get("requested_authority")
    if named is not None and named != draft.form.authority:
        yield "requested_authority", {"authority": vocabulary("AUTHORITY").label_of(draft.form.authority)}


def contact_hours(draft: Draft) -> Iterator[Found]:
    """Find a requesting authority without office hours or time zone."""
    contact = draft.values.get("requesting_authority")
    if isinstance(contact, Contact) and not (contact.office_hours and contact.time_zone):
        yield "requesting_authority", {}


def not_stored_data(draft: Draft) -> Iterator[Found]:
    """Find a request for stored data that does not ask for access to them."""
    assistance = draft.codes("assistance")
    if draft.form.id == "stored-data" and assistance and "40.3.d" not in assistance:
        yield "assistance", {}


def translation_same(draft: Draft) -> Iterator[Found]:
    """Find a translation into the language of the request itself."""
    given = draft.values.get("translation_language")
    if given is not None and given == draft.values.get("language"):
        yield "translation_language", {}


def paper_missing(draft: Draft) -> Iterator[Found]:
    """Find an authorisation that is named and not attached."""
    for name, paper in _PAPERS.items():
        if name in draft.values and paper in draft.form.fields and paper not in draft.values:
            yield paper, {"label": draft.label(paper)}


def preservation_unnamed(draft: Draft) -> Iterator[Found]:
    """Find a request for preserved traffic data that does not say which preservation it is about."""
    if draft.form.id == "traffic-data" and "previous_preservation" not in draft.values:
        yield "previous_preservation", {}


def like_case_unsaid(draft: Draft) -> Iterator[Found]:
    """Find a collection in real time that leaves open whether it would be ordered at home (Art. 45(2))."""
    if "like_case" in draft.form.fields and "like_case" not in draft.values:
        yield "like_case", {}


def undertakings_missing(draft: Draft) -> Iterator[Found]:
    """Find undertakings of Art. 40(10)-(11) that were left out."""
    given = draft.codes("transfer_undertakings")
    if given:
        known = vocabulary("TRANSFER-UNDERTAKING")
        for code in known.codes:
            if code not in given:
                yield "transfer_undertakings", {"undertaking": known.label_of(code)}


def missing_by_profile(draft: Draft) -> Iterator[Found]:
    """Name the fields, papers included, that the requested State's published requirements add."""
    implied = (
        ("dual_criminality", draft.asked.dual_criminality == "required"),
        ("maximum_penalty_years", draft.asked.minimum_years > 0),
        ("authoriser", bool(draft.asked.authorisers)),
    )
    for name in dict.fromkeys(chain(draft.asked.required_fields, (name for name, asked in implied if asked))):
        if name in draft.form.fields and name not in draft.values:
            yield name, {"label": draft.label(name)}


def authoriser_by_profile(draft: Draft) -> Iterator[Found]:
    """Find an authorisation by somebody whom the requested State does not accept for such data."""
    for code in draft.codes("authoriser"):
        if draft.asked.authorisers and code not in draft.asked.authorisers:
            known = vocabulary("AUTHORISER")
            accepted = "; ".join(known.label_of(one) for one in draft.asked.authorisers)
            yield "authoriser", {"accepted": accepted}


def penalty_by_profile(draft: Draft) -> Iterator[Found]:
    """Find an offence whose penalty lies below what the requested State asks for."""
    years, least = draft.number("maximum_penalty_years"), draft.asked.minimum_years
    if years is not None and years < least:
        yield "maximum_penalty_years", {"years": years, "least": least}


def channel_by_profile(draft: Draft) -> Iterator[Found]:
    """Tell by which channel the requested State wants such requests, if it is another one."""
    if draft.asked.channel not in ("", "node"):
        yield "", {"channel": vocabulary("RESPONSE-MEANS").label_of(draft.asked.channel)}
