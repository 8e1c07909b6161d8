import { names, shortNames } from '../../shared/contracts/regulation-view/names.ts';
import type { DutyView } from '../../shared/contracts/regulation-view/parts.ts';
import { settingsOf } from '../../shared/regulations/lookup.ts';
import type { Regulation, Setting } from '../../shared/regulations/schema.ts';
import { inChinese } from '../../shared/time/instants.ts';
import { markdownTable } from './markers.ts';
import { joinAnchors } from './regulation/views/clock-view.ts';
import { isSaidIn } from './regulation/views/condition-text.ts';
import { dutyViewsOf } from './regulation/views/duty-views.ts';
import { allNamedIn } from './regulation/views/lookup.ts';
import { valueText } from './settings-table.ts';

const startText = ({ clock: { anchors, pick } }: DutyView): string =>
  joinAnchors(
    anchors.map(({ text }) => text),
    pick,
  );
const levelsText = (duty: DutyView): string => {
  const levels = duty.levels.map(({ short }) => short).join('');
  return duty.when === null || isSaidIn(startText(duty), duty.when) ? levels : `${levels};${duty.when}`;
};
const rolesText = ({ responsible, receivers, copies }: DutyView): string => {
  const to = receivers.length === 0 ? '' : ` → ${shortNames(receivers)}`;
  return `${shortNames([responsible])}${to}${copies.length === 0 ? '' : `(抄:${shortNames(copies)})`}`;
};

const tableOf = (duties: readonly DutyView[]): string =>
  markdownTable(
    ['职责', '级别', '时限', '起算', '责任 → 报送', '方式', '条款'],
    duties.map((duty) => [
      duty.name,
      levelsText(duty),
      duty.limit.isNumeric ? `**${duty.limit.text}**` : duty.limit.text,
      startText(duty),
      rolesText(duty),
      duty.forms.join('、'),
      duty.clauses.map(({ clause }) => clause).join('、'),
    ]),
  );

const fallbackText = ({ instants }: Regulation): string =>
  instants
    .filter(({ fallback }) => fallback.length > 0)
    .map(({ name, fallback }) => `${name}未填时依次取${names(allNamedIn(instants, fallback))}`)
    .join(';');

const laddersTable = ({ ladders, roles }: Regulation): string =>
  markdownTable(
    ['逐级上报', '提前提醒', '每级间隔', '到顶后', '由下而上', '条款'],
    ladders.map(({ name, remindBefore, climbEvery, thenEvery, rungs, cite }) => [
      name,
      remindBefore.map(inChinese).join('、') || '—',
      inChinese(climbEvery),
      `每${inChinese(thenEvery)}`,
      allNamedIn(roles, rungs)
        .map((role) => shortNames([role]))
        .join(' → '),
      cite.join('、'),
    ]),
  );

/** 及时 carries no number; the office may set a target, which is no law. */
const targetsText = (regulation: Regulation): string =>
  regulation.duties
    .flatMap(({ name, ownTarget }) => {
      const setting = regulation.settings.find(({ id }) => id === ownTarget);
      return setting === undefined ? [] : `${name}(${targetText(regulation, setting)})`;
    })
    .join('、');
const targetText = (regulation: Regulation, setting: Setting): string =>
  valueText(setting, settingsOf(regulation)[setting.id] ?? null);

/** The duties of a regulation: first what the law says, by the kind of limit, then what the office has set itself. */
export const deadlineTables = (regulation: Regulation): string => {
  const law = dutyViewsOf(regulation, 'law');
  const of = (...kinds: DutyView['limit']['kind'][]): DutyView[] =>
    kinds.flatMap((kind) => law.filter(({ limit }) => limit.kind === kind));
  return [
    '### 办法规定的时限:有数字的',
    tableOf(of('within', 'every')),
    `${fallbackText(regulation)}(由公开时间代替的标为“估算”)。日、周按${regulation.zone}日历计,小时按实际经过计,节假日、夜间不顺延。`,
    '### 办法规定的时限:立即(无数字,一经起算即催办)',
    tableOf(of('immediate')),
    '### 办法规定的时限:及时、随时(无数字,只列出)',
    tableOf(of('prompt', 'ongoing', 'external')),
    '### 本局设置(非办法规定)',
    tableOf(dutyViewsOf(regulation, 'bureau')),
    `可设本局目标的职责(现值):${targetsText(regulation)}。`,
    laddersTable(regulation),
  ].join('\n\n');
};
