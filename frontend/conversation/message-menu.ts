import { ActionMenu, type MenuContent } from '../design/action-menu.ts';
import { QUICK_REACTIONS } from '../emoji/emoji.ts';
import type { Labels } from '../platform/labels.ts';
import { ACTIONS, isStored, type RowActions } from './message-actions.ts';
import { reactorNames } from './reactions.ts';
import type { SeenBy } from './read-receipts.ts';
import type { MessageRow } from './rows.ts';

/** Returns the menu of a message: all actions that are allowed, the reactions and the readers. */
export function menuContent(row: MessageRow, labels: Labels, actions: RowActions, seenBy?: SeenBy): MenuContent {
  const quick = isStored(row) ? QUICK_REACTIONS : [];
  return {
    label: labels.of('log.actions'),
    quick: quick.map((emoji) => ({
      emoji,
      name: labels.of('log.action.reactWith', emoji),
      run: () => actions.toggle(row, emoji)
    })),
    items: ACTIONS.filter((action) => action.allowed(row)).map(({ name, icon, keys }) => ({
      name: labels.of(`log.action.${name}`),
      icon,
      hint: keys[0]?.slice(0, 3).toUpperCase(),
      danger: name === 'delete',
      run: () => actions[name](row)
    })),
    notes: [
      ...(row.message.reactions ?? []).map((reaction) => `${reaction.emoji} ${reactorNames(reaction, labels)}`),
      ...(seenBy ? [seenBy.names] : [])
    ]
  };
}

/** The menu of a message. */
export class MessageMenu extends ActionMenu {}

customElements.define('charla-message-menu', MessageMenu);
