import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import { spoken } from '../spoken.ts';
import { type Line, linesOf, type Names } from './content.ts';

// What the log of a case says beyond its lines: who graded it, who did what, which documents were made.

export type Entry = LogReply['entries'][number];
type Event = Entry['events'][number];

/** As a reader sees it: `5b775542`. */
export const shortHash = (hash: string): string => hash.slice(0, 8);
/** In fours, to be compared with another paper. */
export const spacedHash = (hash: string): string => (hash.match(/.{1,4}/g) ?? []).join(' ');

const ENDS = /[。！？…]$/;
/** One after another: what ends with a mark of its own needs no other. */
export const inOneLine = (sentences: readonly string[]): string =>
  sentences.reduce((said, each) => `${said}${said === '' || ENDS.test(said) ? '' : '；'}${each}`, '');

/** A text as it went out, which a label quotes: it stays as it was sent. */
const SENT = /(“【[^”]*”)/;
const unchangedQuotes = (label: string): string =>
  label
    .split(SENT)
    .map((part) => (SENT.test(part) ? part : spoken(part)))
    .join('');

/** What an entry says, a sentence an event. */
export const sentencesOf = ({ labels }: Entry): string[] =>
  labels.filter((label) => label !== '').map(unchangedQuotes);

/** The same without the texts that went out, which stand among the notices; what is said several times, once. */
export const shortSentencesOf = ({ labels }: Entry): string[] => {
  const counts = new Map<string, number>();
  for (const label of labels)
    for (const part of spoken(
      label
        .split(SENT)
        .filter((each) => !SENT.test(each))
        .join(''),
    ).split('；')) {
      const said = part.replace(/（\d+项）$/, '');
      if (said !== '') counts.set(said, (counts.get(said) ?? 0) + 1);
    }
  return [...counts].map(([said, count]) => (count === 1 ? said : `${said}，共${count}条`));
};

const eventsOf = (entries: readonly Entry[], type: string): { entry: Entry; event: Event; index: number }[] =>
  entries.flatMap((entry) =>
    entry.events.flatMap((event, index) => (event.type === type ? [{ entry, event, index }] : [])),
  );

/** An entry of the log, and those that filled in since what it lacked; none where it is not among these. */
export const entriesOf = (entries: readonly Entry[], act: number): Entry[] => [
  ...entries.filter(({ version }) => version === act),
  ...eventsOf(entries, 'ActCompleted')
    .filter(({ event }) => event.act === act)
    .map(({ entry }) => entry),
];

/** How the level came about, the oldest first: when, who, and what the log says of it. */
export const gradingOf = (entries: readonly Entry[]): { at: string; by: string; text: string }[] =>
  ['CaseGraded', 'GradeConfirmed', 'LevelChanged', 'GradeKept']
    .flatMap((type) => eventsOf(entries, type))
    .sort((one, other) => one.entry.version - other.entry.version)
    .map(({ entry, index }) => ({
      at: entry.localTime,
      by: entry.actor.name,
      text: spoken(entry.labels[index] ?? ''),
    }));

/** The leader or unit for whom something was entered (代录). */
const forWhom = (event: Event): string | undefined => {
  const { onBehalf } = event as { onBehalf?: { name?: unknown } };
  return typeof onBehalf?.name === 'string' ? onBehalf.name : undefined;
};
/** Who has made the act that stands in this entry: for whom it was entered, else who entered it. */
export const actorOf = (entries: readonly Entry[], entry: number | null): string | undefined => {
  const found = entries.find(({ version }) => version === entry);
  if (found === undefined) return undefined;
  const [name] = found.events.flatMap((event) => forWhom(event) ?? []);
  return name === undefined ? found.actor.name : `${name}（${found.actor.name}代录）`;
};

/** Of a duty at one of the times that it was owed. */
interface Done {
  duty: string;
  occurrence: string;
  /** The act by which it was done, where that is one of its own. */
  entry: number | null;
}
const isOf = (of: Readonly<Record<string, unknown>>, { duty, occurrence }: Done): boolean =>
  of.duty === duty && of.occurrence === occurrence;
