import { html, nothing } from 'lit';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';
import type { Message, Reaction } from '../model/message.ts';

/**
 * Reactions of the person that the server has not confirmed yet. They are applied on top of the messages from the server, so
 * that updates caused by other people do not make them flicker.
 */
export class PendingReactions {
  /** By message id, then by emoji: whether the person wants to have reacted with it. */
  private readonly wanted = new Map<number, Map<string, boolean>>();

  set(id: number, emoji: string, on: boolean): void {
    this.wanted.set(id, new Map(this.wanted.get(id)).set(emoji, on));
  }

  settle(id: number, emoji: string): void {
    const rest = new Map(this.wanted.get(id));
    rest.delete(emoji);
    rest.size > 0 ? this.wanted.set(id, rest) : this.wanted.delete(id);
  }

  /** Returns the message with its pending reactions; the same object where none are pending. */
  apply(message: Message): Message {
    const wanted = this.wanted.get(message.id);
    if (!wanted) {
      return message;
    }
    let reactions = message.reactions ?? [];
    wanted.forEach((on, emoji) => (reactions = withReaction(reactions, emoji, on)));
    return { ...message, reactions };
  }
}

/** Returns the reactions with the person's own added or removed. */
export function withReaction(reactions: Reaction[], emoji: string, on: boolean): Reaction[] {
  const known = reactions.find((reaction) => reaction.emoji === emoji);
  if (!known) {
    return on ? [...reactions, { emoji, count: 1, mine: true, names: [] }] : reactions;
  }
  const count = known.count + Number(on) - Number(known.mine);
  return reactions
    .map((reaction) => (reaction === known ? { ...known, count, mine: on } : reaction))
    .filter((reaction) => reaction.count > 0);
}

/** Returns the names of those who reacted as a list in the reader's language, the reader first. */
export function reactorNames({ count, mine, names }: Reaction, labels: Labels): string {
  const known = mine ? [labels.of('log.you'), ...names] : names;
  const more = count - known.length;
  const all = more > 0 ? [...known, labels.counted('log.reaction.more', more)] : known;
  return new Intl.ListFormat(labels.locale).format(all);
}

/** The reactions below a message. `reachable` puts them into the tab order. */
export function reactionRow(
  reactions: Reaction[],
  labels: Labels,
  reachable: boolean,
  toggle: (emoji: string) => void,
  pick: (event: Event) => void
) {
  if (reactions.length === 0) {
    return nothing;
  }
  const add = labels.of('log.action.react');
  const stop = reachable ? 0 : -1;
  return html`<div class="reactions" role="group" aria-label=${labels.of('log.reactions')}>
    ${reactions.map((reaction) => {
      const people = reactorNames(reaction, labels);
      return html`<button
        class="reaction ${reaction.mine ? 'mine' : ''}"
        type="button"
        tabindex=${stop}
        aria-pressed=${reaction.mine}
        aria-label=${labels.of('log.reaction', reaction.emoji, reaction.count, people)}
        title=${people}
        @click=${() => toggle(reaction.emoji)}
      >
        <span>${reaction.emoji}</span><b>${reaction.count.toLocaleString(labels.locale)}</b>
      </button>`;
    })}
    <button class="reaction" type="button" tabindex=${stop} aria-label=${add} title=${add} @click=${pick}>${icons.smile}</button>
  </div>`;
}
