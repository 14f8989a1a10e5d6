import type { DetailedError, HttpRequest, Upload as TusUpload } from 'tus-js-client';
import { keptFiles } from './file-store.ts';
import type { Attachment } from '../model/media.ts';
import { RefusedUpload, type Carrier, type Way } from './uploads.ts';

/** Small enough for the proxies people put in front of their servers. */
const CHUNK = 2 * 1024 * 1024;
/** What will be refused again, however often it is asked: those beside these pass. */
const FOR_GOOD = [400, 403, 404, 413, 415, 422];

/** The library is loaded with the first file that is sent. */
const library = () => import('tus-js-client');

/** Asked of the server as a program would ask, not as a page that somebody else made could. */
function prepare(request: HttpRequest): void {
  request.setHeader('Accept', 'application/problem+json, application/json');
  request.setHeader('Accept-Language', document.documentElement.lang || navigator.language);
}

function metadataOf({ name, type, alt, kind, durationMillis, waveform }: Attachment): Record<string, string> {
  const told = { filename: name, filetype: type, alt };
  const voice = { kind: 'voice', duration: `${durationMillis ?? 0}`, waveform: waveform ?? '' };
  const all: Record<string, string> = kind === 'VOICE' ? { ...told, ...voice } : told;
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
}

/** Carries files to a space by the tus protocol, 1.0. */
export class TusCarrier implements Carrier {
  private readonly endpoint: string;
  private readonly lost: () => string;

  /**
   * @param endpoint where the server takes files
   * @param lost what to tell the person of a file that is no longer in this browser
   */
  constructor(endpoint: string, lost: () => string) {
    this.endpoint = endpoint;
    this.lost = lost;
  }

  async carry(attachment: Attachment, way: Way): Promise<string> {
    const [file, { Upload }] = await Promise.all([keptFiles.file(attachment.key), library()]);
    if (!file) {
      throw new RefusedUpload(`${attachment.name}: ${this.lost()}`);
    }
    return new Promise((resolve, reject) => {
      const upload: TusUpload = new Upload(file, {
        endpoint: this.endpoint,
        uploadUrl: attachment.address ?? null,
        metadata: metadataOf(attachment),
        chunkSize: CHUNK,
        retryDelays: null,
        storeFingerprintForResuming: false,
        onBeforeRequest: prepare,
        onUploadUrlAvailable: () => void way.address(pathOf(upload.url!)),
        onProgress: (sent, total) => way.progress(total > 0 ? sent / total : 1),
        onSuccess: () => resolve(idOf(upload.url!)),
        onError: (failure) => reject(verdict(attachment, failure))
      });
      way.signal.addEventListener('abort', () => {
        void upload.abort();
        reject(new DOMException('The file is no longer wanted', 'AbortError'));
      });
      if (!way.signal.aborted) {
        upload.start();
      }
    });
  }

  async giveUp({ address }: Attachment): Promise<void> {
    if (address) {
      const { Upload } = await library();
      await Upload.terminate(address, { onBeforeRequest: prepare, retryDelays: null });
    }
  }
}

/** Without the host: the same browser may reach the same server by another name tomorrow. */
function pathOf(address: string): string {
  return new URL(address, location.href).pathname;
}

function idOf(address: string): string {
  return pathOf(address).split('/').at(-1)!;
}

/** Whether a failure is the server's last word. */
function verdict({ name }: Attachment, failure: Error | DetailedError): Error {
  const response = 'originalResponse' in failure ? failure.originalResponse : null;
  return response && FOR_GOOD.includes(response.getStatus())
    ? new RefusedUpload([name, detailOf(response.getBody())].filter(Boolean).join(': '))
    : failure;
}

function detailOf(problem: string): string {
  try {
    const { detail, title } = JSON.parse(problem) as { detail?: string; title?: string };
    return detail ?? title ?? '';
  } catch {
    return '';
  }
}
