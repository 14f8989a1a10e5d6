import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BlockedMessages } from '../../conversation/blocked-messages.ts';
import type { MessageRow } from '../../conversation/rows.ts';
import { quoteOf, type Message } from '../../model/message.ts';
import { conversation, message } from './fixtures.ts';

const row = (shown: Message): MessageRow => ({
  type: 'message',
  key: `m:${shown.id}`,
  message: shown,
  own: false,
  first: true,
  mayPin: false,
  state: 'sent'
});

const blocked = () => new BlockedMessages(() => ({ ...conversation(), blocked: ['bruno'] }));

test('collapses the messages of blocked senders only', () => {
  assert.equal(blocked().isCollapsed(row(message(1, 'bruno'))), true);
  assert.equal(blocked().isCollapsed(row(message(1, 'ana'))), false);
  assert.equal(blocked().isCollapsed(row({ ...message(1, 'bruno'), deleted: true })), false);
});

test('collapses quotes of them in messages of others', () => {
  const answer = row({ ...message(2, 'ana'), quote: quoteOf(message(1, 'bruno')) });
  assert.equal(blocked().isCollapsed(answer), false);
  assert.equal(blocked().isQuoteCollapsed(answer), true);
  assert.equal(blocked().isQuoteCollapsed(row({ ...message(2), quote: quoteOf(message(1, 'ana')) })), false);
});

test('expands a message, and quotes of it, until another conversation is opened', () => {
  const messages = blocked();
  const collapsed = message(1, 'bruno');
  messages.expand(collapsed.id);
  assert.equal(messages.isCollapsed(row(collapsed)), false);
  assert.equal(messages.isQuoteCollapsed(row({ ...message(2), quote: quoteOf(collapsed) })), false);
  assert.equal(messages.isCollapsed(row(message(3, 'bruno'))), true);
  messages.clear();
  assert.equal(messages.isCollapsed(row(collapsed)), true);
});
