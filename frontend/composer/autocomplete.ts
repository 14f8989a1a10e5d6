import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';

/** A completion of the text before the caret. */
export interface Suggestion {
  /** The text that replaces what has been typed of it. */
  text: string;
  /** The character shown before its name. */
  mark: string;
  name: string;
  /** Whether Enter submits the text, as without suggestions, once this one has been typed in full. */
  submitsWhenTyped?: boolean;
  /** A text that distinguishes it from others of the same name. */
  hint?: string;
}

/** A source of suggestions for one kind of token, such as mentions. */
export interface SuggestionSource {
  /** Matches the text before the caret while such a token is typed; its first group is the part that is replaced. */
  pattern: RegExp;
  find(typed: string): Promise<Suggestion[]>;
}

/** Autocomplete of a text area: a list of suggestions above it, whose keys take precedence over those of the text area. */
export class Autocomplete implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly sources: SuggestionSource[];
  private suggestions: Suggestion[] = [];
  private typed = '';
  private activeIndex = 0;
  private request = 0;

  constructor(host: ReactiveControllerHost, sources: SuggestionSource[]) {
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

  /** The id of the option that Enter accepts, for aria-activedescendant. */
  get activeId(): string | undefined {
    return this.open ? `completion-${this.activeIndex}` : undefined;
  }

  close(): void {
    this.request++;
    if (this.open) {
      this.suggestions = [];
      this.host.requestUpdate();
    }
  }

  /** Updates the suggestions; to be called when the text or the caret position has changed. */
  async update(area: HTMLTextAreaElement): Promise<void> {
    const before = area.value.slice(0, area.selectionEnd);
    for (const source of this.sources) {
      const typed = source.pattern.exec(before)?.[1];
      if (typed) {
        const request = ++this.request;
        const found = await source.find(typed).catch(() => []);
        if (request === this.request) {
          this.suggestions = found;
          this.typed = typed;
          this.activeIndex = 0;
          this.host.requestUpdate();
        }
        return;
      }
    }
    this.close();
  }

  /** Handles a key and returns whether it was for the suggestions. */
  handleKeydown(event: KeyboardEvent, area: HTMLTextAreaElement): boolean {
    const count = this.suggestions.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!this.open || event.shiftKey) {
      return false;
    }
    const { submitsWhenTyped, text } = this.suggestions[this.activeIndex];
    if (event.key === 'Enter' && submitsWhenTyped && text === this.typed) {
      this.close();
      return false;
    }
    if (step !== undefined) {
      this.activeIndex = (this.activeIndex + step + count) % count;
      this.host.requestUpdate();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.accept(this.suggestions[this.activeIndex], area);
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  private accept({ text }: Suggestion, area: HTMLTextAreaElement): void {
    const end = area.selectionEnd;
    this.close();
    area.setRangeText(`${text} `, end - this.typed.length, end, 'end');
    area.dispatchEvent(new Event('input'));
  }

  render(label: string, area: () => HTMLTextAreaElement | null) {
    if (!this.open) {
      return nothing;
    }
    const accept = (suggestion: Suggestion) => {
      const current = area();
      if (current) {
        this.accept(suggestion, current);
      }
    };
    return html`<ul id="completion" class="completion" role="listbox" aria-label=${label}>
      ${this.suggestions.map(
        (suggestion, index) => html`<li
          id="completion-${index}"
          role="option"
          aria-selected=${index === this.activeIndex}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${() => accept(suggestion)}
        >
          <span class="mark" aria-hidden="true">${suggestion.mark}</span>${suggestion.name}${
            suggestion.hint ? html`<span class="hint">${suggestion.hint}</span>` : nothing
          }
        </li>`
      )}
    </ul>`;
  }
}

export const autocompleteStyles = css`
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
