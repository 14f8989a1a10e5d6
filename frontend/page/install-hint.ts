/** The event by which some browsers offer to install the app; see https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
  userChoice: Promise<{ outcome: string }>;
}

let offered: InstallPrompt | undefined;
const waiting = new Set<() => void>();
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offered = event as InstallPrompt;
  waiting.forEach((show) => show());
});

/** How the app is installed with this browser: by a button of ours, or by steps in the browser's own menu. */
function way(): string | undefined {
  const standalone = matchMedia('(display-mode: standalone)').matches || Reflect.get(navigator, 'standalone') === true;
  const agent = navigator.userAgent;
  const apple = /iPhone|iPad|iPod/.test(agent) || (navigator.platform === 'MacIntel' && navigator.maxTouchPoints > 1);
  if (standalone) {
    return undefined;
  }
  if (offered) {
    return 'button';
  }
  if (apple) {
    return /CriOS|FxiOS|EdgiOS/.test(agent) ? 'apple-other' : 'apple';
  }
  if (/Android/.test(agent)) {
    return /Firefox/.test(agent) ? 'firefox' : 'android';
  }
  return undefined;
}

/**
 * The hint that the app can be installed, for this browser; hidden where it is installed or cannot be. Its children with a
 * `for` attribute are the texts for the ways. See InstallHint.java.
 */
class InstallHint extends HTMLElement {
  connectedCallback(): void {
    waiting.add(this.show);
    this.addEventListener('click', this.onClick);
    queueMicrotask(this.show);
  }

  disconnectedCallback(): void {
    waiting.delete(this.show);
  }

  private readonly show = (): void => {
    const present = way();
    this.hidden = !present;
    this.querySelectorAll<HTMLElement>('[for]').forEach((each) => (each.hidden = each.getAttribute('for') !== present));
  };

  private readonly onClick = async (event: Event): Promise<void> => {
    if ((event.target as Element).closest('button') && offered) {
      const prompt = offered;
      offered = undefined;
      await prompt.prompt();
      this.show();
    }
  };
}

customElements.define('charla-install-hint', InstallHint);
