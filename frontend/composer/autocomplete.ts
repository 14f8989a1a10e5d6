import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';

/** One way to go on with what is being written. */
export interface Suggestion {
  /** What takes the place of what was written so far. */
  text: string;
  /** What it looks like, before its name. */
  mark: string;
  name: string;
  /** Whether Enter does with it, once it is written in full, what it does without suggestions. */
  whole?: boolean;
  /** What else tells it from others. */
  hint?: string;
}

/** Something that is completed while it is written. */
export interface Source {
  /** Matches what stands before the caret while such a thing is written; its group is the part to be replaced. */
  pattern: RegExp;
  find(written: string): Promise<Suggestion[]>;
}

/** Offers to complete what stands before the caret of a text area: its suggestions lie above, its keys go before others. */
export class Completion implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly sources: Source[];
  private suggestions: Suggestion[] = [];
  private written = '';
  private at = 0;
  private question = 0;

  constructor(host: ReactiveControllerHost, sources: Source[]) {
    this.host = host;
    this.sources = sources;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get open(): boolean {
    return this.suggestions.length > 0;
  }

  /** The option that Enter takes, for aria-activedescendant. */
  get active(): string | undefined {
    return this.open ? `completion-${this.at}` : undefined;
  }

  close(): void {
    this.question++;
    if (this.open) {
      this.suggestions = [];
      this.host.requestUpdate();
    }
  }

  /** To be called when the text or the caret has moved. */
  async look(area: HTMLTextAreaElement): Promise<void> {
    const before = area.value.slice(0, area.selectionEnd);
    for (const source of this.sources) {
      const written = source.pattern.exec(before)?.[1];
      if (written) {
        const question = ++this.question;
        const found = await source.find(written).catch(() => []);
        if (question === this.question) {
          this.suggestions = found;
          this.written = written;
          this.at = 0;
          this.host.requestUpdate();
        }
        return;
      }
    }
    this.close();
  }

  /** Says whether the key was for the suggestions. */
  keyed(event: KeyboardEvent, area: HTMLTextAreaElement): boolean {
    const count = this.suggestions.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!this.open || event.shiftKey) {
      return false;
    }
    const { whole, text } = this.suggestions[this.at];
    if (event.key === 'Enter' && whole && text === this.written) {
      this.close();
      return false;
    }
    if (step !== undefined) {
      this.at = (this.at + step + count) % count;
      this.host.requestUpdate();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.take(this.suggestions[this.at], area);
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  private take({ text }: Suggestion, area: HTMLTextAreaElement): void {
    const end = area.selectionEnd;
    this.close();
    area.setRangeText(`${text} `, end - this.written.length, end, 'end');
    area.dispatchEvent(new Event('input'));
  }

  render(label: string, area: () => HTMLTextAreaElement | null) {
    if (!this.open) {
      return nothing;
    }
    const take = (suggestion: Suggestion) => {
      const present = area();
      if (present) {
        this.take(suggestion, present);
      }
    };
    return html`<ul id="completion" class="completion" role="listbox" aria-label=${label}>
      ${this.suggestions.map(
        (suggestion, at) => html`<li
          id="completion-${at}"
          role="option"
          aria-selected=${at === this.at}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${() => take(suggestion)}
        >
          <span class="mark" aria-hidden="true">${suggestion.mark}</span>${suggestion.name}${suggestion.hint
            ? html`<span class="hint">${suggestion.hint}</span>`
            : nothing}
        </li>`
      )}
    </ul>`;
  }
}

export const completionStyles = css`
  .completion {
    max-height: 260px;
    margin: 0 0 6px;
    padding: 6px;
    overflow-y: auto;
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    box-shadow: 0 4px 14px rgb(20 22 40 / 16%);
    list-style: none;
  }

  .completion li {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 36px;
    padding: 0 10px;
    border-radius: 9px;
    cursor: pointer;
  }

  .completion li:hover,
  .completion li[aria-selected='true'] {
    background: var(--surface-2);
  }

  .completion .hint {
    overflow: hidden;
    color: var(--muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .completion .mark {
    min-width: 1.25em;
    text-align: center;
    color: var(--muted);
    flex: none;
    font-size: 1.25rem;
  }

  @media (pointer: coarse) {
    .completion li {
      min-height: 44px;
    }
  }
`;
