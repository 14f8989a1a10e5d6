import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onWake } from '../platform/connection.ts';
import { nextMuteEnd, type Rows } from './chat-rows.ts';

/** Milliseconds between two looks at the clock. */
const INTERVAL = 60_000;

/** The time that the chat list shows: goes on by the minute, after sleep, and when a mute ends, which changes what counts as unread. */
export class ListClock implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly rows: () => Rows | undefined;
  private interval = 0;
  private muteTimer = 0;
  private stopListening?: () => void;
  now = Date.now();

  constructor(host: ReactiveControllerHost, rows: () => Rows | undefined) {
    this.host = host;
    this.rows = rows;
    host.addController(this);
  }

  hostConnected(): void {
    this.interval = window.setInterval(() => this.set(Date.now()), INTERVAL);
    this.stopListening = onWake(() => this.set(Date.now()));
  }

  hostDisconnected(): void {
    clearInterval(this.interval);
    clearTimeout(this.muteTimer);
    this.stopListening?.();
  }

  hostUpdated(): void {
    clearTimeout(this.muteTimer);
    const end = nextMuteEnd(this.rows(), this.now);
    const delay = end === undefined ? INTERVAL : end - Date.now();
    if (end !== undefined && delay < INTERVAL) {
      this.muteTimer = window.setTimeout(() => this.set(Math.max(Date.now(), end)), Math.max(delay, 0));
    }
  }

  private set(now: number): void {
    this.now = now;
    this.host.requestUpdate();
  }
}
