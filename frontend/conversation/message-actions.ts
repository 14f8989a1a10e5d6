import type { TemplateResult } from 'lit';
import { icons } from '../design/icons.ts';
import type { ShownMedia } from '../model/media.ts';
import type { Message, Person } from '../model/message.ts';
import { mayChange, type MessageRow } from './rows.ts';

/** The actions on a message that the toolbar, the menu and the keyboard offer. */
export interface MessageActions {
  /** Opens the emoji picker for a reaction. */
  react(row: MessageRow, event?: Event): void;
  reply(row: MessageRow): void;
  /** Goes to the quoted message. */
  source(row: MessageRow): void;
  /** Marks the message, and all that follow it, as unread. */
  unread(row: MessageRow): void;
  copy(row: MessageRow): void;
  /** Opens the dialog that shares the message outside. */
  share(row: MessageRow): void;
  /** Forwards the message to another chat. */
  forward(row: MessageRow): void;
  /** Copies the address of the message. */
  link(row: MessageRow): void;
  pin(row: MessageRow): void;
  unpin(row: MessageRow): void;
  /** Adds the message to the saved messages of the person. */
  save(row: MessageRow): void;
  /** Removes the link preview. */
  preview(row: MessageRow): void;
  /** Shows the earlier versions. */
  versions(row: MessageRow): void;
  edit(row: MessageRow): void;
  delete(row: MessageRow): void;
}

/** All actions of a row: those on its message, and those of its other buttons. */
export interface RowActions extends MessageActions {
  /** Adds the person's reaction with an emoji, or removes it. */
  toggle(row: MessageRow, emoji: string): void;
  /** Goes to the message that another one quotes. */
  follow(message: Message): void;
  menu(row: MessageRow, event: Event): void;
  /** Opens the menu of a message that was pressed. */
  sheet(row: MessageRow, element: HTMLElement): void;
  /** Shows the profile of a person. */
  person(person: Person): void;
  /** Opens a picture or video in the lightbox. */
  show(media: ShownMedia): void;
  /** Expands the message of a blocked sender. */
  expand(row: MessageRow): void;
  /** Sends a failed message again. */
  retry(clientId: string): void;
  /** Removes a failed message. */
  discard(clientId: string): void;
}

/** An action on a message as it is offered. */
export interface Action {
  /** Also the last part of the label key `log.action.…`. */
  name: keyof MessageActions;
  icon: TemplateResult;
  /** The keys that trigger it while the row has the focus. */
  keys: string[];
  /** Whether the toolbar over the message offers it; the menu offers all. */
  quick: boolean;
  allowed(row: MessageRow): boolean;
}

const exists = ({ message }: MessageRow) => !message.deleted;
/** Whether the message is on the server and not deleted. */
export const isStored = (row: MessageRow) => row.state === 'sent' && row.message.id > 0 && exists(row);
const isPinnable = (row: MessageRow) => isStored(row) && row.mayPin;

/** All actions, in the order in which the toolbar and the menu offer them. */
export const ACTIONS: Action[] = [
  { name: 'react', icon: icons.smile, keys: ['+'], quick: true, allowed: isStored },
  { name: 'reply', icon: icons.reply, keys: ['r'], quick: true, allowed: isStored },
  {
    name: 'source',
    icon: icons.source,
    keys: ['q'],
    quick: false,
    allowed: (row) => exists(row) && !!row.message.quote?.seq
  },
  { name: 'copy', icon: icons.copy, keys: ['c'], quick: false, allowed: (row) => exists(row) && !!row.message.text },
  { name: 'unread', icon: icons.unread, keys: ['u'], quick: false, allowed: (row) => isStored(row) && !row.own },
  { name: 'forward', icon: icons.forward, keys: ['f'], quick: false, allowed: isStored },
  { name: 'link', icon: icons.link, keys: ['l'], quick: false, allowed: isStored },
  { name: 'share', icon: icons.share, keys: [], quick: false, allowed: isStored },
  { name: 'save', icon: icons.save, keys: ['s'], quick: false, allowed: isStored },
  { name: 'pin', icon: icons.pin, keys: ['p'], quick: false, allowed: (row) => isPinnable(row) && !row.message.pinned },
  { name: 'unpin', icon: icons.unpin, keys: ['p'], quick: false, allowed: (row) => isPinnable(row) && !!row.message.pinned },
  {
    name: 'versions',
    icon: icons.clock,
    keys: ['h'],
    quick: false,
    allowed: (row) => isStored(row) && !!row.message.editedAt
  },
  { name: 'preview', icon: icons.close, keys: [], quick: false, allowed: (row) => mayChange(row) && !!row.message.preview },
  { name: 'edit', icon: icons.edit, keys: ['e', 'Enter'], quick: true, allowed: mayChange },
  { name: 'delete', icon: icons.remove, keys: ['Delete'], quick: false, allowed: mayChange }
];
