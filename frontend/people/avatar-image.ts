import { Faces, type Face } from './avatar-cache.ts';

interface Server {
  ask(people: string): Promise<Face[]>;
}

/** What the people on this page look like. */
const faces = new Faces();

/** Brings the pictures of those who are on the screen; the contract is in FaceFeed.java. Shows nothing itself. */
export class AvatarFeed extends HTMLElement {
  declare private $server?: Server;
  private end?: () => void;

  // --- called by the server ---

  apply(news: Face[]): void {
    faces.take(news);
  }

  // --- life ---

  connectedCallback(): void {
    this.end = faces.onWanted((people) => void this.ask(people));
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  private async ask(people: string[]): Promise<void> {
    faces.take((await this.$server?.ask(people.join(' '))) ?? []);
  }
}

/** A person's picture over the whole of what it stands in, which shows through where there is none. */
export class AvatarImage extends HTMLElement {
  static observedAttributes = ['person'];

  private end?: () => void;

  connectedCallback(): void {
    Object.assign(this.style, { display: 'contents', borderRadius: 'inherit' });
    this.follow();
  }

  disconnectedCallback(): void {
    this.end?.();
    this.end = undefined;
  }

  attributeChangedCallback(): void {
    if (this.isConnected) {
      this.follow();
    }
  }

  private follow(): void {
    this.end?.();
    const person = this.getAttribute('person');
    this.replaceChildren();
    this.end = person ? faces.show(person, (address) => this.draw(address)) : undefined;
  }

  private draw(address: string): void {
    if (!address) {
      this.replaceChildren();
    } else if (this.firstElementChild?.getAttribute('src') !== address) {
      const image = new Image();
      image.alt = '';
      image.draggable = false;
      image.src = address;
      image.onerror = () => image.remove();
      Object.assign(image.style, {
        position: 'absolute',
        inset: '0',
        width: '100%',
        height: '100%',
        objectFit: 'cover',
        borderRadius: 'inherit'
      });
      this.replaceChildren(image);
    }
  }
}

customElements.define('charla-avatar-feed', AvatarFeed);
customElements.define('charla-avatar-image', AvatarImage);
