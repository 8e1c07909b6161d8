import type { TextListReply } from '../../../shared/contracts/replies/registers.ts';
import { postName } from '../post-name.ts';
import { spoken } from '../spoken.ts';
import type { Entry } from './log.ts';
import type { Say } from './matter.ts';

// Whom the system has told what. One text may be about several duties, and its receipt comes later: they stand together as one.

type Row = TextListReply['texts'][number];

export interface Told {
  key: string;
  /** When it was first tried. */
  at: string;
  /** The post that was told, with its unit; of who holds several and was told by one text, all of them. */
  post: string;
  /** The person; null where nobody was reached. */
  name: string | null;
  mobile: string | null;
  /** As it was sent. */
  text: string | null;
  /** What became of it, the oldest first: 23:00提交网关，23:01送达. Nothing says that it was read. */
  became: { text: string; isBad: boolean }[];
}
/** One thing that became of it. */
interface Step {
  at: string;
  what: string;
  isBad: boolean;
}

const SAID: Readonly<Record<Row['status'], string>> = {
  handedOver: '提交网关',
  failed: '未送出',
  givenUp: '未送出，不再补发',
  nobody: '无人可通知',
  moot: '已不必通知',
  overtaken: '已由后一条代替',
  spared: '并入另一条',
  delivered: '送达',
  undelivered: '未送达',
  telephoned: '已电话告知',
  read: '已告知',
};
const BAD: readonly Row['status'][] = ['failed', 'givenUp', 'nobody', 'undelivered'];

/** What goes to one number in the same words is one text, in whichever of his posts its reader has it. */
const keyOf = ({ entry, role, mobile, text, status }: Row): string =>
  text === null ? `${entry}/${status}/${mobile ?? role.id}` : `${mobile ?? role.id}/${text}`;
/** What went to a number at one instant went as one text, though each case of several has but its own part of it. */
const sendingOf = ({ mobile, text, status, at }: Row): string | undefined =>
  status === 'handedOver' && mobile !== null && text !== null ? `${mobile} ${at}` : undefined;

/** A text while its rows are gathered. */
type Draft = Omit<Told, 'became' | 'post' | 'text'> & { steps: Step[]; posts: string[]; texts: string[] };
interface Found {
  told: Draft;
  row: Row;
}
/** The text that a receipt is about: the last that went to this number about the same duty, or else the last that went to it. */
const textOf = (found: readonly Found[], receipt: Row): Draft | undefined => {
  const sent = found.filter(({ row }) => row.status === 'handedOver' && row.mobile === receipt.mobile);
  const same = sent.filter(({ row }) => row.duty?.id === receipt.duty?.id);
  const [last] = (same.length > 0 ? same : sent).slice(-1);
  return last?.told;
};

const stepOf = ({ at, status, detail }: Row, say: Say): Step => ({
  at: say(at),
  what: `${SAID[status]}${detail === null ? '' : `（${spoken(detail)}）`}`,
  isBad: BAD.indexOf(status) >= 0,
});

/** So many times are told one by one. */
const MOST_TIMES = 2;
/** The steps in order; what happened again and again with its first and last time: 首次23:05提交网关，末次01:05，共9次. */
const becameOf = (steps: readonly Step[]): Told['became'] =>
  steps.flatMap(({ at, what, isBad }, index) => {
    const same = steps.filter((step) => step.what === what);
    if (same.length <= MOST_TIMES) return [{ text: `${at}${what}`, isBad }];
    if (steps.findIndex((step) => step.what === what) !== index) return [];
    return [{ text: `首次${at}${what}，末次${same[same.length - 1]!.at}，共${same.length}次`, isBad }];
  });

/** 签收 by the person himself, after he was told. */
const acknowledgedBy = (entries: readonly Entry[], { name, at }: Draft): string | undefined =>
  entries.find(
    ({ events, actor, localTime }) =>
      spoken(actor.name) === name &&
      localTime >= at &&
      events.some(({ type }) => type === 'CaseAcknowledged'),
  )?.localTime;

const add = (list: string[], text: string): void => {
  if (list.indexOf(text) < 0) list.push(text);
};
/** Adds a row to the text that it is of. */
const addTo = (told: Draft, row: Row, say: Say): void => {
  const step = stepOf(row, say);
  if (!told.steps.some(({ at, what }) => at === step.at && what === step.what)) told.steps.push(step);
  if (row.status === 'delivered' || row.status === 'undelivered') return;
  add(told.posts, postOf(row));
  if (row.text !== null) add(told.texts, row.text);
};
const postOf = ({ instead, role, unit }: Row): string => postName((instead ?? role).name, unit);

/** The newest first; `entries`: the log, for who has acknowledged. */
export const toldOf = (rows: readonly Row[], say: Say, entries: readonly Entry[] = []): Told[] => {
  const found: Found[] = [];
  const byKey = new Map<string, Draft>();
  for (const row of rows) {
    const isReceipt = row.status === 'delivered' || row.status === 'undelivered';
    const sending = sendingOf(row);
    const known = isReceipt
      ? textOf(found, row)
      : (byKey.get(keyOf(row)) ?? (sending === undefined ? undefined : byKey.get(sending)));
    const told: Draft = known ?? {
      key: `${found.length}/${keyOf(row)}`,
      at: row.at,
      posts: [postOf(row)],
      name: row.name === null ? null : spoken(row.name),
      mobile: row.mobile,
      texts: [],
      steps: [],
    };
    addTo(told, row, say);
    if (!isReceipt) byKey.set(keyOf(row), told);
    if (sending !== undefined) byKey.set(sending, told);
    found.push({ told, row });
  }
  const all = [...new Set(found.map(({ told }) => told))].reverse();
  return all.map((draft) => {
    const { steps, posts, texts, ...told } = draft;
    const at = acknowledgedBy(entries, draft);
    const signed = at === undefined ? [] : [{ text: `${say(at)}签收`, isBad: false }];
    return {
      ...told,
      post: posts.join('、'),
      text: texts.length === 0 ? null : texts.join('\n'),
      became: [...becameOf(steps), ...signed],
    };
  });
};
