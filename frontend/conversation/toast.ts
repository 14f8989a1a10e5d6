import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { Timer } from '../platform/timer.ts';

/** Milliseconds for which a notice shows. */
const DURATION = 3000;

/** A notice over the end of the conversation, which goes by itself. */
export class Toast implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly timer = new Timer();
  private text = '';

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.timer.cancel();
  }

  show(text: string): void {
    this.setText(text);
    this.timer.start(DURATION, () => this.setText(''));
  }

  private setText(text: string): void {
    this.text = text;
    this.host.requestUpdate();
  }

  render() {
    return this.text ? html`<div class="toast">${this.text}</div>` : nothing;
  }
}
