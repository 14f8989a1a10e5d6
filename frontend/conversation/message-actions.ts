import type { TemplateResult } from 'lit';
import { icons } from '../design/icons.ts';
import { mayChange, type MessageRow } from './rows.ts';

/** What can be done with a message that stands in the conversation. */
export interface Deeds {
  /** Lets the person choose an emoji. */
  react(row: MessageRow, event?: Event): void;
  reply(row: MessageRow): void;
  source(row: MessageRow): void;
  /** Marks it, and all that follow it, as unread. */
  unread(row: MessageRow): void;
  copy(row: MessageRow): void;
  share(row: MessageRow): void;
  /** Says it again elsewhere. */
  forward(row: MessageRow): void;
  /** Copies the address of its place. */
  link(row: MessageRow): void;
  pin(row: MessageRow): void;
  unpin(row: MessageRow): void;
  /** Keeps it at hand for the person. */
  save(row: MessageRow): void;
  /** Shows no longer what it links to. */
  preview(row: MessageRow): void;
  /** Shows what it said before. */
  versions(row: MessageRow): void;
  edit(row: MessageRow): void;
  delete(row: MessageRow): void;
}

export interface Action {
  name: keyof Deeds;
  icon: TemplateResult;
  /** The keys that do it while the row has the focus. */
  keys: string[];
  /** Whether it stands in the toolbar over the message; all stand in its menu. */
  quick: boolean;
  may(row: MessageRow): boolean;
}

const present = ({ message }: MessageRow) => !message.deleted;
/** Whether everybody has it. */
export const stored = (row: MessageRow) => row.state === 'sent' && row.message.id > 0 && present(row);

/** In the order in which they are offered; the toolbar, the menu and the keyboard all do these. */
export const ACTIONS: Action[] = [
  { name: 'react', icon: icons.smile, keys: ['+'], quick: true, may: stored },
  { name: 'reply', icon: icons.reply, keys: ['r'], quick: true, may: stored },
  { name: 'source', icon: icons.source, keys: ['q'], quick: false, may: (row) => present(row) && !!row.message.quote?.seq },
  { name: 'copy', icon: icons.copy, keys: ['c'], quick: false, may: (row) => present(row) && !!row.message.text },
  { name: 'unread', icon: icons.unread, keys: ['u'], quick: false, may: (row) => stored(row) && !row.own },
  { name: 'forward', icon: icons.forward, keys: ['f'], quick: false, may: stored },
  { name: 'link', icon: icons.link, keys: ['l'], quick: false, may: stored },
  { name: 'share', icon: icons.share, keys: [], quick: false, may: stored },
  { name: 'save', icon: icons.save, keys: ['s'], quick: false, may: stored },
  { name: 'pin', icon: icons.pin, keys: ['p'], quick: false, may: (row) => stored(row) && row.mayPin && !row.message.pinned },
  { name: 'unpin', icon: icons.unpin, keys: ['p'], quick: false, may: (row) => stored(row) && row.mayPin && !!row.message.pinned },
  { name: 'versions', icon: icons.clock, keys: ['h'], quick: false, may: (row) => stored(row) && !!row.message.editedAt },
  { name: 'preview', icon: icons.close, keys: [], quick: false, may: (row) => mayChange(row) && !!row.message.preview },
  { name: 'edit', icon: icons.edit, keys: ['e', 'Enter'], quick: true, may: mayChange },
  { name: 'delete', icon: icons.remove, keys: ['Delete'], quick: false, may: mayChange }
];
