const PREFIX = 'charla-welcome-closed:';

/** The welcome text of a space, until the person closes it in this browser. See WelcomeCard.java. */
class WelcomeCard extends HTMLElement {
  private present = false;

  constructor() {
    super();
    this.addEventListener('click', (event) => {
      if ((event.target as Element).closest('button')) {
        this.close();
      }
    });
  }

  connectedCallback(): void {
    this.update();
  }

  show(present: boolean): void {
    this.present = present;
    this.update();
  }

  private update(): void {
    this.hidden = !this.present || this.closedBefore;
  }

  private close(): void {
    try {
      localStorage.setItem(this.key, '1');
    } catch (failure) {
      console.debug('It will be shown again.', failure);
    }
    this.show(false);
  }

  private get closedBefore(): boolean {
    try {
      return localStorage.getItem(this.key) !== null;
    } catch {
      return false;
    }
  }

  private get key(): string {
    return `${PREFIX}${this.getAttribute('place') ?? ''}`;
  }
}

customElements.define('charla-welcome-card', WelcomeCard);
