# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session in the browser, until the meeting begins: notes verbales, badges, sign-in, agenda, credentials, an application with an objection."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.hall_people import MEMBER, Person
from tests.browser.passkeys import add_passkey, authenticator, sign_in_with_passkey
from tests.browser.session_node import SESSION, SessionNode
from tools.nodes import APPROVER, DUTY

FRANCE = (
    "Family name;Given name;Function;Post;E-mail\n"
    "Dupont;Anne;head;Ambassador;anne.dupont@example.org\n"
    "Petit;Jean;alternate;Counsellor;\n"
    "Moreau;Luc;adviser;;\n"
)
BRAZIL = "Silva; Ana; head; Ambassador; ana@example.org\nSouza; Rui; secretary; Attaché;"
BODY = "privacy-forum"


@dataclass(slots=True, kw_only=True)
class People:
    """Who is there. `badges` are numbers and codes as they were read off the pages, by the family names of their holders."""

    node: SessionNode
    office: Person
    second: Person
    chair: Person
    france: Person
    brazil: Person
    public: Person
    wall: Person
    reader: Person
    badges: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Give all of them."""
        seated = (self.chair, self.france, self.brazil, self.office, self.second)
        return (*seated, self.public, self.wall, self.reader)


def screens_in_the_hall(people: People) -> None:
    """Open the wall and the public's screen. From now on nobody touches them; what is written on them tells, in the end, that they were never reloaded."""
    for one, screen in ((people.public, "public"), (people.wall, "projector")):
        one.sit_down(screen)
        one.page.evaluate("document.body.dataset.opened = 'once'")


def officers_sign_in(people: People) -> None:
    """Let two officers of the secretariat sign in by name and password."""
    people.office.sign_in(DUTY, people.node.node.passwords[DUTY])
    people.second.sign_in(APPROVER, people.node.node.passwords[APPROVER])


def notes_verbales(people: People) -> None:
    """Register a delegation by an uploaded list and one by a typed list, and give the Chair a badge; hand codes out."""
    office = people.office
    open_delegation(office, "FR")
    file = people.node.folder / "france.csv"
    file.write_text(FRANCE, encoding="utf-8")
    office.send("list", reference="NV 7/2026", file=file, whole=True)
    assert office.page.locator(MEMBER).count() == 3
    printed_badges(office.page, people.node.folder)
    people.badges["Dupont"] = office.badge_code("Dupont")
    open_delegation(office, "BR")
    office.send("list", reference="NV 12/2026", typed=BRAZIL)
    people.badges["Silva"] = office.badge_code("Silva")
    open_delegation(office, "staff")
    office.send("serve", family_name="Presidente", function="chair")
    people.badges["Presidente"] = office.badge_code("Presidente", codes="session")


def open_delegation(office: Person, participant: str) -> None:
    """Open a delegation at the secretariat's table."""
    office.visit("/delegations/own/", "/delegations/")
    main = office.page.locator("main form", has=office.page.locator("[name=participant]"))
    main.locator("[name=participant]").select_option(participant)
    with office.page.expect_navigation():
        main.locator("button").click()
    assert office.page.url.endswith(f"/delegations/{participant}/1/"), office.text()


def printed_badges(page: Page, folder: Path) -> None:
    """Have the badges printed."""
    with page.expect_download() as taken:
        page.click("main button[name=do][value=print]")
    taken.value.save_as(folder / "badges.pdf")
    assert taken.value.suggested_filename == f"EXERCISE-{SESSION}-FR-badges.pdf"
    assert (folder / "badges.pdf").read_bytes().startswith(b"%PDF-")


def badges_sign_in(people: People) -> None:
    """Let the Chair and two heads of delegation in by their codes; one adds a passkey, and comes in with it. A code for one use opens nothing a second time."""
    for person, name in ((people.chair, "Presidente"), (people.france, "Dupont"), (people.brazil, "Silva")):
        person.sign_in_with_badge(*people.badges[name])
    authenticator(people.brazil.page)
    add_passkey(people.brazil.visitor)
    people.brazil.sign_out()
    sign_in_with_passkey(people.brazil.visitor)
    reader = people.reader
    reader.visitor.open("/sign-in/")
    reader.click("a[href$='/sign-in/badge/']")
    number, code = people.badges["Dupont"]
    reader.page.fill("[name=badge]", number)
    reader.page.fill("[name=code]", code)
    assert reader.says(
        "Badge and code do not fit, or the code was used or has ended. Ask for another."
    ) in reader.click("main form.lb-form button[type=submit]")


def agenda_is_drawn_up(people: People) -> None:
    """Begin the agenda with the usual items, add one, and send it; from then on everybody reads it."""
    office = people.office
    office.visit("/agenda/")
    office.send("draw")
    office.click("main a[href$='/agenda/new/']")
    fields = office.page.locator("main form.lb-form")
    fields.locator("[name=title]").fill("Training of investigators")
    office.click("main form.lb-form .lb-actions button")
    assert people.reader.says("The provisional agenda has not been sent yet.") in people.reader.visit(
        "/agenda/"
    )
    office.send("send")
    assert "Training of investigators" in people.reader.visit("/agenda/")


def credentials_come_in(people: People) -> None:
    """Note a paper of each delegation; find one in order; write the Bureau's report, which every badge reads."""
    office, france = people.office, people.france
    office.visit("/delegations/own/", "/delegations/", "/delegations/FR/1/")
    scan = people.node.folder / "credentials.pdf"
    scan.write_bytes(b"%PDF-1.7 credentials")
    said = office.send(
        "paper", form="formal", original=True, signer="foreign_minister", sealed=True, scan=scan
    )
    assert scan.name in said
    office.send("examine", finding="in_order")
    assert office.word("conference_credentials", "in_order") in office.text()
    office.visit("/delegations/own/", "/delegations/", "/delegations/BR/1/")
    said = office.send("paper", form="formal", original=False, signer="foreign_minister", sealed=True)
    assert office.word("conference_credentials", "copy_received") in said
    office.visit("/delegations/own/", "/credentials/")
    said = office.send("report")
    assert office.says("on the understanding that formal credentials follow") in said
    office.visitor.picture("session-report")
    provisional = "Admitted provisionally, with every right, until the Conference decides."
    assert france.says(provisional) in france.visit("/delegations/own/")


def a_body_applies(people: People) -> None:
    """Take an application, list and circulate it; a Party objects, and who reads it is what the rules say."""
    office, france, reader = people.office, people.france, people.reader
    office.visit("/observers/")
    office.send("apply", track="ngo_other", name="Global Privacy Forum", observer=BODY, seat="CH")
    take_step(office, "listed")
    office.visit("/observers/")
    office.send("circulate")
    france.visit("/observers/", f"/observers/{BODY}/")
    france.send("step", kind="objected", reasons="No word on funding.")
    assert "No word on funding." in france.text()
    said = reader.visit("/observers/", f"/observers/{BODY}/")
    assert reader.says("Under the rules of this session you do not read who objected, nor why.") in said
    assert "No word on funding." not in said
    take_step(office, "referred")
    assert office.word("application", "referred") in office.text()


def take_step(office: Person, kind: str, *, decision: bool = False) -> None:
    """Take a step of the application."""
    office.visit("/observers/", f"/observers/{BODY}/")
    office.send("step", kind=kind, decision=decision)
