import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { connected, onConnectionChange } from '../platform/connection.ts';
import { Heartbeat } from './heartbeat.ts';
import { Timer } from '../platform/timer.ts';

/** Milliseconds without a connection after which the person is told: shorter interruptions do not matter. */
const OFFLINE_DELAY = 1000;

/** The connection to the server, checked by a heartbeat: whether the conversation shows that it is offline. */
export class ConnectionMonitor implements ReactiveController {
  offline = false;

  private readonly host: ReactiveControllerHost;
  private readonly heartbeat: Heartbeat;
  private readonly timer = new Timer();
  private answering = true;
  private disposers: (() => void)[] = [];

  /** @param beat asks the server; resolves when the answer is applied */
  constructor(host: ReactiveControllerHost, beat: () => Promise<unknown>) {
    this.host = host;
    this.heartbeat = new Heartbeat({
      beat,
      onStatusChange: (answering) => {
        this.answering = answering;
        this.update();
      }
    });
    host.addController(this);
  }

  hostConnected(): void {
    const onOffline = () => this.check();
    window.addEventListener('offline', onOffline);
    this.disposers = [() => window.removeEventListener('offline', onOffline), onConnectionChange(() => this.update())];
    this.heartbeat.start();
    this.update();
  }

  hostDisconnected(): void {
    this.disposers.forEach((dispose) => dispose());
    this.heartbeat.stop();
    this.timer.cancel();
  }

  /** Sends a heartbeat at once. */
  check(): void {
    this.heartbeat.now();
  }

  private update(): void {
    const offline = !this.answering || !connected();
    this.timer.cancel();
    if (offline && !this.offline) {
      this.timer.start(OFFLINE_DELAY, () => this.setOffline(true));
    } else if (offline !== this.offline) {
      this.setOffline(offline);
    }
  }

  private setOffline(offline: boolean): void {
    this.offline = offline;
    this.host.requestUpdate();
  }
}
