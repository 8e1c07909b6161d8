import { shortNames } from '../../contracts/regulation-view/names.ts';
import type { AnchorView, DutyView } from '../../contracts/regulation-view/parts.ts';
import type { RegulationView } from '../../contracts/regulation-view/view.ts';
import { inChinese } from '../../time/instants.ts';
import { shortestLength } from './axis.ts';

/** How a limit is drawn. Times are milliseconds since the group's start. */
export type Mark =
  | { kind: 'at' }
  | {
      kind: 'span';
      due: number;
      soft: number | null;
      /** How far it may be extended; null without a maximum. */
      cap: number | null | undefined;
      /** Counted in working time: the due instant can only be later than drawn. */
      isShortest: boolean;
    }
  | { kind: 'every'; period: number }
  | { kind: 'word' };

export interface Row {
  view: DutyView;
  /** What the time runs from, in words. */
  start: string;
  from: number;
  /** 参照: its number is the office's own, read like the rule of another occasion. */
  isOwn: boolean;
  /** The duty whose due instant stands in for its start while that duty is open. */
  after: string | null;
  mark: Mark;
}

const markOf = ({ limit }: DutyView, from: number): Mark => {
  switch (limit.kind) {
    case 'immediate':
      return { kind: 'at' };
    case 'within': {
      const upTo = limit.extension?.upTo;
      return {
        kind: 'span',
        due: from + shortestLength(limit.within!),
        soft: limit.soft === null ? null : from + shortestLength(limit.soft),
        cap: typeof upTo === 'string' ? from + shortestLength(upTo) : upTo,
        isShortest: limit.workingTime !== null || limit.within!.endsWith('WD'),
      };
    }
    case 'every':
      return { kind: 'every', period: shortestLength(limit.every!) };
    default:
      return { kind: 'word' };
  }
};

/** Where a duty that is drawn ends; undefined for one without a number. */
const endOf = ({ from, mark }: Row): number | undefined => {
  if (mark.kind === 'at') return from;
  return mark.kind === 'span' ? mark.due : undefined;
};

const nameOf = ({ instant, decision, after }: AnchorView): string =>
  instant?.name ?? (decision === null ? `“${after?.name}”完成` : `决定“${decision.name}”`);

/** The anchors that can count at this level, with the settings as they are. */
const possible = ({ clock }: DutyView, present: ReadonlySet<string>): AnchorView[] => {
  const found = clock.anchors.filter(
    ({ isOff, after }) => !isOff && (after === null || present.has(after.id)),
  );
  return found.length > 0 ? found : clock.anchors;
};

const startOf = (anchors: readonly AnchorView[], { clock }: DutyView): string => {
  const names = [...new Set(anchors.map(nameOf))];
  if (clock.pick === 'earliest' && names.length > 1) return `${names.join('、')}(取最早)`;
  return names.join(',无则');
};

/** The duties of a level as rows; one whose start another's due instant stands in for begins where that is due. */
export const rowsOf = (duties: readonly DutyView[]): Row[] => {
  const rows: Row[] = [];
  const present = new Set(duties.map(({ duty }) => duty));
  const place = (view: DutyView): Row => {
    const known = rows.find((row) => row.view === view);
    if (known !== undefined) return known;
    const anchors = possible(view, present);
    const [first] = anchors;
    const isOwn = anchors.every((anchor) => anchor.isOwn);
    const before = first?.orDue ? duties.find(({ duty }) => duty === first.after?.id) : undefined;
    const parent = before === undefined ? undefined : place(before);
    const end = parent === undefined ? undefined : endOf(parent);
    const row: Row =
      parent === undefined || end === undefined
        ? { view, isOwn, start: startOf(anchors, view), from: 0, after: null, mark: markOf(view, 0) }
        : { view, isOwn, start: parent.start, from: end, after: parent.view.duty, mark: markOf(view, end) };
    rows.push(row);
    return row;
  };
  duties.forEach(place);
  return rows;
};

/** The law's duties of a level and what the bureau has set itself; what the settings rule out is left out. */
export const levelDuties = (
  { duties, ownPrompts }: RegulationView,
  level: string,
): { law: DutyView[]; bureau: DutyView[] } => {
  const here = (list: readonly DutyView[]): DutyView[] =>
    list.filter(({ levels, isOff }) => !isOff && levels.some(({ id }) => id === level));
  return { law: here(duties), bureau: here(ownPrompts) };
};

/** The furthest instant that a row shows. */
export const longestOf = ({ mark, from }: Row): number => {
  if (mark.kind === 'every') return from + mark.period;
  if (mark.kind !== 'span') return from;
  return mark.cap === null ? 2 * mark.due : Math.max(mark.due, mark.cap ?? 0);
};

/** The limit as it stands in a picture; the rule that gives an external one is told in the row's title. */
export const limitText = ({ limit }: DutyView): string => {
  if (limit.kind === 'external') return `${limit.word}(时限由人工录入)`;
  return limit.word === '' ? '未规定时限' : limit.text;
};

export const whoText = ({ responsible, receivers, copies }: DutyView): string => {
  const to = receivers.length === 0 ? '' : ` → ${shortNames(receivers)}`;
  return `${shortNames([responsible])}${to}${copies.length === 0 ? '' : `(抄${shortNames(copies)})`}`;
};

/** What is said once the office's own target is full; empty where there is none, or it has no name. */
export const targetText = ({ ownTarget }: DutyView): string =>
  ownTarget?.beyond == null || typeof ownTarget.value !== 'string'
    ? ''
    : `;满本局目标${inChinese(ownTarget.value)}仍未办:${ownTarget.beyond}`;
