import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import type { Attachment } from '../../model/media.ts';
import { MemoryStore, Outbox, type Entry } from '../../sync/outbox.ts';
import { RefusedUpload, Uploads, type Carrier, type Way } from '../../sync/uploads.ts';

const surroundings = {
  connected: () => true,
  exclusively: <T>(_: string, work: () => Promise<T>) => work(),
  announce() {}
};
const alone = <T>(_: string, __: AbortSignal, work: () => Promise<T>) => work();

let outbox: Outbox;
let sent: Entry[];
let givenUp: string[];

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  outbox = new Outbox(new MemoryStore(), surroundings);
  sent = [];
  givenUp = [];
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

function carrier(carry: (attachment: Attachment, way: Way) => Promise<string>): Carrier {
  return { carry, giveUp: async ({ key, address }) => void givenUp.push(`${key} ${address}`) };
}

const never = () => new Promise<never>(() => {});

test('sends a message when the server has its files, and lets others overtake it', async () => {
  let arrive = (_: string) => {};
  const uploads = new Uploads(outbox, alone);
  uploads.start('me', 's', carrier(() => new Promise((resolve) => (arrive = resolve))));
  await outbox.add(message('picture', [file('a')]));
  await outbox.add(message('words'));
  await pass();
  assert.deepEqual(sent.map(({ text }) => text), ['words']);
  arrive('m1');
  await pass();
  assert.deepEqual(sent.map(({ text }) => text), ['words', 'picture']);
  assert.equal(sent[1].media?.[0].id, 'm1');
});

test('carries three files at once and tells how far they are', async () => {
  const underway: string[] = [];
  const uploads = new Uploads(outbox, alone);
  const told: string[] = [];
  uploads.addEventListener('progress', (event) => told.push((event as CustomEvent).detail));
  uploads.start('me', 's', carrier((attachment, way) => {
    underway.push(attachment.key);
    way.progress(0.5);
    return never();
  }));
  await outbox.add(message('album', ['a', 'b', 'c', 'd'].map((key) => file(key))));
  await pass();
  assert.deepEqual(underway, ['a', 'b', 'c']);
  assert.deepEqual(told, ['a', 'b', 'c']);
  assert.equal(uploads.progress('a'), 0.5);
  assert.equal(uploads.progress('d'), undefined);
});

test('tries again after a failure, where the server knows the file', async () => {
  const addresses: (string | undefined)[] = [];
  const uploads = new Uploads(outbox, alone);
  uploads.start('me', 's', carrier(async (attachment, way) => {
    addresses.push(attachment.address);
    await way.address('/uploads/1');
    if (addresses.length < 3) {
      throw new Error('the network is gone');
    }
    return 'm1';
  }));
  await outbox.add(message('picture', [file('a')]));
  await pass();
  await pass(1000);
  await pass(2000);
  assert.deepEqual(addresses, [undefined, '/uploads/1', '/uploads/1']);
  assert.equal(sent.length, 1);
});

test('tells why a file is refused; without it the message can be sent', async () => {
  const uploads = new Uploads(outbox, alone);
  uploads.start('me', 's', carrier(async (attachment) => {
    if (attachment.key === 'bad') {
      throw new RefusedUpload('No such files here');
    }
    return 'm1';
  }));
  await outbox.add(message('two', [file('good'), file('bad')]));
  await pass();
  assert.equal(sent.length, 0);
  const [entry] = outbox.entries('me', 's', 'c');
  assert.deepEqual([entry.state, entry.reason], ['failed', 'No such files here']);
  await outbox.withdraw(entry.clientId, 'bad');
  await outbox.retry(entry.clientId);
  await pass();
  assert.deepEqual(sent[0].media?.map(({ key }) => key), ['good']);
});

test('gives up what the person takes back, and nothing else', async () => {
  const signals = new Map<string, AbortSignal>();
  const uploads = new Uploads(outbox, alone);
  uploads.start('me', 's', carrier(async ({ key }, way) => {
    signals.set(key, way.signal);
    await way.address(`/uploads/${key}`);
    return never();
  }));
  await outbox.add(message('', [file('a'), file('b')]));
  await pass();
  await outbox.withdraw('id-', 'a');
  await pass();
  assert.deepEqual(givenUp, ['a /uploads/a']);
  assert.equal(signals.get('a')?.aborted, true);
  assert.equal(signals.get('b')?.aborted, false);
  await outbox.withdraw('id-', 'b');
  await pass();
  assert.deepEqual(givenUp, ['a /uploads/a', 'b /uploads/b']);
  assert.deepEqual(outbox.entries('me', 's', 'c'), []);
});

test('leaves what it carries for the next page when it ends', async () => {
  let aborted = false;
  const uploads = new Uploads(outbox, alone);
  const end = uploads.start('me', 's', carrier((_, way) => {
    way.signal.addEventListener('abort', () => (aborted = true));
    return never();
  }));
  await outbox.add(message('picture', [file('a')]));
  await pass();
  end();
  await pass();
  assert.equal(aborted, true);
  assert.deepEqual(givenUp, []);
  assert.equal(outbox.entries('me', 's', 'c').length, 1);
});
