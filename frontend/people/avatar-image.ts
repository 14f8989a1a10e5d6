import { AvatarCache, type Avatar } from './avatar-cache.ts';

interface Server {
  ask(people: string): Promise<Avatar[]>;
}

/** The avatars of this page, shared by its feed and all its images. */
const avatars = new AvatarCache();

/** Returns the avatars that this page knows, for the local copy. */
export const knownAvatars = (): Avatar[] => avatars.known;

/** Shows avatars of the local copy where the server tells nothing else. */
export const showKnownAvatars = (copies: Avatar[]): void => avatars.put(copies);

/** Fetches the avatars of the people on this page and receives their changes; draws nothing. See AvatarFeed.java. */
export class AvatarFeed extends HTMLElement {
  declare private $server?: Server;
  private dispose?: () => void;

  // --- called by the server ---

  apply(changed: Avatar[]): void {
    avatars.put(changed);
  }

  // --- lifecycle ---

  connectedCallback(): void {
    this.dispose = avatars.onRequest((people) => void this.request(people));
  }

  disconnectedCallback(): void {
    this.dispose?.();
  }

  private async request(people: string[]): Promise<void> {
    avatars.put((await this.$server?.ask(people.join(' '))) ?? []);
  }
}

/** A person's picture over the whole of its container, whose content shows where there is no picture. */
export class AvatarImage extends HTMLElement {
  static observedAttributes = ['person'];

  private dispose?: () => void;

  connectedCallback(): void {
    Object.assign(this.style, { display: 'contents', borderRadius: 'inherit' });
    this.subscribe();
  }

  disconnectedCallback(): void {
    this.dispose?.();
    this.dispose = undefined;
  }

  attributeChangedCallback(): void {
    if (this.isConnected) {
      this.subscribe();
    }
  }

  private subscribe(): void {
    this.dispose?.();
    const person = this.getAttribute('person');
    this.replaceChildren();
    this.dispose = person ? avatars.show(person, (address) => this.draw(address)) : undefined;
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
