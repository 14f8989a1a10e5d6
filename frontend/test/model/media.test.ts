import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Labels } from '../../platform/labels.ts';
import {
  admit,
  albumRows,
  displaySize,
  formatDuration,
  formatSize,
  isTooLargeToShow,
  kindOf,
  summaryOf,
  waveformOf,
  type Media
} from '../../model/media.ts';

const media = (kind: Media['kind'], more: Partial<Media> = {}): Media => ({
  id: '1',
  name: 'plan.pdf',
  type: '',
  size: 1,
  kind,
  alt: '',
  ...more
});

test('derives the kind of a file from its MIME type', () => {
  assert.equal(kindOf('image/jpeg'), 'IMAGE');
  assert.equal(kindOf('image/svg+xml'), 'FILE');
  assert.equal(kindOf('image/heic'), 'FILE');
  assert.equal(kindOf('video/webm;codecs=vp8'), 'VIDEO');
  assert.equal(kindOf('audio/ogg'), 'AUDIO');
  assert.equal(kindOf('text/html'), 'FILE');
  assert.equal(kindOf(''), 'FILE');
});

test('knows the pictures that are sent as files', () => {
  assert.equal(isTooLargeToShow({ type: 'image/jpeg', width: 16_320, height: 12_240 }), false);
  assert.equal(isTooLargeToShow({ type: 'image/jpeg', width: 20_000, height: 12_240 }), true);
  assert.equal(isTooLargeToShow({ type: 'image/webp', width: 9_000, height: 6_000 }), true);
  assert.equal(isTooLargeToShow({ type: 'text/plain' }), false);
});

test('formats sizes in the units of the language', () => {
  assert.equal(formatSize(0, 'en'), '0 bytes');
  assert.equal(formatSize(1, 'en'), '1 byte');
  assert.equal(formatSize(1024, 'en'), '1 kB');
  assert.equal(formatSize(2.44 * 1024 ** 2, 'en'), '2.4 MB');
  assert.equal(formatSize(2.44 * 1024 ** 2, 'es'), '2,4 MB');
  assert.equal(formatSize(5000 * 1024 ** 3, 'en'), '5,000 GB');
});

test('formats durations with minutes and hours', () => {
  assert.equal(formatDuration(0), '0:00');
  assert.equal(formatDuration(7_400), '0:07');
  assert.equal(formatDuration(750_000), '12:30');
  assert.equal(formatDuration(3_723_000), '1:02:03');
});

test('lays an album out in rows of one to three', () => {
  const rows = Array.from({ length: 11 }, (_, count) => albumRows(count));
  rows.forEach((row, count) =>
    assert.equal(
      row.reduce((sum, each) => sum + each, 0),
      count
    )
  );
  assert.deepEqual(rows.slice(0, 6), [[], [1], [2], [1, 2], [2, 2], [2, 3]]);
  assert.deepEqual(rows[7], [2, 2, 3]);
  assert.deepEqual(rows[10], [2, 2, 3, 3]);
});

test('keeps the display size of a picture within its bounds', () => {
  assert.deepEqual(displaySize({ kind: 'IMAGE', width: 4000, height: 3000 }), { width: 360, ratio: 4 / 3 });
  assert.deepEqual(displaySize({ kind: 'IMAGE', width: 3000, height: 4000 }), { width: 315, ratio: 0.75 });
  assert.deepEqual(displaySize({ kind: 'IMAGE', width: 100, height: 9000 }), { width: 220, ratio: 0.5 });
  assert.deepEqual(displaySize({ kind: 'IMAGE', width: 16, height: 16 }), { width: 220, ratio: 1 });
  assert.equal(displaySize({ kind: 'VIDEO' }).ratio, 16 / 9);
});

test('makes a waveform of the levels of a recording', () => {
  assert.equal(waveformOf([]), '');
  assert.equal(waveformOf([0, 0.5, 1]), '059');
  assert.equal(waveformOf([0, 0.001, 0]), '000');
  assert.equal(waveformOf([0.1, 0.2, 0.4, 0.3], 2), '59');
  assert.equal(waveformOf(Array(1000).fill(0.3)).length, 64);
});

test('sorts files by whether they may be attached', () => {
  const file = (name: string, size: number) => ({ name, size });
  const a = file('a', 10);
  const b = file('b', 10);
  const large = file('large', 11);
  const empty = file('empty', 0);
  assert.deepEqual(admit([large, a, empty, b], 2, { files: 3, bytes: 10 }), {
    taken: [a],
    tooLarge: [large],
    empty: [empty],
    tooMany: [b]
  });
});

test('describes attachments in a short text', () => {
  const labels = new Labels('en', {
    'media.summary.photo': 'Photo',
    'media.summary.photos': '{0} photos',
    'media.summary.files': '{0} files',
    'media.summary.voice': 'Voice message {0}',
    'media.summary.file': '{0}'
  });
  assert.equal(summaryOf([], labels), '');
  assert.equal(summaryOf([media('IMAGE')], labels), 'Photo');
  assert.equal(summaryOf([media('IMAGE'), media('IMAGE')], labels), '2 photos');
  assert.equal(summaryOf([media('IMAGE'), media('FILE')], labels), '2 files');
  assert.equal(summaryOf([media('VOICE', { durationMillis: 12_000 })], labels), 'Voice message 0:12');
  assert.equal(summaryOf([media('FILE')], labels), 'plan.pdf');
});
