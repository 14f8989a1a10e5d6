import { on } from '../model/page-events.ts';
import { knownAvatars } from '../people/avatar-image.ts';
import type { Texts } from '../platform/labels.ts';
import { keepPictures } from '../sync/picture-copies.ts';
import { saveShellCopy, type Shell } from '../sync/shell-copy.ts';
import { currentLook } from './look.ts';

/** Milliseconds between a change and its copy: the chat list of a busy space changes all the time. */
const DELAY = 2000;

/** The texts of all elements of this page, which receive them before or after the local copy does. */
let known: { locale: string; texts: Texts } = { locale: '', texts: {} };

function collect(locale: string, texts: Texts): void {
  known = { locale, texts: locale === known.locale ? { ...known.texts, ...texts } : texts };
  LocalCopy.changed();
}
on('texts', ({ locale, texts }) => collect(locale, texts));

/**
 * Local copy of what is around the conversations: spaces, rows of the chat list, texts, appearance and avatars, kept in this
 * browser for pages without a server; draws nothing. The contract is in LocalCopy.java.
 */
export class LocalCopy extends HTMLElement {
  private static current?: LocalCopy;

  private shell?: Shell;
  private rows?: readonly object[];
  private timer?: ReturnType<typeof setTimeout>;
  private disposers: (() => void)[] = [];

  static changed(): void {
    LocalCopy.current?.schedule();
  }

  // --- called by the server ---

  setLabels(locale: string, own: Texts): void {
    collect(locale, own);
  }

  show(shell: Shell): void {
    if (shell.space !== this.shell?.space) {
      this.rows = undefined;
    }
    this.shell = shell;
    this.schedule();
  }

  // --- lifecycle ---

  connectedCallback(): void {
    LocalCopy.current = this;
    this.disposers = [
      on('rows', (rows) => {
        this.rows = rows;
        this.schedule();
      })
    ];
    // The next page may have to do without a server, and without a cache of this module.
    setTimeout(() => void import('./offline-app.ts'), DELAY);
  }

  disconnectedCallback(): void {
    this.disposers.forEach((dispose) => dispose());
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => void this.save(), DELAY);
  }

  private async save(): Promise<void> {
    this.timer = undefined;
    const { shell, rows } = this;
    if (!shell) {
      return;
    }
    await saveShellCopy('shell', shell);
    await saveShellCopy('look', currentLook());
    await saveShellCopy('texts', known);
    if (rows) {
      await saveShellCopy(`rows:${shell.space}`, [...rows]);
    }
    const avatars = knownAvatars();
    await saveShellCopy('avatars', avatars);
    await keepPictures(avatars.map(({ address }) => address));
  }
}

customElements.define('charla-local-copy', LocalCopy);