/** Who has done it: by an act of its own, by letting the warning go, or by what settled it. Undefined: the log does not say. */
export const doerOf = (entries: readonly Entry[], done: Done): string | undefined => {
  const has = (isIt: (event: Event) => boolean): number | null =>
    entries.filter(({ events }) => events.some(isIt)).slice(-1)[0]?.version ?? null;
  const released = has((event) => event.type === 'WarningReleased' && isOf(event, done));
  const settled = has((event) => {
    const each = (event as { settled?: unknown }).settled;
    return (
      event.type === 'DutiesSettled' &&
      Array.isArray(each) &&
      each.some((one) => isOf(one, done) && /^fulfilled/.test(String(one.outcome)))
    );
  });
  return actorOf(entries, done.entry ?? released ?? settled);
};

export interface Document {
  entry: number;
  title: string;
  at: string;
  by: string;
  /** 已撤回, 被否认: why it counts no more; empty while it counts. */
  gone: string;
  /** Its parts, as they were written. */
  fields: Line[];
}
/** What was completed of it later, too. */
const completed = (entries: readonly Entry[], act: number, names: Names): Line[] =>
  eventsOf(entries, 'ActCompleted')
    .filter(({ event }) => event.act === act)
    .flatMap(({ entry, event }) => linesOf(entry, event, names));
const goneIn = (entries: readonly Entry[]): ((entry: number) => string) => {
  // What was taken back of a merged case is named by the entry of its log.
  const withdrawn = eventsOf(entries, 'ActWithdrawn')
    .filter(({ event }) => event.of === undefined)
    .map(({ event }) => event.act);
  const denied = eventsOf(entries, 'ActConfirmed').flatMap(({ event }) =>
    event.agree === false ? [event.act] : [],
  );
  return (entry) => {
    if (withdrawn.indexOf(entry) >= 0) return '已撤回';
    return denied.indexOf(entry) >= 0 ? '被否认，不再计入' : '';
  };
};
const actsOf = (entries: readonly Entry[], type: string, names: Names): Document[] => {
  const gone = goneIn(entries);
  return eventsOf(entries, type)
    .map(({ entry, event, index }) => ({
      entry: entry.version,
      title: spoken(entry.labels[index] ?? ''),
      at: entry.localTime,
      by: entry.actor.name,
      gone: gone(entry.version),
      fields: [...linesOf(entry, event, names), ...completed(entries, entry.version, names)],
    }))
    .reverse();
};
/** 制发文书, the newest first. */
export const documentsOf = (entries: readonly Entry[], names: Names): Document[] =>
  actsOf(entries, 'DocumentIssued', names);
/** 报告: which, in what form, to whom, when, by whom, and what it said; the newest first. */
export const reportsOf = (entries: readonly Entry[], names: Names): Document[] =>
  actsOf(entries, 'ReportFiled', names);
const APPROVED = ['text', 'body'];
/** 审定: whatever was approved by its title or its words; the newest first. */
export const approvalsOf = (entries: readonly Entry[], names: Names): Document[] => {
  const approving = eventsOf(entries, 'ActionRecorded')
    .filter(({ event }) => APPROVED.some((name) => name in event))
    .map(({ entry }) => entry.version);
  return actsOf(entries, 'ActionRecorded', names).filter(({ entry }) => approving.indexOf(entry) >= 0);
};
/** 发布: what was published, where, when, by whom; the newest first. */
export const publicationsOf = (entries: readonly Entry[], names: Names): Document[] =>
  actsOf(entries, 'PublicationRecorded', names);
/** 批示, and what it asks for; the newest first. */
export const instructionsOf = (entries: readonly Entry[], names: Names): Document[] =>
  actsOf(entries, 'InstructionRecorded', names);

/** 链条完整, or what is wrong. */
export const verdictOf = (log: Pick<LogReply, 'intact' | 'findings'> | undefined, count: number): string => {
  if (log === undefined) return '';
  if (log.intact) return `${count}条，链条完整`;
  return `${count}条，核验发现${log.findings.length}处不符`;
};
