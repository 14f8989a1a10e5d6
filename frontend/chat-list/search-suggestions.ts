import { html, nothing, type TemplateResult } from 'lit';
import { avatarColour, initials } from '../people/avatar.ts';
import '../people/avatar-image.ts';
import type { Labels } from '../platform/labels.ts';

/** Somewhere to go that is not in the list; the contract is in ChatList.java. */
export interface Offer {
  section: 'people' | 'places' | 'messages';
  title: string;
  hint: string;
  glyph: string;
  address: string;
  person: string;
}

const SECTIONS = ['people', 'places'] as const;

/** The places to go, by their kind; `open` is called with the id of the person somebody wants to talk with. */
export function offered(offers: Offer[], labels: Labels, open: (person: string) => void): TemplateResult[] {
  const messages = offers.filter((offer) => offer.section === 'messages');
  const sections = SECTIONS.map((section) => {
    const own = offers.filter((offer) => offer.section === section);
    return own.length === 0
      ? html``
      : html`<h2>${labels.of(`list.${section}`)}</h2>
          <ul role="list">
            ${own.map((offer) => html`<li>${place(offer, open)}</li>`)}
          </ul>`;
  });
  return [...sections, html`<ul role="list" class="search-on">${messages.map((offer) => html`<li>${place(offer, open)}</li>`)}</ul>`];
}

function place(offer: Offer, open: (person: string) => void): TemplateResult {
  const content = html`${mark(offer)}<span class="title">${offer.title}</span>
    ${offer.hint ? html`<span class="preview">${offer.hint}</span>` : nothing}`;
  return offer.person
    ? html`<button type="button" @click=${() => open(offer.person)}>${content}</button>`
    : html`<a router-link href=${offer.address}>${content}</a>`;
}

function mark({ person, title, glyph }: Offer): TemplateResult {
  return person
    ? html`<span class="avatar c${avatarColour(person)}" aria-hidden="true"
        >${initials(title)}<charla-avatar-image person=${person}></charla-avatar-image
      ></span>`
    : html`<span class="avatar plain" aria-hidden="true"><span class="glyph glyph-${glyph}"></span></span>`;
}
