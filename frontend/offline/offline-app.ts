import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { ChatList } from '../chat-list/chat-list.ts';
import '../chat-list/chat-list.ts';
import type { Composer } from '../composer/composer.ts';
import '../composer/composer.ts';
import type { MessageLog } from '../conversation/message-log.ts';
import '../conversation/message-log.ts';
import { avatarColour, initials } from '../people/avatar.ts';
import { showKnownAvatars } from '../people/avatar-image.ts';
import { dayNumber, zonedFormat } from '../platform/clock.ts';
import type { SpaceEntry } from '../sync/shell-copy.ts';
import type { LocalView } from './local-shell.ts';

/**
 * The app without a server: the frame with rail and chat list, and in it a conversation, from the local copy. Message log,
 * composer and chat list are those of every other page; what is written waits in the outbox. Drawn with the style sheet of
 * the page, in the same structure as Shell.java and ConversationPane.java.
 */
export class OfflineApp extends LitElement {
  static properties = { view: { state: true } };

  declare private view?: LocalView;

  private readonly list = document.createElement('charla-chat-list') as ChatList;
  private readonly log = document.createElement('charla-message-log') as MessageLog;
  private readonly composer = document.createElement('charla-composer') as Composer;

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  /** Shows a place. */
  show(view: LocalView): void {
    const { locale, texts, rows, place, copy, avatars } = view;
    this.view = view;
    document.title = copy ? `${copy.conversation.title} · Charla` : 'Charla';
    showKnownAvatars(avatars);
    this.list.setLabels(locale, texts);
    this.list.load(rows);
    this.list.select(place.kind === 'chat' ? place.chat : '');
    this.log.setLabels(locale, texts);
    this.composer.setLabels(locale, texts);
    if (copy && place.kind === 'chat') {
      const { conversation, messages, readSeq, hasOlder } = copy;
      const lastSeq = messages.at(-1)?.seq ?? 0;
      const focusSeq = messages.some(({ seq }) => seq === place.message) ? place.message : undefined;
      this.log.open(conversation);
      this.log.reset({ messages, readSeq, lastSeq, hasOlder, hasNewer: false, position: 0, focusSeq, receipts: [] });
      this.composer.open(conversation);
    }
  }

  protected render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (!view) {
      return nothing;
    }
    const { place, labels } = view;
    const state = { chat: 'chat-open', list: '', page: 'page-open' }[place.kind];
    return html`<div class="shell ${state}">
      <div class="security-notice"></div>
      ${this.rail(view)}
      <section class="list-pane" aria-label=${labels.of('nav.chats')}>
        <div class="list-heading">
          <h1>${view.space?.name ?? 'Charla'}</h1>
        </div>
        ${
          view.rows.length > 0
            ? html`<div class="chat-list">${this.list}</div>`
            : html`<p class="nothing">${labels.of('offline.noChats')}</p>`
        }
      </section>
      <main class="content" tabindex="-1">${this.content(view)}</main>
      ${this.bottomBar(view)}
    </div>`;
  }

  private rail({ account, name, spaces, space, labels }: LocalView): TemplateResult {
    return html`<nav class="rail" aria-label=${labels.of('nav.spaces')}>
      <div class="tiles">${spaces.map((each) => tile(each, each === space))}</div>
      ${
        account
          ? html`<a router-link class="account" href="/settings" aria-label=${labels.of('nav.account', name)}
              >${avatar(account, name)}</a
            >`
          : nothing
      }
    </nav>`;
  }

  private bottomBar({ place, space, labels }: LocalView): TemplateResult {
    const tab = (address: string, glyph: string, text: string, current: boolean) =>
      html`<a router-link href=${address} aria-current=${current ? 'page' : nothing}
        ><span class="glyph glyph-${glyph}" aria-hidden="true"></span><span>${labels.of(text)}</span></a
      >`;
    const chats = space ? `/s/${space.slug}` : '/';
    return html`<nav class="bottom-bar" aria-label=${labels.of('nav.sections')}>
      ${tab(chats, 'chat', 'nav.chats', place.kind !== 'page')}
      ${tab('/spaces', 'spaces', 'nav.spaces', place.kind === 'page' && location.pathname.startsWith('/spaces'))}
      ${tab('/settings', 'person', 'nav.you', place.kind === 'page' && location.pathname.startsWith('/settings'))}
    </nav>`;
  }

  private content(view: LocalView): TemplateResult {
    const { place, copy, labels, space } = view;
    if (place.kind === 'chat' && copy) {
      return this.conversation(view);
    }
    if (place.kind === 'list') {
      return notice(labels.of('offline.title'), labels.of('offline.text'));
    }
    const reason = place.kind === 'chat' ? 'offline.noCopy' : 'offline.page';
    return notice(
      labels.of(`${reason}.title`),
      labels.of(`${reason}.text`),
      html`<a router-link class="button" href=${space ? `/s/${space.slug}` : '/'}>${labels.of('offline.chats')}</a>`
    );
  }

  private conversation({ copy, rows, space, labels, locale }: LocalView): TemplateResult {
    const { conversation, savedAt } = copy!;
    const { chat, title } = conversation;
    const row = rows.find(({ id }) => id === chat);
    const today = dayNumber(savedAt) === dayNumber(Date.now());
    const style: Intl.DateTimeFormatOptions = today ? { timeStyle: 'short' } : { dateStyle: 'medium' };
    return html`<div class="conversation">
      <div class="conversation-pane">
        <header class="conversation-head">
          <a
            router-link
            class="icon-button back"
            href="/s/${space?.slug ?? ''}"
            aria-label=${labels.of('conversation.back')}
            ><span class="glyph glyph-back" aria-hidden="true"></span
          ></a>
          <div class="marked">${avatar(row?.colourOf ?? chat, title, row?.kind)}</div>
          <div class="text">
            <div><h2>${title}</h2></div>
            <div><span class="hint">${labels.of('offline.asOf', zonedFormat(locale, style).format(savedAt))}</span></div>
          </div>
        </header>
        ${this.log} ${row?.joined === false ? nothing : this.composer}
      </div>
    </div>`;
  }
}

/** A page in place of a conversation: a title, what it means, and where to go. */
function notice(title: string, text: string, link: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="nothing-open" role="status">
    <span class="brand-mark" aria-hidden="true"></span>
    <h2>${title}</h2>
    <p>${text}</p>
    ${link}
  </div>`;
}

function tile({ slug, name, colour }: SpaceEntry, current: boolean): TemplateResult {
  return html`<a
    router-link
    class="tile"
    href="/s/${slug}"
    title=${name}
    aria-label=${name}
    aria-current=${current ? 'true' : nothing}
    ><span class="avatar space-mark" aria-hidden="true" ${ref((mark) => (mark as HTMLElement | undefined)?.style.setProperty('--tile', colour))}>${initials(name)}</span></a
  >`;
}

/** The avatar of a person or chat, as Avatar.java draws it. */
function avatar(id: string, name: string, kind = 'PRIVATE'): TemplateResult {
  return html`<span class="avatar c${avatarColour(id)} ${kind === 'PUBLIC' ? 'public' : ''}" aria-hidden="true"
    >${kind === 'PUBLIC' ? '#' : initials(name)}${
      kind === 'PRIVATE' ? html`<charla-avatar-image person=${id}></charla-avatar-image>` : nothing
    }</span
  >`;
}

customElements.define('charla-offline-app', OfflineApp);
