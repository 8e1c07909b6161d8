import type { DutyView, LimitView } from '../../../shared/contracts/regulation-view/parts.ts';
import type { LevelView, RegulationView } from '../../../shared/contracts/regulation-view/view.ts';

export interface DutyGroup {
  title: string;
  duties: DutyView[];
}

/** The levels at which something is owed, in the order of their scales, the lowest first. */
export const levelsWithDuties = ({ scales, duties, ownPrompts }: RegulationView): LevelView[] => {
  const owed = new Set([...duties, ...ownPrompts].flatMap(({ levels }) => levels.map(({ id }) => id)));
  return scales.flatMap(({ levels }) => levels).filter(({ id }) => owed.has(id));
};

type Kind = LimitView['kind'];
const GROUPS: readonly { title: (called: string) => string; kinds: readonly Kind[] }[] = [
  { title: () => '有数字的时限', kinds: ['within', 'every'] },
  { title: (called) => `立即，${called}没有写数字`, kinds: ['immediate'] },
  { title: () => '及时、随时', kinds: ['prompt', 'ongoing'] },
  { title: () => '由其他规定或届满日确定', kinds: ['external'] },
];

/** What is owed at a level, by how its limit is put; what the office has set itself stands apart. */
export const groupsAt = (view: RegulationView, level: string): DutyGroup[] => {
  const isThere = ({ levels }: DutyView): boolean => levels.some(({ id }) => id === level);
  const duties = view.duties.filter(isThere);
  const groups = [
    ...GROUPS.map(({ title, kinds }) => ({
      title: title(view.called),
      duties: duties.filter(({ limit }) => kinds.includes(limit.kind)),
    })),
    { title: `本局自设的提示，不是${view.called}规定`, duties: view.ownPrompts.filter(isThere) },
  ];
  return groups.filter((group) => group.duties.length > 0);
};

/** A limit in a row: without what its brackets explain. */
export const shortLimit = ({ text }: LimitView): string => text.replace(/\([^()]*\)/g, '') || '未写时限';

/** 2024-05-30 → 2024年5月30日; undefined: no day is known. */
const dayWords = (day: string): string | undefined => {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  return year === undefined ? undefined : `${year}年${Number(month)}月${Number(date)}日`;
};

/** When it was issued, and since when it is in force, as far as it says so. */
export const issueWords = ({
  issuedOn,
  effectiveOn,
}: Pick<RegulationView, 'issuedOn' | 'effectiveOn'>): string => {
  const [issued, effective] = [dayWords(issuedOn), dayWords(effectiveOn)];
  if (issued !== undefined && issued === effective) return `${issued}印发施行`;
  return [
    issued === undefined ? '原文没有注明印发日期' : `${issued}印发`,
    effective === undefined ? '没有注明施行日期' : `${effective}施行`,
  ].join('，');
};
