import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { emit } from '../model/page-events.ts';
import type { JumpHistory } from './jump-history.ts';
import { ACTIONS, type RowActions } from './message-actions.ts';
import type { MessageCommands } from './message-commands.ts';
import { rowAfterKey } from './row-navigation.ts';
import type { MessageRow } from './rows.ts';
import { Timer } from './timer.ts';
import type { Viewport } from './viewport.ts';

/** Milliseconds after which a touch is a long press. */
const LONG_PRESS = 450;
/** Pixels a touch may move within one event and still become a long press. */
const MAX_DRIFT = 6;
/** The distance of Page Up and Page Down, as a share of the visible height. */
const PAGE = 0.9;

/** The parts of the message log that the input acts on. */
export interface InputParts {
  viewport: Viewport;
  jumps: JumpHistory;
  commands: MessageCommands;
  goToEnd(): void;
}

/** Pointer and keyboard input on the rows: decides which row is active, moves the focus and runs the actions of the keys. */
export class RowInput implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly parts: InputParts;
  private readonly longPress = new Timer();
  private active?: string;

  constructor(host: ReactiveControllerHost & HTMLElement, parts: InputParts) {
    this.host = host;
    this.parts = parts;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.longPress.cancel();
  }

  /** The key of the message whose toolbar shows. */
  get activeKey(): string | undefined {
    return this.active;
  }

  /** Hides the toolbar. */
  deactivate(): void {
    this.setActive(undefined);
  }

  private activate(element: Element): void {
    const row = this.parts.viewport.rowOf(element);
    if (row) {
      this.setActive(row.type === 'message' ? row.key : undefined);
    }
  }

  private setActive(key: string | undefined): void {
    if (key !== this.active) {
      this.active = key;
      this.host.requestUpdate();
    }
  }

  // --- pointer ---

  readonly onPointerOver = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') {
      this.activate(event.target as Element);
    }
  };

  readonly onPointerLeave = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') {
      this.setActive(this.parts.viewport.rowOf(this.host.shadowRoot?.activeElement)?.key);
    }
  };

  readonly onPointerDown = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') {
      return;
    }
    const target = event.target as Element;
    if (!target.closest('.toolbar')) {
      this.deactivate();
      this.longPress.start(LONG_PRESS, () => this.activate(target));
    }
  };

  readonly onPointerUp = (): void => this.longPress.cancel();

  readonly onPointerMove = (event: PointerEvent): void => {
    if (Math.abs(event.movementX) + Math.abs(event.movementY) > MAX_DRIFT) {
      this.longPress.cancel();
    }
  };

  /** Opens the menu of the message, except on links and selected text: there the menu of the browser has more to offer. */
  readonly onContextMenu = (event: PointerEvent): void => {
    const target = event.target as Element;
    const row = this.parts.viewport.rowOf(target);
    const leaveToBrowser = target.closest('a') || (getSelection()?.type === 'Range' && event.pointerType !== 'touch');
    if (leaveToBrowser || event.shiftKey || row?.type !== 'message' || row.message.deleted) {
      return;
    }
    event.preventDefault();
    if (event.pointerType !== 'touch') {
      whenReleased(event, () => this.actions.menu(row, event));
    }
  };

  // --- focus ---

  readonly onFocusIn = (event: FocusEvent): void => {
    if ((event.target as Element).matches(':focus-visible')) {
      this.activate(event.target as Element);
    }
  };

  readonly onFocusOut = (event: FocusEvent): void => {
    if (!this.host.shadowRoot?.contains(event.relatedTarget as Node | null)) {
      this.deactivate();
    }
  };

  // --- keyboard ---

  readonly onKeydown = (event: KeyboardEvent): void => {
    const { viewport, jumps, commands } = this.parts;
    const target = event.target as HTMLElement;
    const inRow = target.classList.contains('row') || target.classList.contains('system');
    if (event.key === 'Escape') {
      event.preventDefault();
      jumps.empty ? emit('compose', undefined) : jumps.goBack();
      return;
    }
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && commands.undoable) {
      event.preventDefault();
      void commands.undo();
      return;
    }
    if ((!inRow && target !== viewport.scroller) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const row = viewport.rowOf(target);
    if (row?.type === 'system' && event.key === 'Enter' && row.message.quote) {
      this.actions.follow(row.message);
    }
    const moved = this.moveFocus(event.key, inRow ? target : undefined);
    if (moved || (row?.type === 'message' && this.runAction(event.key, row))) {
      event.preventDefault();
    }
  };

  /** Moves the focus to another row. Returns whether the key does that. */
  private moveFocus(key: string, from: HTMLElement | undefined): boolean {
    const { viewport } = this.parts;
    const rows = viewport.rowElements;
    if (rows.length === 0) {
      return false;
    }
    const start = from ?? viewport.visibleRows.at(-1) ?? rows[rows.length - 1];
    if (!from && (key === 'ArrowUp' || key === 'ArrowDown')) {
      focusRow(start);
      return true;
    }
    if (key === 'End') {
      this.parts.goToEnd();
    }
    const to = rowAfterKey(key, rows, start, viewport.height * PAGE);
    if (to) {
      focusRow(to);
    }
    return to !== undefined;
  }

  /** Runs the action of a key. Returns whether there is one. */
  private runAction(key: string, row: MessageRow): boolean {
    const action = ACTIONS.find(({ keys, allowed }) => keys.includes(key) && allowed(row));
    if (action) {
      this.actions[action.name](row);
    }
    return action !== undefined;
  }

  private get actions(): RowActions {
    return this.parts.commands.actions;
  }
}

/** Runs something once no button is down: the release of the button outside a popover would dismiss it. */
function whenReleased(event: PointerEvent, run: () => void): void {
  if (event.buttons === 0) {
    run();
  } else {
    addEventListener('pointerup', run, { once: true });
  }
}

function focusRow(row: HTMLElement): void {
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}
