// Another app shares something, in the address of this page. It is kept in this tab while the person signs in, if they
// have to, and says into which chat; it never goes to the server. See frontend/composer/share-target.ts.
const given = new URLSearchParams(location.search);
const parts = ['title', 'text', 'url'].map((name) => (given.get(name) ?? '').trim()).filter(Boolean);
const lines = parts.filter(
  (part, at) => !parts.some((other, place) => other.includes(part) && (other.length > part.length || place < at))
);
sessionStorage.setItem('charla.shared', lines.join('\n'));
location.replace('/share');
