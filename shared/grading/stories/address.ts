import {
  LIST_NAMES,
  LIST_PAGES,
  NUMBER_NAMES,
  ORIGINS,
  SITES,
  TRACKING,
  TRACKING_BEGINNINGS,
} from './hosts.ts';

interface Address {
  host: string;
  /** Without a slash at its end. */
  path: string;
  /** `name=value` as they stand, byte by byte. */
  parameters: readonly string[];
  /** #/news/1: which page of a site that is one program. */
  route: string;
}

const nameIn = (parameter: string): string => parameter.split('=')[0]!;
const valueIn = (parameter: string): string => parameter.slice(nameIn(parameter).length + 1);

const isTracking = (parameter: string): boolean => {
  const name = nameIn(parameter).toLowerCase();
  return (
    TRACKING.has(name) ||
    TRACKING_BEGINNINGS.some((beginning) => name.startsWith(beginning)) ||
    (ORIGINS.has(name) && !/\d/.test(valueIn(parameter)))
  );
};

const partsOf = (url: string): Address | null => {
  const parsed = URL.parse(url.trim());
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  const host = parsed.hostname.replace(/\.$/, '').replace(/^(?:www|m|wap|mobile)\.(?=[^.]+\.)/, '');
  const port = ['', '80', '443'].includes(parsed.port) ? '' : `:${parsed.port}`;
  return {
    host: `${host}${port}`,
    path: parsed.pathname.replace(/\/+$/, ''),
    parameters: parsed.search
      .slice(1)
      .split('&')
      .filter((parameter) => parameter !== '' && !isTracking(parameter))
      .sort(),
    route: /^#!?\//.test(parsed.hash) ? parsed.hash.replace(/\/+$/, '') : '',
  };
};

const written = ({ path, parameters, route }: Address): string =>
  `${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}${route}`;

/**
 * One form for all addresses of the same page: http and https, www. and m. hosts, default ports, tracking parameters, the order of
 * parameters, trailing slashes and fragments make no difference, but for a fragment that is a route of the page. Queries stay as they
 * stand.
 * @returns null when it is no http(s) address.
 */
export const normaliseUrl = (url: string): string | null => {
  const address = partsOf(url);
  return address === null ? null : `https://${address.host}${written(address)}`;
};

const isOf = (host: string, site: string): boolean => host === site || host.endsWith(`.${site}`);

/** By its last part: 20260420_11873.html, 663201, a slug of several words; no day alone, no list. */
const namesArticle = (path: string): boolean => {
  const last = path
    .split('/')
    .at(-1)!
    .replace(/\.\w{2,6}$/, '');
  if (last === '' || LIST_PAGES.test(last)) return false;
  const isDay =
    /^(?:20\d\d)?[-_]?\d{1,2}[-_]\d{1,2}$|^20\d{4,6}$/.test(last) ||
    /\/20\d\d[/-]?\d{1,2}(?:[/-]\d{1,2})?$/.test(path);
  return (
    !isDay && (/\d/.test(last) || last.split(/[-_]/).length > 2 || /[^\u0020-\u007e]|%[89a-f]/i.test(last))
  );
};
const isNumber = (parameter: string): boolean =>
  NUMBER_NAMES.test(nameIn(parameter)) &&
  !LIST_NAMES.test(nameIn(parameter)) &&
  /\d/.test(valueIn(parameter));
const routeNames = (route: string): boolean => {
  const [path = '', query = ''] = route.split('?');
  return namesArticle(path.replace(/^#!?/, '')) || query.split('&').some(isNumber);
};

/** A file of its own is the article, whatever stands behind it; only what may be a number of its own stays. */
const withoutSurplus = (address: Address): Address => ({
  ...address,
  parameters: address.parameters.filter(
    (parameter) => isNumber(parameter) || !/^page=0?[01]$/i.test(parameter),
  ),
});

/** Before what may be an article, or a list of a name that nobody knows: /zixun. */
const UNSURE = '?';
const isWord = (path: string): boolean => {
  const last = path
    .split('/')
    .at(-1)!
    .replace(/\.\w{2,6}$/, '');
  return /^[a-z]/i.test(last) && !/\d/.test(last) && !LIST_PAGES.test(last);
};
/** Whether an address is that of an article only if the words agree. */
export const isUnsure = (article: string): boolean => article.startsWith(UNSURE);

/**
 * The article that an address names, in one form for all its addresses: by the rules of its site where they are known, elsewhere by
 * something in path, query or route that looks like its number or its title.
 * @returns null for a front page, a list, a topic, and what is no address.
 */
export const articleOf = (url: string): string | null => {
  const address = partsOf(url);
  if (address === null) return null;
  const site = SITES.find(({ hosts }) => hosts.some((host) => isOf(address.host, host)));
  const place = written(address);
  if (site !== undefined) {
    const found = site.articles.map((pattern) => pattern.exec(place)).find((match) => match !== null);
    return found === undefined ? null : `${site.name}:${found.slice(1).filter(Boolean).join('&')}`;
  }
  const bare = withoutSurplus(address);
  if (namesArticle(bare.path) && bare.route === '') {
    const numbers = bare.parameters.filter(isNumber);
    return `${bare.host}${written({ ...bare, parameters: /\.\w{2,6}$/.test(bare.path) ? numbers : bare.parameters })}`;
  }
  if (bare.parameters.some(isNumber) || routeNames(bare.route)) return `${bare.host}${written(bare)}`;
  return isWord(bare.path) ? `${UNSURE}${bare.host}${written(bare)}` : null;
};
