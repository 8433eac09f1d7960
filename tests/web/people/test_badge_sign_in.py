# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signing a hall in: codes used once, wrong ones counted by badge and address, 193 delegates behind one address."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import PBKDF2PasswordHasher, check_password, make_password
from django.core.cache import cache
from django.http import HttpRequest
from django.test import Client, override_settings
from django.utils import timezone

from longbien.actions.conference.people.change import end_badge, find_badge
from longbien.actions.conference.people.codes import Handed, issue_codes
from longbien.actions.conference.people.members import members
from longbien.site.hashers import HallArgon2
from longbien.store import models
from tests.attendance import CONFERENCE, Attendance, account_of, attend
from tests.authority import authority
from tests.nodes import make_node

HASHERS = ["longbien.site.hashers.HallArgon2", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
ONE_ADDRESS = "203.0.113.7"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def here(db: None) -> Attendance:
    found = attend(make_node(authority("AT")))
    found.register(found.open("VN"))
    return found


def hand(here: Attendance, *, once: bool = True) -> tuple[Handed, ...]:
    rows = members(models.Delegation.objects.get(participant="VN"))
    return issue_codes(node=here.node, actor=here.secretariat, badges=rows, once=once)


def knock(badge: str, code: str, address: str = ONE_ADDRESS) -> int:
    given = {"badge": badge, "code": code}
    return Client(REMOTE_ADDR=address).post("/sign-in/badge/", given).status_code


def test_a_code_opens_the_conference_once(here: Attendance) -> None:
    one = hand(here)[0]
    client = Client()
    assert f'value="{one.username}"' in client.get(f"/sign-in/badge/?badge={one.username}").content.decode()
    done = client.post(
        "/sign-in/badge/", {"badge": one.username.upper(), "code": one.code.lower()}, follow=True
    )
    assert done.redirect_chain == [("/conference/", 302)]
    assert client.get("/requests/").status_code == 403
    assert knock(one.username, one.code) == 200  # the page again, with what is wrong
    assert models.BadgeCode.objects.filter(ended_at=None).count() == 8


def test_a_code_for_the_session_opens_again_until_another_is_given(here: Attendance) -> None:
    one = hand(here, once=False)[0]
    assert [knock(one.username, one.code) for _ in range(3)] == [302, 302, 302]
    hand(here)
    assert knock(one.username, one.code) == 200


def test_codes_are_kept_hashed_and_end(here: Attendance) -> None:
    one = hand(here)[0]
    row = models.BadgeCode.objects.get(badge__number=one.badge, ended_at=None)
    assert one.code.replace("-", "") not in row.digest
    row.expires_at = timezone.now()
    row.save()
    assert knock(one.username, one.code) == 200


def test_an_ended_badge_is_out_even_while_signed_in(here: Attendance) -> None:
    one = hand(here)[0]
    client = Client()
    client.post("/sign-in/badge/", {"badge": one.username, "code": one.code})
    assert client.get("/account/sessions/").status_code == 200
    end_badge(node=here.node, actor=here.secretariat, badge=find_badge(CONFERENCE, one.badge), reason="left")
    assert client.get("/account/sessions/").status_code == 302


def test_five_wrong_codes_lock_this_badge_at_this_address_alone(here: Attendance) -> None:
    first, second, *_ = hand(here)
    assert [knock(first.username, "0000-0000-0000") for _ in range(5)] == [200, 200, 200, 200, 429]
    assert knock(first.username, first.code) == 429
    assert knock(second.username, second.code) == 302
    assert knock(first.username, first.code, "198.51.100.9") == 302


@pytest.mark.slow
def test_a_hall_full_of_clumsy_delegates_signs_in_from_one_address(here: Attendance) -> None:
    people = tuple((f"Name {number}", "", "delegate") for number in range(193))
    here.register(here.open("AT"), people)
    for account in models.Officer.objects.filter(role_id="", badge__delegation__participant="AT"):
        account.set_password("a bridge over the red river")
        account.save()
        client = Client(REMOTE_ADDR=ONE_ADDRESS)
        wrong = client.post("/sign-in/", {"login": account.username, "password": "wrong"})
        right = client.post(
            "/sign-in/", {"login": account.username, "password": "a bridge over the red river"}
        )
        assert (wrong.status_code, right.status_code) == (200, 302), account.username


@override_settings(PASSWORD_HASHERS=HASHERS)
def test_passwords_are_argon2id_with_19_mib_two_passes_one_lane() -> None:
    made = make_password("a bridge over the red river")
    assert made.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert check_password("a bridge over the red river", made)
    assert not check_password("another", made)
    assert not HallArgon2().must_update(made)


@override_settings(PASSWORD_HASHERS=HASHERS)
def test_an_older_hash_opens_and_is_made_anew(here: Attendance) -> None:
    officer = account_of(1)
    officer.password = PBKDF2PasswordHasher().encode("a bridge over the red river", "somesalt", 1000)
    officer.save()
    request = HttpRequest()
    request.META["REMOTE_ADDR"] = ONE_ADDRESS
    request.path = "/sign-in/"
    assert authenticate(request, username=officer.username, password="a bridge over the red river") == officer
    officer.refresh_from_db()
    assert officer.password.startswith("argon2$argon2id$")


def test_a_badge_without_a_password_may_set_one(here: Attendance) -> None:
    one = hand(here)[0]
    client = Client()
    client.post("/sign-in/badge/", {"badge": one.username, "code": one.code})
    assert client.get("/account/password/")["Location"] == "/account/password/set/"
    new = {"password1": "a bridge over the red river", "password2": "a bridge over the red river"}
    assert client.get("/account/password/set/").status_code == 200
    client.post("/account/password/set/", new)
    assert (
        Client().post("/sign-in/", {"login": one.username, "password": new["password1"]}).status_code == 302
    )
