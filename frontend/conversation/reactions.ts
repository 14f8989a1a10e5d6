import { html, nothing } from 'lit';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';
import type { Message, Reaction } from '../model/message.ts';

/**
 * Reactions that show at once and that the server has not confirmed yet. They lie over what the server tells, so that news
 * of other people does not make them flicker.
 */
export class PendingReactions {
  /** By message; by emoji whether the person wants to have reacted with it. */
  private readonly wanted = new Map<number, Map<string, boolean>>();

  set(id: number, emoji: string, on: boolean): void {
    this.wanted.set(id, new Map(this.wanted.get(id)).set(emoji, on));
  }

  settle(id: number, emoji: string): void {
    const rest = new Map(this.wanted.get(id));
    rest.delete(emoji);
    rest.size > 0 ? this.wanted.set(id, rest) : this.wanted.delete(id);
  }

  /** The message as it is to be drawn; the same object as long as nothing about it is pending. */
  over(message: Message): Message {
    const wanted = this.wanted.get(message.id);
    if (!wanted) {
      return message;
    }
    let reactions = message.reactions ?? [];
    wanted.forEach((on, emoji) => (reactions = toggled(reactions, emoji, on)));
    return { ...message, reactions };
  }
}

/** The reactions with, or without, the person's own. */
export function toggled(reactions: Reaction[], emoji: string, on: boolean): Reaction[] {
  const known = reactions.find((reaction) => reaction.emoji === emoji);
  if (!known) {
    return on ? [...reactions, { emoji, count: 1, mine: true, names: [] }] : reactions;
  }
  const count = known.count + Number(on) - Number(known.mine);
  return reactions
    .map((reaction) => (reaction === known ? { ...known, count, mine: on } : reaction))
    .filter((reaction) => reaction.count > 0);
}

/** Who reacted, as a person reads it: the reader first. */
export function who({ count, mine, names }: Reaction, labels: Labels): string {
  const told = mine ? [labels.of('log.you'), ...names] : names;
  const more = count - told.length;
  const all = more > 0 ? [...told, labels.counted('log.reaction.more', more)] : told;
  return new Intl.ListFormat(labels.locale).format(all);
}

/** What people reacted with, under the message. */
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
      const people = who(reaction, labels);
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
