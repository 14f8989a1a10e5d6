import { html, nothing, type TemplateResult } from 'lit';
import { avatarColour, initials } from '../people/avatar.ts';
import '../people/avatar-image.ts';
import type { Labels } from '../platform/labels.ts';

/** A search suggestion beside the chats of the list; see ChatList.Offer. */
export interface SearchSuggestion {
  section: 'people' | 'places' | 'messages';
  title: string;
  hint: string;
  /** The icon of a suggestion that is no person. */
  glyph: string;
  /** The address of a suggestion that is no person. */
  address: string;
  /** The id of a person, or empty. */
  person: string;
}

const SECTIONS = ['people', 'places'] as const;

/** The template of search suggestions, by section; `openPerson` is called with the id of the person that is chosen. */
export function searchSuggestions(
  suggestions: SearchSuggestion[],
  labels: Labels,
  openPerson: (person: string) => void
): TemplateResult[] {
  const messages = suggestions.filter(({ section }) => section === 'messages');
  const sections = SECTIONS.map((name) => {
    const own = suggestions.filter(({ section }) => section === name);
    return own.length === 0
      ? html``
      : html`<h2>${labels.of(`list.${name}`)}</h2>
          <ul role="list">
            ${own.map((each) => html`<li>${link(each, openPerson)}</li>`)}
          </ul>`;
  });
  const inMessages = messages.map((each) => html`<li>${link(each, openPerson)}</li>`);
  return [...sections, html`<ul role="list" class="search-on">${inMessages}</ul>`];
}

function link(suggestion: SearchSuggestion, openPerson: (person: string) => void): TemplateResult {
  const content = html`${avatar(suggestion)}<span class="title">${suggestion.title}</span>
    ${suggestion.hint ? html`<span class="preview">${suggestion.hint}</span>` : nothing}`;
  return suggestion.person
    ? html`<button type="button" @click=${() => openPerson(suggestion.person)}>${content}</button>`
    : html`<a router-link href=${suggestion.address}>${content}</a>`;
}

function avatar({ person, title, glyph }: SearchSuggestion): TemplateResult {
  return person
    ? html`<span class="avatar c${avatarColour(person)}" aria-hidden="true"
        >${initials(title)}<charla-avatar-image person=${person}></charla-avatar-image
      ></span>`
    : html`<span class="avatar plain" aria-hidden="true"><span class="glyph glyph-${glyph}"></span></span>`;
}
