import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLookAlike, linkText } from '../../text/link-host.ts';
import { parse, type Inline } from '../../text/markdown.ts';

function shown(text: string) {
  const [block] = parse(text);
  const links =
    block.type === 'paragraph'
      ? block.children.filter((part): part is Inline & { type: 'link' } => part.type === 'link')
      : [];
  assert.equal(links.length, 1, text);
  return linkText(links[0]);
}

test('tells where a link leads if its text names another host', () => {
  for (const text of [
    'https://bank.com',
    'bank.com',
    'www.bank.com',
    'BANK.com/login',
    'log in at **bank.com** now',
    '`bank.com`',
    'bank\u200b.com',
    'ｂａｎｋ．ｃｏｍ',
    'bank。com',
    'bank․com',
    'evil.com.bank.com',
    'notevil.com',
    '10.0.0.1',
    'ana@bank.com'
  ]) {
    assert.deepEqual(shown(`[${text}](https://evil.com/bank.com)`), { target: 'evil.com' }, text);
  }
  assert.deepEqual(shown('[ana@bank.com](mailto:eva@evil.com)'), { target: 'eva@evil.com' });
});

test('leaves the text of other links alone', () => {
  for (const text of [
    'a page',
    'evil.com',
    'www.evil.com',
    'docs.evil.com',
    'https://evil.com/x',
    'v. 3.14',
    'e.g. this',
    'a. b'
  ]) {
    assert.deepEqual(shown(`[${text}](https://docs.evil.com/y)`), {}, text);
  }
});

test('shows bare addresses as they were written', () => {
  for (const text of [
    'https://evil.com/a',
    'www.evil.com',
    'https://日本.jp/',
    'https://ñandú.es/a',
    'https://почта.рф',
    'HTTPS://A.B'
  ]) {
    assert.deepEqual(shown(text), { address: text });
  }
  assert.deepEqual(shown('ana@evil.com'), { address: 'ana@evil.com' });
});

test('shows Punycode for hosts that look like others', () => {
  assert.deepEqual(shown('https://аррӏе.com/a'), { address: 'https://xn--80ak6aa92e.com/a' });
  assert.deepEqual(shown('[x](https://аррӏе.com/a)'), {});
  assert.deepEqual(shown('[apple.com](https://аррӏе.com/a)'), { target: 'xn--80ak6aa92e.com' });
  const lookAlike = [
    'pаypal.com',
    'аррӏе.com',
    'gοοgle.com',
    'ɡoogle.com',
    'lıdl.de',
    'gọogle.com',
    'bank.com⁄a.evil.com',
    'рау.com'
  ];
  lookAlike.push('a\u0307pple.com', 'ᎪᏢᏢᏞᎬ.com', '💩.la', 'ехамрӏе.com', 'хн.com');
  lookAlike.forEach((host) => assert.ok(isLookAlike(host), host));
  for (const host of [
    'a.com',
    'münchen.de',
    '日本語.jp',
    'abc日本.jp',
    '例え.テスト',
    '中国.中国',
    'почта.рф',
    'ура.рф',
    'παράδειγμα.gr',
    '한국.kr',
    'موقع.وزارة',
    'tiếngviệt.vn',
    'हिन्दी.भारत',
    'xn--80ak6aa92e.com'
  ]) {
    assert.ok(!isLookAlike(host), host);
  }
});
