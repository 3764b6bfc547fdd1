"use strict";
// <risico-kaart>: een kaart met uitleg over een risico, in een open schaduwboom.

const OPMAAK = `
  :host { display: block; height: 100%; }
  :host, article { box-sizing: border-box; }
  article { position: relative; height: 100%; padding: 1.25rem 3.5rem 1.25rem 1.35rem; border: 1px solid #ccd9e2; border-top: 6px solid #1a6fa5; border-radius: 10px; background: #fff; }
  h3 { margin: 0 0 .4rem; color: #0b2f4e; font-size: 1.2rem; line-height: 1.2; }
  .niveau { display: inline-block; margin: 0 0 .6rem; padding: .1rem .7rem; border-radius: 1rem; background: #e9f2f7; color: #0b2f4e; font-size: .95rem; }
  .klap { position: absolute; top: .75rem; right: .75rem; display: grid; place-items: center; width: 2.5rem; height: 2.5rem; border: 2px solid #0b4f7a; border-radius: 50%; background: #fff; color: #0b4f7a; cursor: pointer; }
  .klap:hover { background: #e9f2f7; }
  .klap:focus-visible { outline: 3px solid #0b2f4e; outline-offset: 2px; box-shadow: 0 0 0 7px #ffd84d; }
  .onzichtbaar { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
const PIJL = '<svg aria-hidden="true" focusable="false" width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" stroke-width="2.5"><path d="M3 6l6 6 6-6"/></svg>';

class RisicoKaart extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) {
      return;
    }
    const wortel = this.attachShadow({ mode: "open" });
    const stijl = document.createElement("style");
    stijl.textContent = OPMAAK;
    const artikel = document.createElement("article");
    artikel.setAttribute("aria-labelledby", "titel");
    const kop = document.createElement("h3");
    kop.id = "titel";
    kop.textContent = this.getAttribute("naam");
    const niveau = document.createElement("p");
    niveau.className = "niveau";
    niveau.textContent = `Kans: ${this.getAttribute("kans")}`;
    const knop = document.createElement("button");
    knop.type = "button";
    knop.className = "klap";
    knop.id = "klap";
    knop.innerHTML = PIJL;
    knop.setAttribute("aria-expanded", "true");
    if (this.hasAttribute("knoptekst")) {
      const tekst = document.createElement("span");
      tekst.className = "onzichtbaar";
      tekst.textContent = this.getAttribute("knoptekst");
      knop.append(tekst);
    }
    const inhoud = document.createElement("slot");
    knop.addEventListener("click", () => {
      inhoud.hidden = !inhoud.hidden;
      knop.setAttribute("aria-expanded", String(!inhoud.hidden));
    });
    artikel.append(kop, niveau, knop, inhoud);
    wortel.append(stijl, artikel);
  }
}

customElements.define("risico-kaart", RisicoKaart);
