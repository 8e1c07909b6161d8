import type { CaseState } from '../../case/state.ts';
import { unitsOf } from '../../case/units.ts';
import { releasedStage } from '../../deadlines/completions/by-notice.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { AT_ONCE, cited, levelOf, nameIn } from '../../regulations/lookup.ts';
import type { DraftSource, Regulation } from '../../regulations/schema.ts';
import { momentInChinese } from '../../time/instants.ts';
import { scheduleOf } from '../context.ts';
import { dutyNotices, makeNotices } from '../notices.ts';
import { refuse } from '../refusal.ts';
import type { Decide } from '../refusing.ts';
import { saidIn } from './given.ts';

/** One part of a warning, with what the system can say of it; null: whoever releases it has to. */
interface DraftPart {
  part: string;
  text: string | null;
}

const unitName = (regulation: Regulation, state: CaseState): string | null =>
  unitsOf(state)
    .map((unit) => nameIn(regulation.units, unit))
    .join('、') || null;

const situation = (regulation: Regulation, state: CaseState): string => {
  const sources = state.sources.map(({ kind }) => nameIn(regulation.sources, kind)).join('、');
  const level = levelOf(regulation, state.warningLevel).name;
  return `${state.title}(${sources === '' ? '' : `${sources};`}${state.provisional ? '初判' : ''}${level})`;
};

/** 舆情趋势: how much of it is known, since when, and whether it has grown. */
const trend = (regulation: Regulation, state: CaseState): string => {
  const published = state.items.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  const time = (at: string): string => momentInChinese(at, regulation.zone);
  const [first] = published;
  const last = published.at(-1);
  const until = last === undefined || last === first ? '' : `至${time(last)}`;
  const span = first === undefined ? '' : `,发布于${time(first)}${until}`;
  const found = state.items.length === 0 ? '尚未关联信息' : `已关联信息${state.items.length}条${span}`;
  const raised = state.segments.length > 1 ? `;级别已调整${state.segments.length - 1}次` : '';
  return `${found}${raised}`;
};

/** 初步分析: the level, and what in the items speaks for it; what the table makes of it decides nothing once it is determined. */
const analysis = (regulation: Regulation, { grade, provisional, warningLevel }: CaseState): string => {
  const level = levelOf(regulation, warningLevel).name;
  const grounds = grade.reasons
    .filter(({ ground }) => ground)
    .map(({ text }) => text.replace(/\([\d.]+分\):/, ':'));
  const why = grounds.length === 0 ? '' : `;依据(供参考):${grounds.join(';')}`;
  return `${provisional ? '初判' : '定级'}为${level}${why}`;
};

/** A duty with its limit, where its name does not say it: 召开紧急会议(立即), 随时电话报告进展. */
const asked = ({ name, limit, limitText }: ScheduledDuty): string => {
  const [word] = limitText.split('(');
  const isSaid = limit.kind === 'every' || name.startsWith(word!) || AT_ONCE.test(name);
  return isSaid ? name : `${name}(${limitText})`;
};
/** Each once; what several units owe each for itself, with all of them. */
const askedOf = (regulation: Regulation, lead: string | null, owed: readonly ScheduledDuty[]): string[] =>
  [...Map.groupBy(owed, asked)].map(([text, duties]) => {
    const ids = duties.flatMap(({ unit = lead }) => unit ?? []);
    const units = [...new Set(ids)].map((unit) => nameIn(regulation.units, unit));
    return duties.length < 2 ? text : `${text}(${units.join('、')}各自)`;
  });

/** 处置建议: what the units owe by the regulation, or will once they are told; the earliest limit first. */
const advice = (
  regulation: Regulation,
  { unit }: CaseState,
  duties: readonly ScheduledDuty[],
): string | null => {
  const owed = duties
    .filter(
      ({ status, responsible }) =>
        ['open', 'listed', 'notStarted'].includes(status) &&
        regulation.roles.some(({ id, perUnit }) => id === responsible && perUnit),
    )
    .sort((one, other) => ((one.current.due ?? '~') < (other.current.due ?? '~') ? -1 : 1));
  return owed.length === 0 ? null : askedOf(regulation, unit, owed).join(';');
};

/** What a warning says, part by part: from the grade's reasons, the spread and the duties. Null: the duty is no warning. */
export const draftWarning = (
  regulation: Regulation,
  state: CaseState,
  { warning }: Pick<ScheduledDuty, 'warning'>,
  duties: readonly ScheduledDuty[],
): DraftPart[] | null => {
  const text: Readonly<Record<DraftSource, () => string | null>> = {
    situation: () => situation(regulation, state),
    media: () => state.items.map(({ url, title }) => url ?? title).join('、') || null,
    unit: () => unitName(regulation, state),
    trend: () => trend(regulation, state),
    analysis: () => analysis(regulation, state),
    advice: () => advice(regulation, state, duties),
  };
  if (warning === null) return null;
  return warning.says.map(({ part, from }) => ({ part, text: from === undefined ? null : text[from]() }));
};

/**
 * Whoever is on duty lets a warning go, as drafted or with words of his own, also while the level is only proposed. What the
 * draft left open and he did not fill in is asked for afterwards.
 */
export const releaseWarning: Decide<'ReleaseWarning'> = (context, state, command) => {
  const { regulation } = context;
  const { duties } = scheduleOf(context, state);
  const scheduled = duties.find(({ duty }) => duty === command.duty);
  const draft = scheduled === undefined ? null : draftWarning(regulation, state, scheduled, duties);
  if (scheduled === undefined || draft === null)
    return refuse('NO_WARNING', `本案没有“${nameIn(regulation.duties, command.duty)}”的预警可以核发`);
  if (scheduled.warning?.isReleased) return refuse('ALREADY_RELEASED', '这一级别的预警已经核发');
  if (scheduled.status === 'ended') return refuse('DUTY_NOT_OPEN', '该事项现不须办理');
  const { fields = {} } = command;
  const parts = draft.map(({ part }) => part);
  const extra = Object.keys(fields).filter((field) => !parts.includes(field));
  if (extra.length > 0)
    return refuse(
      'DOCUMENT_FIELD_UNKNOWN',
      `预警没有这些栏目:${extra.join('、')};可填:${parts.join('、')}${cited(context.regulation, scheduled.cite)}`,
    );
  const says = Object.fromEntries(draft.map(({ part, text }) => [part, fields[part] ?? text ?? '']));
  const { occurrence } = scheduled.current;
  return [
    { type: 'WarningReleased', duty: command.duty, occurrence, says, parts: saidIn(says) },
    makeNotices(
      context,
      state,
      dutyNotices(scheduled, releasedStage(), [...scheduled.receivers, ...scheduled.copies], {
        template: 'warning',
      }),
    ),
  ];
};
