import { inChinese } from '../../shared/deadlines/instants.ts';
import { isNumeric, limitInChinese, resolveLimit } from '../../shared/deadlines/limits.ts';
import { levelOf, roleName, settingsOf } from '../../shared/regulations/lookup.ts';
import type { Anchor, Duty, Fulfilment, Limit, Regulation, Term } from '../../shared/regulations/schema.ts';
import { conditionText, isSaidBy, sourceNames } from './condition-text.ts';
import { markdownTable } from './markers.ts';
import { valueText } from './settings-table.ts';

interface Row {
  duty: Duty;
  term: Term;
}

const named = (list: readonly { id: string; name: string }[], id: string): string =>
  list.find((each) => each.id === id)?.name ?? id;

/** The limit as the table shows it: a number where the regulation has one, else its own word. */
export const limitText = (regulation: Regulation, limit: Limit): string => {
  const resolved = resolveLimit(regulation, limit);
  if (resolved.kind !== 'every')
    return 'word' in resolved && resolved.word === '' ? '(未规定)' : limitInChinese(resolved);
  const from = resolved.from === 'completion' ? '(自上一次完成起)' : '';
  return `每${inChinese(resolved.every)}${from},至${named(regulation.instants, resolved.until)}`;
};

const anchorText = (regulation: Regulation, anchor: Anchor): string => {
  const of = 'instant' in anchor && anchor.of !== undefined ? sourceNames(regulation, anchor.of) : '';
  const when = anchor.when === undefined ? '' : conditionText(regulation, anchor.when);
  const only = [of, when].filter((each) => each !== '').join(';');
  const name =
    'after' in anchor
      ? `“${regulation.duties.find(({ id }) => id === anchor.after)?.name}”完成`
      : named(regulation.instants, anchor.instant);
  return only === '' ? name : `${name}(${only})`;
};
const startText = (regulation: Regulation, { start, pick }: Term): string => {
  const texts = start.map((anchor) => anchorText(regulation, anchor));
  if (texts.length === 1) return texts[0]!;
  return pick === 'earliest' ? `${texts.join('、')},取最早` : texts.join(',无则');
};

const levelsText = (regulation: Regulation, term: Term): string => {
  const levels = term.levels.map((id) => levelOf(regulation, id).short).join('');
  if (term.when === undefined || isSaidBy(term.start, term.when)) return levels;
  return `${levels};${conditionText(regulation, term.when)}`;
};

/** Role names without what they say in brackets, which is long. */
const shortRole = (regulation: Regulation, id: string): string =>
  roleName(regulation, id).replace(/[(\uff08].*$/, '');
const rolesText = (regulation: Regulation, { responsible, receivers, copies }: Duty): string => {
  const list = (ids: readonly string[]): string => ids.map((id) => shortRole(regulation, id)).join('、');
  const to = receivers.length === 0 ? '' : ` → ${list(receivers)}`;
  return `${list([responsible])}${to}${copies.length === 0 ? '' : `(抄:${list(copies)})`}`;
};

const formsOf = (regulation: Regulation, way: Fulfilment): string[] => {
  if (way.act === 'report') return (way.forms ?? []).map((id) => named(regulation.reportForms, id));
  if (way.act === 'publication') return (way.forms ?? []).map((id) => named(regulation.publicationForms, id));
  return [];
};
const formsText = (regulation: Regulation, { duty, term }: Row): string => {
  const forms = (term.fulfilledBy ?? duty.fulfilledBy).flatMap((way) => formsOf(regulation, way));
  const texts = forms.length > 0 ? forms : duty.channels.map((id) => named(regulation.channels, id));
  return [...new Set(texts)].join('、');
};

const HEADER = ['职责', '级别', '时限', '起算', '责任 → 报送', '方式', '条款'];
const cells = (regulation: Regulation, row: Row): string[] => [
  row.term.name ?? row.duty.name,
  levelsText(regulation, row.term),
  isNumeric(resolveLimit(regulation, row.term.limit))
    ? `**${limitText(regulation, row.term.limit)}**`
    : limitText(regulation, row.term.limit),
  startText(regulation, row.term),
  rolesText(regulation, row.duty),
  formsText(regulation, row),
  row.term.cite.join('、'),
];

const rowsOf = (regulation: Regulation, basis: Duty['basis']): Row[] =>
  regulation.duties
    .filter((duty) => duty.basis === basis)
    .flatMap((duty) => duty.terms.map((term) => ({ duty, term })));
const tableOf = (regulation: Regulation, rows: readonly Row[]): string =>
  markdownTable(
    HEADER,
    rows.map((row) => cells(regulation, row)),
  );

const fallbackText = ({ instants }: Regulation): string =>
  instants
    .filter(({ fallback }) => fallback.length > 0)
    .map(({ name, fallback }) => `${name}未填时依次取${fallback.map((id) => named(instants, id)).join('、')}`)
    .join(';');

const laddersTable = (regulation: Regulation): string =>
  markdownTable(
    ['逐级上报', '提前提醒', '每级间隔', '到顶后', '由下而上', '条款'],
    regulation.ladders.map(({ name, remindBefore, climbEvery, thenEvery, rungs, cite }) => [
      name,
      remindBefore.length === 0 ? '—' : remindBefore.map((each) => inChinese(each)).join('、'),
      inChinese(climbEvery),
      `每${inChinese(thenEvery)}`,
      rungs.map((id) => shortRole(regulation, id)).join(' → '),
      cite.join('、'),
    ]),
  );

/** 及时 carries no number; the office may set a target, which is no law. */
const targetsText = (regulation: Regulation): string =>
  regulation.duties
    .flatMap(({ name, officeTarget }) =>
      officeTarget === undefined ? [] : `${name}(${valueText(settingsOf(regulation)[officeTarget] ?? null)})`,
    )
    .join('、');

/** The duties of a regulation: first what the law says, by the kind of limit, then what the office has set itself. */
export const deadlineTables = (regulation: Regulation): string => {
  const law = rowsOf(regulation, 'law');
  const of = (...kinds: Limit['kind'][]): Row[] =>
    kinds.flatMap((kind) => law.filter(({ term }) => term.limit.kind === kind));
  return [
    '### 办法规定的时限:有数字的',
    tableOf(regulation, of('within', 'every')),
    `${fallbackText(regulation)}(由公开时间代替的标为“估算”)。日、周按${regulation.zone}日历计,小时按实际经过计,节假日、夜间不顺延。`,
    '### 办法规定的时限:立即(无数字,一经起算即催办)',
    tableOf(regulation, of('immediate')),
    '### 办法规定的时限:及时、随时(无数字,只列出)',
    tableOf(regulation, of('prompt', 'ongoing')),
    '### 本局设置(非办法规定)',
    tableOf(regulation, rowsOf(regulation, 'office')),
    `可设本局目标的职责(现值):${targetsText(regulation)}。`,
    laddersTable(regulation),
  ].join('\n\n');
};
