import { wordsIn } from '../contracts/plain-text.ts';

/** Parameters that say who shared a link or where it was clicked, not what it shows. */
const trackingNames = new Set(
  (
    'spm scm from isappinstalled chksm scene mpshare srcid nsukey wxshare_count wfr fr ref referer gclid fbclid ' +
    'vd_source unique_k spm_id_from tt_from weibo_id sudaref retcode timestamp _t'
  ).split(' '),
);
const trackingPrefixes = ['utm_', 'share', 'bd_'];

const isTracking = (name: string): boolean => {
  const lower = name.toLowerCase();
  return trackingNames.has(lower) || trackingPrefixes.some((prefix) => lower.startsWith(prefix));
};

/**
 * One form for all addresses of the same page: http and https, www. and m. hosts, default ports, tracking parameters,
 * the order of parameters, trailing slashes and fragments make no difference. A fragment that is a route of the page
 * (#/news/1, #!/news/1) stays, because there it says which page is meant.
 * @returns null when it is no http(s) address.
 */
export const normaliseUrl = (url: string): string | null => {
  let parsed: URL;
  try {
    parsed = new URL(url.trim());
  } catch {
    return null;
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  const host = parsed.hostname.replace(/\.$/, '').replace(/^(?:www|m|wap|mobile)\.(?=[^.]+\.)/, '');
  const port = parsed.port === '' || parsed.port === '80' || parsed.port === '443' ? '' : `:${parsed.port}`;
  const path = parsed.pathname.replace(/\/+$/, '');
  const parameters = [...parsed.searchParams]
    .filter(([name]) => !isTracking(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  const query = parameters.length > 0 ? `?${parameters.join('&')}` : '';
  const route = /^#!?\//.test(parsed.hash) ? parsed.hash.replace(/\/+$/, '') : '';
  return `https://${host}${port}${path}${query}${route}`;
};

/** 128 hashes: the similarity is estimated with a standard deviation of at most 0.044 (0.035 at 0.8). */
const hashes = 128;
/**
 * 14 bands of 5 hashes. Two texts with Jaccard similarity s share a band with probability 1 − (1 − s⁵)¹⁴: 0.996 at
 * 0.8, 0.36 at 0.5, 0.03 at 0.3. So a look-up misses one true pair in 250 and compares few strangers.
 */
const bands = 14;
const rows = 5;
const gram = 3;
/** Below this many characters two different stories easily have the same words. */
const shortest = 20;

const fnv1a = (text: string, offset = 0x811c9dc5): number => {
  let hash = offset;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
};

/** Murmur3's finaliser: every bit of the input changes about half of the output. */
const mix = (value: number): number => {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

const seeds = Array.from({ length: hashes }, (_, index) => mix(Math.imul(index + 1, 0x9e3779b1)));

/**
 * The MinHash signature of a text over its 3-character pieces; width of characters, case, white space, punctuation
 * and links make no difference.
 * @returns 128 unsigned 32-bit numbers, or null when the text is too short to compare (under 20 characters).
 */
export const signatureOf = (text: string): number[] | null => {
  const characters = [...wordsIn(text)];
  if (characters.length < shortest) return null;
  const pieces = new Set<number>();
  for (let start = 0; start + gram <= characters.length; start++) {
    pieces.add(fnv1a(characters.slice(start, start + gram).join('')));
  }
  const signature = new Array<number>(hashes).fill(0xffffffff);
  for (const piece of pieces) {
    for (let index = 0; index < hashes; index++) {
      signature[index] = Math.min(signature[index]!, mix(piece ^ seeds[index]!));
    }
  }
  return signature;
};

/**
 * The estimated Jaccard similarity of two texts, 0–1, from their signatures.
 * @throws RangeError when the signatures were not made by the same version of `signatureOf`.
 */
export const similarity = (a: readonly number[], b: readonly number[]): number => {
  if (a.length !== hashes || b.length !== hashes) throw new RangeError(`A signature has ${hashes} numbers`);
  return a.filter((value, index) => value === b[index]).length / hashes;
};

/** The keys under which a signature is filed: texts that share one are worth comparing. Always 14. */
export const bandsOf = (signature: readonly number[]): string[] =>
  Array.from({ length: bands }, (_, band) => {
    const joined = signature.slice(band * rows, (band + 1) * rows).join(',');
    const hex = (hash: number) => hash.toString(16).padStart(8, '0');
    return `${band.toString(16)}-${hex(fnv1a(joined))}${hex(fnv1a(joined, 0x9747b28c))}`;
  });
