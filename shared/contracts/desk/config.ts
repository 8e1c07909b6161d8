// What the desk in the browser is told of where it runs: `config.json`, beside its files. The same build serves every place.

/** How people come in at the desk. */
export type DeskLogin =
  | {
      /** The browser makes the exchange itself: code flow with PKCE at the issuer. */
      exchange: 'browser';
      issuer: string;
      clientId: string;
      /** Beside `openid`. */
      scopes: readonly string[];
    }
  /** The server in front of the API makes it, and keeps the token: the browser has a cookie only. */
  | { exchange: 'server' }
  /** Nobody has registered the desk with the issuer yet (`identity.clientId`): nobody can come in here. */
  | { exchange: 'none' };

/** A level as the desk shows it. */
export interface DeskLevel {
  /** Of the first scale the word 橙; of others their own. */
  short: string;
  name: string;
  /** `red`, `orange`, `yellow`, `blue`; null: none. */
  colour: string | null;
  /** Whether any clock runs at it. */
  clocked: boolean;
  /** The graver, the more; those of the first scale stand above all others. */
  rank: number;
}

export interface DeskConfig {
  /** What stands before `/v1`: empty where the API has the page's own origin. */
  api: string;
  bureau: { id: string; name: string /** As texts call it: 雷州市监. */; short: string };
  /** What its case numbers begin with: the LZ of LZ2026-0007. */
  series: string;
  /** The bureau's zone, by which every time is written. */
  zone: string;
  login: DeskLogin;
  /** How long a session lasts, whatever the token says; in hours. */
  shiftHours: number;
  /** Example people, texts that go nowhere: said on every page. */
  isExample: boolean;
  /** By id, of all scales. */
  levels: Readonly<Record<string, DeskLevel>>;
  /** Where the larger parts lie, which pages load when they need them. `pictures`: of a level's workflow. */
  files: { forms: string; regulation: string; pictures: Readonly<Record<string, string>> };
}

/** `/desk/people.json`, only where `isExample`: whom the login page offers; the id is given as `login_hint`. */
export type DeskPeople = readonly {
  id: string;
  name: string /** In words: 食品安全监管股 舆情联络员. */;
  posts: string;
}[];
