"use strict";
// Uitklappen, het menu op kleine schermen, zoeken, formulieren en de kaart. Zonder script blijft alles leesbaar.

document.documentElement.classList.add("js");

function bijKlik(knop, doen) {
  knop.addEventListener("click", doen);
}

// Het hoofdmenu op een klein scherm
const menuknop = document.querySelector(".menuknop");
const hoofdmenu = document.getElementById("hoofdmenu");
if (menuknop && hoofdmenu) {
  bijKlik(menuknop, () => {
    const open = hoofdmenu.classList.toggle("open");
    menuknop.setAttribute("aria-expanded", String(open));
  });
}

// Vragen en menu's die open en dicht gaan. De inhoud is steeds het element na de knop of na de kop van de knop.
for (const knop of document.querySelectorAll("[data-klapt]")) {
  const inhoud = (knop.closest("h2") || knop).nextElementSibling;
  const zet = (open) => {
    knop.setAttribute("aria-expanded", String(open));
    inhoud.hidden = !open;
    inhoud.setAttribute("aria-hidden", String(!open));
  };
  zet(knop.getAttribute("aria-expanded") === "true");
  bijKlik(knop, () => zet(knop.getAttribute("aria-expanded") !== "true"));
  const houder = knop.closest("li");
  if (houder) {
    houder.addEventListener("keydown", (toets) => {
      if (toets.key === "Escape" && knop.getAttribute("aria-expanded") === "true") {
        zet(false);
        knop.focus();
      }
    });
  }
}

// Formulieren van deze voorbeeldsite versturen niets
for (const formulier of document.querySelectorAll("form[data-voorbeeld]")) {
  const melding = formulier.querySelector(".melding");
  formulier.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    let eerste = null;
    for (const veld of formulier.querySelectorAll("[data-nodig]")) {
      const leeg = !veld.value.trim();
      if (leeg) {
        veld.setAttribute("aria-invalid", "true");
        eerste = eerste || veld;
      } else {
        veld.removeAttribute("aria-invalid");
      }
    }
    melding.classList.toggle("fout", Boolean(eerste));
    melding.textContent = eerste ? formulier.dataset.fout : formulier.dataset.voorbeeld;
    if (eerste) {
      eerste.focus();
    }
  });
}

// Wachtwoord tonen
const toon = document.getElementById("toon-wachtwoord");
if (toon) {
  const veld = document.getElementById("wachtwoord");
  bijKlik(toon, () => {
    const zichtbaar = veld.type === "password";
    veld.type = zichtbaar ? "text" : "password";
    toon.setAttribute("aria-pressed", String(zichtbaar));
  });
}

// Zoeken in de lijst die al op de pagina staat
const zoekveld = document.getElementById("zoekwoord");
if (zoekveld) {
  const lijst = document.getElementById("resultaten");
  const aantal = document.getElementById("aantal");
  const toonAlles = () => {
    const woord = zoekveld.value.trim().toLowerCase();
    let n = 0;
    for (const punt of lijst.children) {
      punt.hidden = woord !== "" && !punt.textContent.toLowerCase().includes(woord);
      n += punt.hidden ? 0 : 1;
    }
    aantal.textContent = n === 1 ? "1 pagina gevonden" : `${n} pagina’s gevonden`;
  };
  zoekveld.value = new URLSearchParams(location.search).get("q") || "";
  toonAlles();
  zoekveld.form.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    toonAlles();
  });
  const volgorde = document.getElementById("volgorde");
  volgorde.addEventListener("change", () => {
    const punten = [...lijst.children];
    punten.sort((a, b) =>
      volgorde.value === "naam"
        ? a.textContent.trim().localeCompare(b.textContent.trim(), "nl")
        : Number(a.dataset.plaats) - Number(b.dataset.plaats));
    lijst.append(...punten);
  });
  [...lijst.children].forEach((punt, plaats) => { punt.dataset.plaats = String(plaats); });
}

// De kaart groter en kleiner
const kaart = document.getElementById("kaart-merenland");
if (kaart) {
  let schaal = 1;
  const zet = (nieuw) => {
    schaal = Math.min(3, Math.max(1, nieuw));
    const b = 800 / schaal;
    const h = 500 / schaal;
    kaart.setAttribute("viewBox", `${(800 - b) / 2} ${(500 - h) / 2} ${b} ${h}`);
  };
  bijKlik(document.getElementById("kaart-groter"), () => zet(schaal * 1.4));
  bijKlik(document.getElementById("kaart-kleiner"), () => zet(schaal / 1.4));
  bijKlik(document.getElementById("kaart-begin"), () => zet(1));
}

// De film
const film = document.getElementById("film");
if (film) {
  bijKlik(document.getElementById("film-start"), () => (film.paused ? film.play() : film.pause()));
  const groot = document.getElementById("groot-beeld");
  const wissel = () => film.classList.toggle("groot") && film.scrollIntoView();
  bijKlik(groot, wissel);
  groot.addEventListener("keydown", (toets) => {
    if (toets.key === "Enter" || toets.key === " ") {
      toets.preventDefault();
      wissel();
    }
  });
}
