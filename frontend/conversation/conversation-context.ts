import type { Conversation } from '../model/message.ts';
import type { Labels } from '../platform/labels.ts';
import type { MessageWindow } from './message-window.ts';
import type { Server } from './server.ts';

/** The part of the message log that all its controllers share. */
export interface ConversationContext {
  readonly window: MessageWindow;
  conversation(): Conversation | undefined;
  server(): Server | undefined;
  labels(): Labels;
  /** Whether the first window has arrived. */
  ready(): boolean;
  /** Renders again after the window, the echoes or the unread line have changed. */
  redraw(): void;
  /** Shows a short notice. */
  notify(text: string): void;
}
