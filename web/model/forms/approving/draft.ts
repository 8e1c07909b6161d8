import type { DeskForms } from '../../../../shared/contracts/desk/forms.ts';
import { linesOf, type Names } from '../../case/content.ts';
import { spoken } from '../../spoken.ts';
import type { LogEntry } from '../case-lists.ts';

// What an approval approves, as whoever drafted it wrote it.

type Draft = DeskForms['drafts'][string];
export interface Drafted {
  entry: LogEntry;
  /** As the document bears it; empty: it bears none. */
  title: string;
  body: string;
}

/** The last draft that stands, of a log; `gone`: the entries that were taken back. */
export const lastDraft = (
  log: readonly LogEntry[],
  { document, titled }: Draft,
  gone: readonly number[],
  names: Names,
): Drafted | undefined => {
  const found = log.filter(
    ({ version, events }) =>
      gone.indexOf(version) < 0 &&
      events.some((event) => event.type === 'DocumentIssued' && event.document === document),
  );
  const entry = found[found.length - 1];
  const event = entry?.events.find(({ type }) => type === 'DocumentIssued');
  if (entry === undefined || event === undefined) return undefined;
  const lines = linesOf(entry, event, names);
  const isTitle = (name: string): boolean => titled !== null && name === spoken(titled);
  const others = lines.filter(({ name }) => !isTitle(name));
  const [only] = others;
  return {
    entry,
    title: lines.find(({ name }) => isTitle(name))?.text ?? '',
    body: others.length === 1 ? only!.text : others.map(({ name, text }) => `${name}：${text}`).join('\n'),
  };
};
