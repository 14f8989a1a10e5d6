import type { DetailedError, HttpRequest, Upload as TusUpload } from 'tus-js-client';
import { fileStore } from './file-store.ts';
import type { Attachment } from '../model/media.ts';
import { RefusedUpload, type UploadContext, type Uploader } from './uploads.ts';

/** In bytes; small enough for the proxies that are put in front of servers. */
const CHUNK_SIZE = 2 * 1024 * 1024;
/** Statuses that a repeated request would get again; all others are tried again. */
const PERMANENT_FAILURES = [400, 403, 404, 413, 415, 422];

/** Loads the library, with the first file that is sent. */
const loadLibrary = () => import('tus-js-client');

/** Asks as an API client does, which a foreign page cannot: for problems as JSON, in the person's language. */
function setHeaders(request: HttpRequest): void {
  request.setHeader('Accept', 'application/problem+json, application/json');
  request.setHeader('Accept-Language', document.documentElement.lang || navigator.language);
}

function metadataOf({ name, type, alt, kind, durationMillis, waveform }: Attachment): Record<string, string> {
  const common = { filename: name, filetype: type, alt };
  const voice = { kind: 'voice', duration: `${durationMillis ?? 0}`, waveform: waveform ?? '' };
  const all: Record<string, string> = kind === 'VOICE' ? { ...common, ...voice } : common;
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
}

/** Resumable uploads to a space (tus 1.0). */
export class TusUploader implements Uploader {
  private readonly endpoint: string;
  private readonly missingText: () => string;

  /**
   * @param endpoint where the server creates uploads
   * @param missingText the text that the person sees for a file that is no longer in this browser
   */
  constructor(endpoint: string, missingText: () => string) {
    this.endpoint = endpoint;
    this.missingText = missingText;
  }

  async upload(attachment: Attachment, context: UploadContext): Promise<string> {
    const [file, { Upload }] = await Promise.all([fileStore.get(attachment.key), loadLibrary()]);
    if (!file) {
      throw new RefusedUpload(`${attachment.name}: ${this.missingText()}`);
    }
    return new Promise((resolve, reject) => {
      const upload: TusUpload = new Upload(file, {
        endpoint: this.endpoint,
        uploadUrl: attachment.address ?? null,
        metadata: metadataOf(attachment),
        chunkSize: CHUNK_SIZE,
        retryDelays: null,
        storeFingerprintForResuming: false,
        onBeforeRequest: setHeaders,
        onUploadUrlAvailable: () => void context.saveAddress(pathOf(upload.url!)),
        onProgress: (sent, total) => context.reportProgress(total > 0 ? sent / total : 1),
        onSuccess: () => resolve(idOf(upload.url!)),
        onError: (failure) => reject(classify(attachment, failure))
      });
      context.signal.addEventListener('abort', () => {
        void upload.abort();
        reject(new DOMException('The file is no longer wanted', 'AbortError'));
      });
      if (!context.signal.aborted) {
        upload.start();
      }
    });
  }

  async cancel({ address }: Attachment): Promise<void> {
    if (address) {
      const { Upload } = await loadLibrary();
      await Upload.terminate(address, { onBeforeRequest: setHeaders, retryDelays: null });
    }
  }
}

/** Returns the path without the host: the same browser may reach the same server by another name tomorrow. */
function pathOf(address: string): string {
  return new URL(address, location.href).pathname;
}

function idOf(address: string): string {
  return pathOf(address).split('/').at(-1)!;
}

/** Returns a RefusedUpload for a permanent failure, and any other failure as it is. */
function classify({ name }: Attachment, failure: Error | DetailedError): Error {
  const response = 'originalResponse' in failure ? failure.originalResponse : null;
  return response && PERMANENT_FAILURES.includes(response.getStatus())
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
