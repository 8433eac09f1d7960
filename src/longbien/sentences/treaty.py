# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `treaty.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "treaty.about_nothing": _("%(row)s: a reservation names the articles that it is about."),
    "treaty.agreement_days": _("The agreement would end before it begins."),
    "treaty.agreement_request": _("There is no request %(request)s between the two States."),
    "treaty.agreement_state": _("The agreement %(agreement)s is not in a state in which this can be done."),
    "treaty.agreement_unknown": _("There is no agreement %(agreement)s between the two States."),
    "treaty.article_row": _("%(row)s: the Convention has no Article %(article)s."),
    "treaty.article_unknown": _("There is no Article %(article)s: the Convention has %(last)s articles."),
    "treaty.aside_brackets": _("a day in brackets: the page does not count it"),
    "treaty.aside_no_day": _("a statement of someone without a signature or instrument on the page"),
    "treaty.aside_no_target": _("an objection to a statement that was not found on the page"),
    "treaty.basis_code": _("There is no legal basis with the code %(basis)s."),
    "treaty.basis_computed": _(
        "That the Convention is in force is computed from the events of its status: only a suspension can be entered."
    ),
    "treaty.basis_days": _("The row would end (%(until)s) before it begins (%(since)s)."),
    "treaty.basis_decided": _("The row %(row)s has been confirmed or rejected already."),
    "treaty.basis_long": _("A text has at most %(limit)s characters."),
    "treaty.basis_name": _("Name the treaty or instrument."),
    "treaty.basis_no_treaty": _("%(basis)s is no treaty: it needs no row."),
    "treaty.basis_none": _("A request needs a legal basis."),
    "treaty.basis_pair": _("The row %(row)s is about another pair of States or another basis."),
    "treaty.basis_replaced": _("The row %(row)s has been replaced by a later one."),
    "treaty.basis_row": _("There is no row %(row)s that this could be done to."),
    "treaty.basis_source": _("Say on whose word, and how sure it is: %(known)s."),
    "treaty.basis_status": _("%(status)s is no status of a treaty. There are: %(known)s."),
    "treaty.basis_suspended": _(
        "%(basis)s is suspended between %(one)s and %(other)s on %(day)s (%(source)s): no new request can rest on it."
    ),
    "treaty.basis_unknown": _(
        "%(basis)s: nothing is known of it between %(one)s and %(other)s on %(day)s (%(table)s)."
    ),
    "treaty.before_adoption": _("%(row)s: %(day)s is before the Convention was adopted (%(adopted)s)."),
    "treaty.day_asked": _(
        "%(value)s is no day to ask about: write YYYY-MM-DD, from the adoption of the Convention on 24 December 2024 until 2199."
    ),
    "treaty.denounces_nothing": _("%(row)s: %(party)s has no instrument that it could denounce or withdraw."),
    "treaty.duty_unknown": _(
        "The Convention's data have no provision with the id %(duty)s (ids look like 40.15.c)."
    ),
    "treaty.event_twice": _("%(row)s: this event is there twice."),
    "treaty.event_unknown": _("There is no event %(event)s that could be replaced or struck out here."),
    "treaty.forecast_early": _("There is nothing to forecast on %(day)s: signature opened on %(opened)s."),
    "treaty.forecast_how": _(
        "For each of %(treaties)s comparable treaties: the days from its instrument number %(counted)s to its fortieth, added to this day; the shortest, the middle and the longest. Between dated points instruments are taken as evenly spread; treaties whose last dated point is below forty are carried on at their average pace."
    ),
    "treaty.forecast_limits": _(
        "It knows nothing of politics, of the European Union's timetable or of waves of deposits, and the present count is itself uncertain. The latest day is no bound. %(sooner)s of the %(treaties)s treaties had as many instruments in less time after their opening: the more of them, the more likely the band is too early."
    ),
    "treaty.forecast_needless": _(
        "The fortieth instrument was deposited on %(day)s: there is nothing left to forecast."
    ),
    "treaty.forecast_thin": _(
        "Only %(found)s comparable treaties are known; fewer than %(needed)s make no forecast."
    ),
    "treaty.member_first": _(
        "%(row)s: %(party)s can do this only after at least one of its member States has (Article 64, paragraphs 2 to 4)."
    ),
    "treaty.not_in_force": _(
        "%(basis)s is not in force between %(one)s and %(other)s on %(day)s (%(table)s; %(source)s)."
    ),
    "treaty.not_signed": _(
        "%(row)s: %(kind)s follows a signature, and none of %(party)s is known; a State that did not sign accedes."
    ),
    "treaty.one_state": _("A State sends no request to itself (%(state)s)."),
    "treaty.only_organisations": _(
        "%(row)s: only an organisation declares the extent of its competence; %(party)s is a State."
    ),
    "treaty.page_broken": _("The page cannot be read beyond line %(line)s: is it whole?"),
    "treaty.page_cells": _(
        "Row %(row)s has %(cells)s cells under %(columns)s headings, or a cell that is too long."
    ),
    "treaty.page_columns": _("The mapping does not know these columns: %(columns)s."),
    "treaty.page_count": _(
        "The page counts %(said)s %(counter)s, but its rows give %(rows)s: was it cut short?"
    ),
    "treaty.page_date": _('Row %(row)s (%(name)s): "%(text)s" is no day that the mapping knows.'),
    "treaty.page_day": _("The page does not say up to which day it is right: say it with --as-at."),
    "treaty.page_entities": _("The page declares a document type or entities; such pages are not read."),
    "treaty.page_mark": _(
        'Row %(row)s (%(name)s): the mapping does not know the mark "%(mark)s" here (case decides).'
    ),
    "treaty.page_name": _('Row %(row)s: "%(name)s" is the name of no participant that is known.'),
    "treaty.page_no_table": _("The page has no table with a column of participants and one of days."),
    "treaty.page_older": _(
        "The page is right up to %(day)s, and one that is right up to %(last)s counts already."
    ),
    "treaty.page_proposed": _("You (%(role)s) proposed this page; another treaty officer applies it."),
    "treaty.page_source": _("Say where the page comes from, in at most %(limit)s characters."),
    "treaty.page_too_much": _("The page has more than %(limit)s rows, lines or characters in a cell."),
    "treaty.page_truncated": _("The page ends before its table does: it was cut short."),
    "treaty.page_twice": _("Row %(row)s: %(name)s has a row already."),
    "treaty.participant_row": _("%(row)s: there is no participant with the code %(party)s."),
    "treaty.participant_unknown": _("There is no participant with the code %(party)s."),
    "treaty.press_binary": _("This is no text: a press report is plain text or HTML."),
    "treaty.press_empty": _("There is no text in this file."),
    "treaty.press_encoding": _(
        "The text is neither UTF-8 nor in an encoding that the page names (byte %(position)s). Save it as UTF-8."
    ),
    "treaty.press_known": _("Number %(number)s is already in the record as %(entry)s."),
    "treaty.press_language": _("There is no table for the language %(language)s. There are: %(known)s."),
    "treaty.press_markup": _("The page is nested too deeply, or broken, to be read."),
    "treaty.press_no_such": _("There is no suggestion with the number %(number)s: there are %(count)s."),
    "treaty.press_numbers": _('"%(value)s" are no numbers of suggestions. Write them as 1,3.'),
    "treaty.press_too_large": _("A press report has at most %(limit)s bytes."),
    "treaty.press_too_long": _(
        "A press report has at most %(limit)s characters of text, in %(blocks)s pieces. This is something else."
    ),
    "treaty.provision_id": _("%(value)s is not the id of a provision (ids look like 25.2 or 40.15.c)."),
    "treaty.reason_missing": _("Say why."),
    "treaty.record_kind_unknown": _("The record has no kind of entry with the code %(kind)s."),
    "treaty.record_number": _(
        '"%(value)s" is no number for the record. Write what is counted and how many, such as states=72 or states=about:110.'
    ),
    "treaty.record_reason": _("Write why the entry is withdrawn, in up to %(limit)s characters."),
    "treaty.record_sign_in": _("Accepting a suggestion stores it: sign in with --as."),
    "treaty.record_source": _(
        "An entry of the record needs a source: who says so, and where, in up to 120 characters."
    ),
    "treaty.record_text": _("The field %(field)s has hidden characters, or does not read as it was written."),
    "treaty.record_unknown": _("There is no entry %(entry)s in the record."),
    "treaty.record_when": _(
        '"%(value)s" is no time for the record. Write a day (2025-10-25), days (2025-10-25/2025-10-26), a month (2026-05), months '
        "(2022-02/2024-08), a year (2019), a day between two (2026-01-31..2026-04-10) or the earliest day (2026-12-24..)."
    ),
    "treaty.record_withdrawn": _("The entry %(entry)s is withdrawn already, or cannot take its own place."),
    "treaty.second_instrument": _(
        "%(row)s: %(party)s has deposited an instrument already (%(first)s); a second one is not possible."
    ),
    "treaty.second_signature": _("%(row)s: %(party)s has signed already."),
    "treaty.signature_period": _(
        "%(row)s: %(day)s is outside the time of signature (%(opened)s to %(closes)s, Article 64, paragraph 1)."
    ),
    "treaty.span": _("%(until)s is before %(since)s."),
    "treaty.state_unknown": _("%(state)s is none of the states in which a State can be: %(known)s."),
    "treaty.table_kind": _("The table %(source)s is not of the kind that its name says."),
    "treaty.target_unknown": _(
        "%(row)s: it answers %(target)s, which is no statement that could be objected to or withdrawn here."
    ),
    "treaty.text_characters": _("Line %(line)s of the text holds a character that no text has."),
    "treaty.text_empty": _(
        "These articles have no text below their heading: %(articles)s. Nothing was stored."
    ),
    "treaty.text_future": _("The text cannot have been taken on %(day)s, which is still to come."),
    "treaty.text_headings": _(
        "No heading of an article was found in the language %(language)s: each article begins on a line of its own."
    ),
    "treaty.text_language": _(
        "This is not a text in the language %(language)s (known: %(known)s). Nothing was stored."
    ),
    "treaty.text_long": _("These articles are longer than any article is: %(articles)s. Nothing was stored."),
    "treaty.text_missing": _("These articles are missing: %(articles)s. Nothing was stored."),
    "treaty.text_not_loaded": _("No official text is loaded in the language %(language)s."),
    "treaty.text_order": _("These articles are not in their place: %(articles)s. Nothing was stored."),
    "treaty.text_source": _(
        "Say in a line where the text was taken from, such as its address at the United Nations."
    ),
    "treaty.text_twice": _("These articles begin twice: %(articles)s. Nothing was stored."),
    "treaty.text_unknown": _(
        "The Convention has no articles with these numbers: %(articles)s. Nothing was stored."
    ),
    "treaty.what_if": _(
        "%(text)s is no supposition. Write a code, a verb (%(verbs)s) and a day: PT deposits 2026-12-20."
    ),
}
