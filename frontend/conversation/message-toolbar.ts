import { html, nothing } from 'lit';
import { icons } from '../design/icons.ts';
import { QUICK_REACTIONS } from '../emoji/emoji.ts';
import type { Labels } from '../platform/labels.ts';
import { ACTIONS, isStored, type RowActions } from './message-actions.ts';
import type { MessageRow } from './rows.ts';

/** The toolbar over the active message: two quick reactions, the quick actions and the menu. */
export function messageToolbar(row: MessageRow, labels: Labels, actions: RowActions) {
  if (row.message.deleted) {
    return nothing;
  }
  const button = (key: string, icon: unknown, run: (event: Event) => void) => {
    const text = labels.of(key);
    return html`<button type="button" aria-label=${text} title=${text} @click=${run}>${icon}</button>`;
  };
  const quick = ACTIONS.filter((action) => action.quick && action.allowed(row));
  return html`<div class="toolbar" role="toolbar" aria-live="off" aria-label=${labels.of('log.actions')}>
    ${
      isStored(row)
        ? QUICK_REACTIONS.slice(0, 2).map(
            (emoji) => html`<button
            class="emoji"
            type="button"
            aria-label=${labels.of('log.action.reactWith', emoji)}
            @click=${() => actions.toggle(row, emoji)}
          >
            ${emoji}
          </button>`
          )
        : nothing
    }
    ${quick.map(({ name, icon }) => button(`log.action.${name}`, icon, (event) => actions[name](row, event)))}
    ${button('log.actions.more', icons.more, (event) => actions.menu(row, event))}
  </div>`;
}
