import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Paging, type PagingState, type PagingView } from '../../conversation/paging.ts';
import type { MessageWindow } from '../../conversation/message-window.ts';
import type { FirstWindow, Page, Server } from '../../conversation/server.ts';
import { context, conversation, deferred, loaded, message, messages, seqs, settled } from './fixtures.ts';

function paging(server: Partial<Server>, window: MessageWindow, stuck = true) {
  const surroundings = context(server, window);
  const states: PagingState[] = [];
  const arrived: number[] = [];
  const view: PagingView & { scrolled: number } = {
    stuck,
    firstVisibleMessage: undefined,
    scrolled: 0,
    scrollToEnd: () => view.scrolled++
  };
  const pages = new Paging(surroundings, view, {
    onStateChange: (state) => states.push(state),
    onArrival: (fresh) => arrived.push(...fresh.map(({ seq }) => seq))
  });
  return { pages, context: surroundings, view, states, arrived, window };
}

test('loads the page before the window once while it is on its way', async () => {
  const asked: number[] = [];
  const answer = deferred<Page>();
  const loadOlder = (seq: number) => {
    asked.push(seq);
    return answer.promise;
  };
  const { pages, window, states } = paging({ loadOlder }, loaded(11, 20));
  pages.onEdge('top');
  pages.onEdge('top');
  answer.resolve({ messages: messages(6, 10), more: true });
  await settled();
  assert.deepEqual(asked, [11]);
  assert.equal(window.first?.seq, 6);
  assert.deepEqual(
    states.map(({ older }) => older),
    ['busy', 'idle']
  );
});

test('loads nothing where the window has the first and the last message, or before it is ready', async () => {
  const { pages, context, states } = paging({}, loaded(1, 20));
  pages.onEdge('top');
  pages.onEdge('bottom');
  context.isReady = false;
  pages.onEdge('top');
  assert.deepEqual(states, []);
});

test('does not load a failed page again until it is retried', async () => {
  let failures = 0;
  const loadOlder = () =>
    failures++ === 0 ? Promise.reject(new Error('down')) : Promise.resolve({ messages: [], more: false });
  const { pages } = paging({ loadOlder }, loaded(11, 20));
  pages.onEdge('top');
  await settled();
  assert.equal(pages.state.older, 'failed');
  pages.onEdge('top');
  await settled();
  assert.equal(failures, 1);
  pages.retryFailed();
  await settled();
  assert.equal(pages.state.older, 'idle');
});

test('ignores a page, and a failure, of a conversation that is no longer open', async () => {
  for (const settle of [
    (answer: ReturnType<typeof deferred<Page>>) => answer.resolve({ messages: messages(1, 10), more: false }),
    (answer: ReturnType<typeof deferred<Page>>) => answer.reject(new Error('down'))
  ]) {
    const answer = deferred<Page>();
    const { pages, context, window } = paging({ loadOlder: () => answer.promise }, loaded(11, 20));
    void pages.loadOlder();
    context.open = conversation('another');
    pages.clear();
    settle(answer);
    await settled();
    assert.equal(pages.state.older, 'idle');
    assert.equal(window.first?.seq, 11);
  }
});

test('fills missing messages page by page while the end is in sight', async () => {
  const pagesOfServer: Record<number, Page> = {
    10: { messages: messages(11, 12), more: true },
    12: { messages: messages(13, 14), more: false }
  };
  const { pages, window, arrived } = paging({ loadNewer: async (seq) => pagesOfServer[seq] }, loaded(1, 10));
  await pages.fill();
  assert.equal(window.last?.seq, 14);
  assert.equal(window.hasNewer, false);
  assert.deepEqual(arrived, [11, 12, 13, 14]);
});

test('fills one page only for a reader who is not at the end', async () => {
  const loadNewer = async () => ({ messages: messages(11, 12), more: true });
  const { pages, window } = paging({ loadNewer }, loaded(1, 10), false);
  await pages.fill();
  assert.equal(window.last?.seq, 12);
  assert.equal(window.hasNewer, true);
});

test('leaves the window open at its end where filling fails', async () => {
  const { pages, window } = paging({ loadNewer: () => Promise.reject(new Error('down')) }, loaded(1, 10));
  await pages.fill();
  assert.equal(window.hasNewer, true);
  assert.equal(pages.state.newer, 'failed');
});

test('scrolls to the end where it is loaded', async () => {
  const { pages, view } = paging({}, loaded(1, 10));
  await pages.goToEnd();
  assert.equal(view.scrolled, 1);
});

test('loads the newest page where the window ends before it', async () => {
  const loadOlder = async () => ({ messages: messages(91, 100), more: true });
  const { pages, view, window } = paging({ loadOlder }, loaded(1, 10, 100));
  pages.showEnd();
  await settled();
  assert.deepEqual(
    seqs(window),
    messages(91, 100).map(({ seq }) => seq)
  );
  assert.equal(view.scrollTarget, 'end');
  assert.equal(view.scrolled, 0);
});

test('says so when the newest page cannot be loaded', async () => {
  const { pages, context, view } = paging({ loadOlder: () => Promise.reject(new Error('down')) }, loaded(1, 10, 100));
  await pages.goToEnd();
  assert.deepEqual(context.notices, ['failed']);
  assert.equal(pages.state.newer, 'idle');
  assert.equal(view.scrollTarget, undefined);
});

test('keeps the messages being read when a first window arrives again', async () => {
  const asked: number[] = [];
  const loadNewer = async (seq: number) => {
    asked.push(seq);
    return { messages: messages(seq + 1, seq + 50), more: true };
  };
  const { pages, view, window } = paging({ loadNewer }, loaded(1, 100), false);
  Object.assign(view, { firstVisibleMessage: message(60) });
  await pages.resetAroundReader({
    messages: messages(901, 950),
    lastSeq: 950,
    hasOlder: true,
    hasNewer: false
  } as FirstWindow);
  assert.deepEqual(asked, [35]);
  assert.ok(window.bySeq(60));
  assert.equal(window.lastSeq, 950);
});

test('keeps fewer messages for a reader at the end', () => {
  const atEnd = paging({}, loaded(1, 300), true);
  atEnd.pages.trim();
  assert.equal(atEnd.window.first?.seq, 151);
  const above = paging({}, loaded(1, 300), false);
  above.pages.trim();
  assert.equal(above.window.first?.seq, 1);
});
