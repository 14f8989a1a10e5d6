import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { emit } from '../model/page-events.ts';
import type { JumpHistory } from './jump-history.ts';
import { ACTIONS, type RowActions } from './message-actions.ts';
import type { MessageCommands } from './message-commands.ts';
import { rowAfterKey } from './row-navigation.ts';
import { isStrayTyping } from '../platform/typing.ts';
import type { MessageRow, Row } from './rows.ts';
import type { Viewport } from './viewport.ts';

/** The distance of Page Up and Page Down, as a share of the visible height. */
const PAGE = 0.9;

/** The parts of the message log that the input acts on. */
export interface InputParts {
  viewport: Viewport;
  jumps: JumpHistory;
  commands: MessageCommands;
  goToEnd(): void;
}

/** Mouse and keyboard input on the rows: decides which row is active, moves the focus and runs the actions of the keys. */
export class RowInput implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly parts: InputParts;
  private active?: string;
  /** The key of the row that the keyboard moved the focus to: only there single keys are commands. */
  private walkedTo?: string;

  constructor(host: ReactiveControllerHost & HTMLElement, parts: InputParts) {
    this.host = host;
    this.parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pointerdown', this.onAnyPointerDown, true);
  }

  hostDisconnected(): void {
    window.removeEventListener('pointerdown', this.onAnyPointerDown, true);
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

  private readonly onAnyPointerDown = (): void => {
    this.walkedTo = undefined;
  };

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
    const moved = this.moveFocus(event.key, inRow ? target : undefined);
    if (moved || (row?.key === this.walkedTo && this.runCommand(event.key, row))) {
      event.preventDefault();
    } else if (row?.key !== this.walkedTo && isStrayTyping(event)) {
      event.stopPropagation(); // a question mark is typed, too
      emit('compose', undefined);
    }
  };

  /** Runs the command of a key in the row that the keyboard is at. Returns whether there is one. */
  private runCommand(key: string, row: Row | undefined): boolean {
    if (row?.type === 'system' && key === 'Enter' && row.message.quote) {
      this.actions.follow(row.message);
    }
    return row?.type === 'message' && this.runAction(key, row);
  }

  /** Moves the focus to another row. Returns whether the key does that. */
  private moveFocus(key: string, from: HTMLElement | undefined): boolean {
    const { viewport } = this.parts;
    const rows = viewport.rowElements;
    if (rows.length === 0) {
      return false;
    }
    const start = from ?? viewport.visibleRows.at(-1) ?? rows[rows.length - 1];
    if (!from && (key === 'ArrowUp' || key === 'ArrowDown')) {
      this.walkTo(start);
      return true;
    }
    if (key === 'End') {
      this.parts.goToEnd();
    }
    const to = rowAfterKey(key, rows, start, viewport.height * PAGE);
    if (to) {
      this.walkTo(to);
    }
    return to !== undefined;
  }

  private walkTo(element: HTMLElement): void {
    this.walkedTo = this.parts.viewport.rowOf(element)?.key;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  }

  /** Runs the action of a key where the message allows it. Returns whether it is the key of an action. */
  private runAction(key: string, row: MessageRow): boolean {
    const actions = ACTIONS.filter(({ keys }) => keys.includes(key));
    const action = actions.find(({ allowed }) => allowed(row));
    if (action) {
      this.actions[action.name](row);
    }
    return actions.length > 0;
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
