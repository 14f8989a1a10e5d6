import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { html, nothing, type TemplateResult } from 'lit';
import { emit } from '../model/page-events.ts';
import type { Labels } from '../platform/labels.ts';
import { Timer } from '../platform/timer.ts';

/** Milliseconds during which marking everything as read can be undone. */
const UNDO_TIMEOUT = 10_000;

/** What marks all chats as read on the server, and takes that back. */
export interface ReadAllServer {
  readAll(): Promise<void>;
  undoReadAll(): Promise<void>;
}

/** The command that marks all chats of the space as read, with the notice that undoes it. */
export class ReadAll implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly server: () => ReadAllServer | undefined;
  private readonly timer = new Timer();
  private undoable = false;

  constructor(host: ReactiveControllerHost, server: () => ReadAllServer | undefined) {
    this.host = host;
    this.server = server;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.setUndoable(false);
  }

  run(): void {
    void this.server()?.readAll();
    emit('all-read', undefined);
    this.setUndoable(true);
    this.timer.start(UNDO_TIMEOUT, () => this.setUndoable(false));
  }

  private undo(): void {
    this.setUndoable(false);
    void this.server()?.undoReadAll();
    emit('all-read-undone', undefined);
  }

  private setUndoable(undoable: boolean): void {
    this.timer.cancel();
    this.undoable = undoable;
    this.host.requestUpdate();
  }

  renderNotice(labels: Labels): TemplateResult {
    return html`<div class="list-notice" role="status">
      ${
        this.undoable
          ? html`<p>
              ${labels.of('list.allRead')}
              <button type="button" @click=${() => this.undo()}>${labels.of('list.undo')}</button>
            </p>`
          : nothing
      }
    </div>`;
  }
}
