import type { RosterChangesReply } from '../../../shared/contracts/replies/bureau.ts';
import { spoken } from '../spoken.ts';
import { momentOf } from '../wall-clock.ts';

export type Version = RosterChangesReply['versions'][number];
type Change = Version['changes'][number];

const fieldWords = ({ field, fieldText, before, after }: Change['fields'][number]): string => {
  if (field === 'available') return `改为${after ?? '在岗'}`;
  // Numbers are masked, so that both may read alike.
  if (before === after) return `${fieldText}改为另一个`;
  return before === null || field === 'name'
    ? `${fieldText}改为${after ?? '无'}`
    : `${fieldText}${before}改为${after ?? '无'}`;
};

const changeWords = ({ what, whatText, role, unit, name, fields }: Change): string => {
  const place = spoken(`${unit === null ? '' : unit.name}${role.name}`);
  if (what !== 'changed') return `${place}：${whatText}${name}`;
  const was = fields.find(({ field }) => field === 'name')?.before ?? name;
  const said = fields.map(fieldWords).join('，');
  return `${place}：${was}${said.indexOf('改为') === 0 ? '' : '，'}${said}`;
};

/** 3月2日09:00 办公室负责人：值班员甲改为不在岗; then the reason, and who wrote it. */
export const versionWords = ({ at, by, reason, changes }: Version, now: number) => ({
  head: `${momentOf(at, now)}，${by.name ?? '名册以外的人'}改`,
  reason: reason === null ? '' : `理由：${reason}`,
  changes: changes.map(changeWords),
});
