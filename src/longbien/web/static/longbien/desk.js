// SPDX-FileCopyrightText: 2026 Long Biên contributors
// SPDX-License-Identifier: EUPL-1.2
// What a page does by itself; every page works without it.
"use strict";

// Warn fifteen minutes before the session ends, once, aloud.
function watchSession() {
  const form = document.querySelector(".lb-session");
  if (!form) return;
  const warn = () => {
    const box = form.querySelector(".lb-session__warning");
    box.textContent = box.dataset.text;
    form.classList.add("lb-session--soon");
  };
  const left = Date.parse(form.dataset.ends) - Date.now() - 15 * 60 * 1000;
  if (left <= 0) warn();
  else if (left < 2 ** 31) setTimeout(warn, left);
}

// Menus close on Escape and on a click elsewhere, and give the focus back.
function tameMenus() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll(".lb-menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll(".lb-menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}

// After a form came back with faults, the reader starts at the list of faults.
function showFaults() {
  const faults = document.getElementById("faults");
  if (faults) faults.focus();
}

// A question that is needed only with a certain answer to another one hides while that answer is another one and nothing is typed.
function followConditions() {
  const form = document.getElementById("draft");
  if (!form) return;
  const answer = (name) => {
    const controls = form.querySelectorAll(`[name="${name}"]`);
    const on = (control) => (control.type === "checkbox" ? control.checked : control.value !== "");
    return [...controls].filter(on).map((control) => (control.value === "on" ? "" : control.value));
  };
  const holds = ({ when, test, codes }) => {
    const given = answer(when);
    if (test === "filled" || test === "ticked") return given.length > 0;
    const hit = given.some((code) => codes.split(" ").includes(code));
    return given.length > 0 && hit === (test === "in");
  };
  const typed = (question) =>
    [...question.querySelectorAll("input, select, textarea")].some((control) =>
      control.type === "checkbox" ? control.checked : control.value !== "",
    );
  const update = () => {
    for (const question of form.querySelectorAll("[data-when]")) {
      question.hidden = !holds(question.dataset) && !typed(question);
      for (const words of question.querySelectorAll("[data-when-words]")) words.hidden = true;
    }
  };
  form.addEventListener("change", update);
  update();
}

// What a fragment brings is said aloud only when it changes the number of what waits.
function announceChanges() {
  document.addEventListener("htmx:beforeSwap", (event) => {
    const box = event.detail.target;
    if (!box || !box.dataset.total) return;
    const before = box.dataset.total;
    document.addEventListener(
      "htmx:afterSettle",
      () => {
        const now = document.getElementById(box.id);
        const voice = document.getElementById("voice");
        if (now && voice && now.dataset.total !== before) voice.textContent = now.querySelector("p").textContent;
      },
      { once: true },
    );
  });
}

// Access keys by the place of the key, so that they work on an Arabic, Russian or Vietnamese keyboard too. Where the
// browser has followed the key itself, nothing is left to do.
function followAccessKeys() {
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const key = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(event.code);
    if (!key) return;
    const control = document.querySelector(`[accesskey="${(key[1] || key[2]).toLowerCase()}"]`);
    if (!control) return;
    event.preventDefault();
    control.focus();
    if (control.matches("a, button")) control.click();
  });
}

// A draft has an address of its own once it is kept: a page that is loaded again is the draft, not an empty form.
function nameDraft() {
  document.addEventListener("htmx:oobAfterSwap", () => {
    const line = document.getElementById("kept-line");
    if (line && line.dataset.address) history.replaceState(null, "", line.dataset.address);
  });
}

followConditions();
announceChanges();
nameDraft();
followAccessKeys();
watchSession();
tameMenus();
showFaults();
