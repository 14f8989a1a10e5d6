import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import type { Attachment } from '../../model/media.ts';
import type { Entry } from '../../sync/outbox-entry.ts';
import { MemoryStore } from '../../sync/outbox-store.ts';
import { Outbox } from '../../sync/outbox.ts';
import { RefusedUpload, Uploads, type UploadContext, type Uploader } from '../../sync/uploads.ts';

const environment = {
  connected: () => true,
  withLock: <T>(_: string, work: () => Promise<T>) => work(),
  notifyTabs() {}
};
const withLock = <T>(_: string, __: AbortSignal, work: () => Promise<T>) => work();

let outbox: Outbox;
let sent: Entry[];
let cancelled: string[];

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  outbox = new Outbox(new MemoryStore(), environment);
  sent = [];
  cancelled = [];
  outbox.start({
    account: 'me',
    space: 's',
    async deliver(entry) {
      sent.push(entry);
      return { status: 'sent', seq: sent.length };
    }
  });
});

afterEach(() => mock.timers.reset());

async function pass(milliseconds = 0): Promise<void> {
  for (let round = 0; round < 5; round++) {
    for (let i = 0; i < 50; i++) {
      await Promise.resolve();
    }
    mock.timers.tick(round === 0 ? milliseconds : 0);
  }
}

function file(key: string, more: Partial<Attachment> = {}): Attachment {
  return { key, name: `${key}.png`, type: 'image/png', size: 9, kind: 'IMAGE', alt: '', ...more };
}

function message(text: string, media: Attachment[] = []) {
  return { account: 'me', space: 's', chat: 'c', clientId: `id-${text}`, text, sentAt: 1, media };
}

function uploader(upload: (attachment: Attachment, context: UploadContext) => Promise<string>): Uploader {
  return { upload, cancel: async ({ key, address }) => void cancelled.push(`${key} ${address}`) };
}

const never = () => new Promise<never>(() => {});

test('sends a message once its files are uploaded, and later messages before it', async () => {
  let arrive = (_: string) => {};
  const uploads = new Uploads(outbox, withLock);
  uploads.start(
    'me',
    's',
    uploader(() => new Promise((resolve) => (arrive = resolve)))
  );
  await outbox.add(message('picture', [file('a')]));
  await outbox.add(message('words'));
  await pass();
  assert.deepEqual(
    sent.map(({ text }) => text),
    ['words']
  );
  arrive('m1');
  await pass();
  assert.deepEqual(
    sent.map(({ text }) => text),
    ['words', 'picture']
  );
  assert.equal(sent[1].media?.[0].id, 'm1');
});

test('uploads three files at once and reports their progress', async () => {
  const started: string[] = [];
  const uploads = new Uploads(outbox, withLock);
  const reported: string[] = [];
  uploads.addEventListener('progress', (event) => reported.push((event as CustomEvent).detail));
  uploads.start(
    'me',
    's',
    uploader((attachment, context) => {
      started.push(attachment.key);
      context.reportProgress(0.5);
      return never();
    })
  );
  await outbox.add(
    message(
      'album',
      ['a', 'b', 'c', 'd'].map((key) => file(key))
    )
  );
  await pass();
  assert.deepEqual(started, ['a', 'b', 'c']);
  assert.deepEqual(reported, ['a', 'b', 'c']);
  assert.equal(uploads.progress('a'), 0.5);
  assert.equal(uploads.progress('d'), undefined);
});

test('resumes an upload at its address after a failure', async () => {
  const addresses: (string | undefined)[] = [];
  const uploads = new Uploads(outbox, withLock);
  uploads.start(
    'me',
    's',
    uploader(async (attachment, context) => {
      addresses.push(attachment.address);
      await context.saveAddress('/uploads/1');
      if (addresses.length < 3) {
        throw new Error('the network is gone');
      }
      return 'm1';
    })
  );
  await outbox.add(message('picture', [file('a')]));
  await pass();
  await pass(1000);
  await pass(2000);
  assert.deepEqual(addresses, [undefined, '/uploads/1', '/uploads/1']);
  assert.equal(sent.length, 1);
});

test('marks the message of a refused file as failed until the file is removed', async () => {
  const uploads = new Uploads(outbox, withLock);
  uploads.start(
    'me',
    's',
    uploader(async (attachment) => {
      if (attachment.key === 'bad') {
        throw new RefusedUpload('No such files here');
      }
      return 'm1';
    })
  );
  await outbox.add(message('two', [file('good'), file('bad')]));
  await pass();
  assert.equal(sent.length, 0);
  const [entry] = outbox.entries('me', 's', 'c');
  assert.deepEqual([entry.state, entry.reason], ['failed', 'No such files here']);
  await outbox.removeFile(entry.clientId, 'bad');
  await outbox.retry(entry.clientId);
  await pass();
  assert.deepEqual(
    sent[0].media?.map(({ key }) => key),
    ['good']
  );
});

test('cancels the upload of a removed file, and no other', async () => {
  const signals = new Map<string, AbortSignal>();
  const uploads = new Uploads(outbox, withLock);
  uploads.start(
    'me',
    's',
    uploader(async ({ key }, context) => {
      signals.set(key, context.signal);
      await context.saveAddress(`/uploads/${key}`);
      return never();
    })
  );
  await outbox.add(message('', [file('a'), file('b')]));
  await pass();
  await outbox.removeFile('id-', 'a');
  await pass();
  assert.deepEqual(cancelled, ['a /uploads/a']);
  assert.equal(signals.get('a')?.aborted, true);
  assert.equal(signals.get('b')?.aborted, false);
  await outbox.removeFile('id-', 'b');
  await pass();
  assert.deepEqual(cancelled, ['a /uploads/a', 'b /uploads/b']);
  assert.deepEqual(outbox.entries('me', 's', 'c'), []);
});

test('aborts without cancelling when it is stopped', async () => {
  let aborted = false;
  const uploads = new Uploads(outbox, withLock);
  const stop = uploads.start(
    'me',
    's',
    uploader((_, context) => {
      context.signal.addEventListener('abort', () => (aborted = true));
      return never();
    })
  );
  await outbox.add(message('picture', [file('a')]));
  await pass();
  stop();
  await pass();
  assert.equal(aborted, true);
  assert.deepEqual(cancelled, []);
  assert.equal(outbox.entries('me', 's', 'c').length, 1);
});
