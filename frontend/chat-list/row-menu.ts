import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ActionMenu, type MenuContent } from '../design/action-menu.ts';
import { icons } from '../design/icons.ts';
import type { Labels } from '../platform/labels.ts';
import { onTouch } from '../platform/touch.ts';
import { notificationLevel, type Row, type Rows } from './chat-rows.ts';

/** Pixels to swipe a row until its menu opens. */
const SWIPE = 64;

/** What the server does to a chat; see ChatList.java. */
export interface RowServer {
  markRead(chat: string, seq: number): Promise<void>;
  mute(chat: string, muted: boolean): Promise<void>;
  /** Asks the person, then hides a private chat or leaves any other one. */
  leave(chat: string): Promise<void>;
}

/** The state of the list that the menu depends on. */
export interface RowMenuContext {
  labels(): Labels;
  rows(): Rows | undefined;
  server(): RowServer | undefined;
}

/** The menu of a chat's row. */
export class ChatMenu extends ActionMenu {}

customElements.define('charla-chat-menu', ChatMenu);

/** Opens the menu of a row: by a long press, a swipe, the context menu of a mouse or keyboard, or its hidden button. */
export class RowMenu implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly context: RowMenuContext;
  private stop?: () => void;

  constructor(host: ReactiveControllerHost & HTMLElement, context: RowMenuContext) {
    this.host = host;
    this.context = context;
    host.addController(this);
  }

  hostUpdated(): void {
    const list = this.host.querySelector<HTMLElement>('.rows');
    if (list && !this.stop) {
      this.stop = onTouch<HTMLElement>(list, {
        target: (event) => this.linkOf(event.target as Element),
        longPress: (link) => this.openAt(link, below(link)),
        swiping: (link, dx) => (link.style.translate = `${Math.max(-SWIPE - 16, Math.min(0, dx))}px 0`),
        swiped: (link, dx) => {
          link.style.translate = '';
          if (-dx > SWIPE) {
            this.openAt(link, below(link));
          }
        }
      });
    }
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
  }

  /** The link of a joined chat around an element. */
  private linkOf(element: Element): HTMLElement | undefined {
    const link = element.closest('li')?.querySelector<HTMLElement>('a[data-chat]') ?? undefined;
    return link && this.context.rows()?.get(link.dataset.chat ?? '')?.joined ? link : undefined;
  }

  /** Replaces the browser's menu; with Shift that one opens. A touch has opened this one already. */
  readonly onContextMenu = (event: PointerEvent): void => {
    const link = this.linkOf(event.target as Element);
    if (!link || event.shiftKey) {
      return;
    }
    event.preventDefault();
    if (event.pointerType === 'touch') {
      return;
    }
    const at = event.clientX > 0 ? { x: event.clientX, y: event.clientY } : below(link);
    const open = () => this.openAt(link, at);
    event.buttons === 0 ? open() : addEventListener('pointerup', open, { once: true });
  };

  /** Opens the menu for the hidden button of a row. */
  readonly onButton = (event: Event): void => {
    const link = this.linkOf(event.currentTarget as Element);
    if (link) {
      this.openAt(link, below(link));
    }
  };

  private openAt(link: HTMLElement, at: { x: number; y: number }): void {
    const row = this.context.rows()?.get(link.dataset.chat ?? '');
    const menu = this.host.querySelector<ChatMenu>('charla-chat-menu');
    if (row && menu) {
      void menu.open(this.content(row), at, () => link.focus({ preventScroll: true }));
    }
  }

  private content(row: Row): MenuContent {
    const labels = this.context.labels();
    const { id, seq, unread, kind } = row;
    const muted = notificationLevel(row, Date.now()) !== 'ALL';
    const action = (name: string, icon: MenuContent['items'][number]['icon'], run: () => void, danger = false) => ({
      name: labels.of(`list.action.${name}`),
      icon,
      danger,
      run
    });
    return {
      label: row.title,
      quick: [],
      items: [
        ...(unread > 0 ? [action('read', icons.checks, () => void this.context.server()?.markRead(id, seq))] : []),
        action(
          muted ? 'unmute' : 'mute',
          muted ? icons.bell : icons.mute,
          () => void this.context.server()?.mute(id, !muted)
        ),
        action(kind === 'PRIVATE' ? 'hide' : 'leave', icons.leave, () => void this.context.server()?.leave(id), true)
      ],
      notes: []
    };
  }
}

function below(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  return { x: box.left + 24, y: box.bottom };
}
