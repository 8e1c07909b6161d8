import { spoken } from '../spoken.ts';
import { momentOf } from '../wall-clock.ts';

interface Named {
  id: string;
  name: string;
}
/** What was changed in one line, as the API tells it. */
export interface Change {
  what: 'added' | 'removed' | 'changed';
  whatText: string;
  role: Named;
  unit: Named | null;
  id: string;
  name: string;
  fields: readonly { field: string; fieldText: string; before: string | null; after: string | null }[];
}
export interface Version {
  version: number;
  at: string;
  by: { id: string; name: string | null };
  reason: string | null;
  changes: readonly Change[];
}

const changeWords = ({ what, whatText, role, unit, name, fields }: Change): string => {
  const place = spoken(`${unit === null ? '' : unit.name}${role.name}`);
  if (what !== 'changed') return `${place}：${whatText}${name}`;
  const said = fields.map(({ field, fieldText, before, after }) => {
    if (field === 'available') return `改为${after ?? '在岗'}`;
    // Numbers are masked, so that both may read alike.
    if (before === after) return `${fieldText}改为另一个`;
    return `${fieldText}${before ?? '无'}改为${after ?? '无'}`;
  });
  return `${place}：${name}${said.join('，')}`;
};

/** 3月2日09:00 办公室负责人：值班员甲改为不在岗; then the reason, and who wrote it. */
export const versionWords = ({ at, by, reason, changes }: Version, now: number) => ({
  head: `${momentOf(at, now)}，${by.name ?? '名册以外的人'}改`,
  reason: reason === null ? '' : `理由：${reason}`,
  changes: changes.map(changeWords),
});
