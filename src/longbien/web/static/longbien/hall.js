// SPDX-FileCopyrightText: 2026 Long Biên contributors
// SPDX-License-Identifier: EUPL-1.2
// What the hall's pages do by themselves: clocks tick, the grid counts and moves on. Every page works without it.
"use strict";

// The server's time, not this machine's: the page says what time it was there when it was made.
function serverNow() {
  const made = document.querySelector("[data-server-now]");
  const told = made ? Date.parse(made.dataset.serverNow) : Date.now();
  const offset = told - performance.timeOrigin - performance.now();
  return () => performance.timeOrigin + performance.now() + offset;
}

function minutes(seconds) {
  const whole = Math.abs(Math.trunc(seconds));
  const sign = seconds < 0 ? "−" : "";
  return `${sign}${Math.trunc(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

// A clock of the floor: data-used seconds were used until data-since (absent while it stands still), of data-limit (absent: no limit).
function show(clock, now) {
  const { used, since, limit } = clock.dataset;
  const spent = Number(used || 0) + (since ? Math.max(0, (now - Date.parse(since)) / 1000) : 0);
  const left = limit ? Number(limit) - spent : null;
  const text = minutes(left === null ? spent : left >= 0 ? Math.ceil(left) : left);
  if (clock.textContent !== text) clock.textContent = text;
  const level = left === null ? "open" : left < 0 ? "over" : left <= 30 ? "soon" : "calm";
  if (clock.dataset.level !== level) clock.dataset.level = level;
}

function tick() {
  const now = serverNow();
  const all = () => {
    for (const clock of document.querySelectorAll(".lb-clock")) show(clock, now());
  };
  all();
  setInterval(all, 250);
}

// The grid: 1 yes, 2 no, 3 abstention, 0 nothing; each moves on to the next name. Arrows up and down walk, letters of a name find it.
const CHOICES = { 1: "yes", 2: "no", 3: "abstain" };

function rowOf(target) {
  return target instanceof Element ? target.closest("[data-row]") : null;
}

function go(row, step) {
  const rows = [...row.closest("form").querySelectorAll("[data-row]")];
  const next = rows[rows.indexOf(row) + step];
  if (!next) return;
  const control = next.querySelector("input:checked") || next.querySelector("input");
  control.focus();
  next.scrollIntoView({ block: "nearest" });
}

function choose(row, choice) {
  for (const control of row.querySelectorAll("input[type=radio]")) control.checked = control.value === choice;
  row.closest("form").dispatchEvent(new Event("change", { bubbles: true }));
}

function count(form) {
  for (const total of form.querySelectorAll("[data-total]")) {
    let sum = 0;
    for (const row of form.querySelectorAll("[data-row]")) {
      const control = row.querySelector("input:checked");
      if (control && control.value === total.dataset.total) sum += Number(row.dataset.weight || 1);
    }
    if (total.textContent !== String(sum)) total.textContent = String(sum);
  }
}

function workGrid(form) {
  form.addEventListener("keydown", (event) => {
    const row = rowOf(event.target);
    if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.matches("input[type=text], input[type=number], textarea")) return;
    const digit = /^(?:Digit|Numpad)([0-3])$/.exec(event.code);
    if (digit) {
      event.preventDefault();
      choose(row, CHOICES[digit[1]] || "");
      go(row, 1);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      go(row, event.key === "ArrowDown" ? 1 : -1);
    }
  });
  form.addEventListener("change", () => count(form));
  count(form);
}

// After a step was refused, the reader starts where the refusal stands.
function showRefusal() {
  const refusal = document.getElementById("refusal");
  if (refusal) refusal.focus();
}

tick();
for (const form of document.querySelectorAll("form[data-grid]")) workGrid(form);
showRefusal();
