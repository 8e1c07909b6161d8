import { levelOf } from '../../shared/regulations/lookup.ts';
import type { Anchor, Condition, Regulation } from '../../shared/regulations/schema.ts';
import { valueText } from './settings-table.ts';

const named = (list: readonly { id: string; name: string }[], id: string): string =>
  list.find((each) => each.id === id)?.name ?? id;

export const sourceNames = ({ sources }: Regulation, ids: readonly string[]): string =>
  ids.map((id) => named(sources, id)).join('、');

/** A condition in plain Chinese. */
export const conditionText = (regulation: Regulation, condition: Condition): string => {
  const each = (list: readonly Condition[], word: string): string =>
    list.map((part) => conditionText(regulation, part)).join(word);
  if ('all' in condition) return each(condition.all, '且');
  if ('any' in condition) return each(condition.any, ',或');
  if ('not' in condition) return `非${conditionText(regulation, condition.not)}`;
  if ('source' in condition) return named(regulation.sources, condition.source);
  if ('flag' in condition) return `标记“${named(regulation.flags, condition.flag)}”`;
  if ('warningLevel' in condition) return `警示级别${levelOf(regulation, condition.warningLevel).short}`;
  if ('rating' in condition) {
    const scale = named(regulation.scales, condition.rating);
    return 'is' in condition
      ? `${scale}为${levelOf(regulation, condition.is).name}`
      : `${scale}${levelOf(regulation, condition.atLeast).name}及以上`;
  }
  const setting = regulation.settings.find(({ id }) => id === condition.setting);
  return `设置${setting?.register}(默认${valueText(setting?.value ?? null)})`;
};

const leaves = (condition: Condition): Condition[] => {
  if ('all' in condition) return condition.all.flatMap(leaves);
  if ('any' in condition) return condition.any.flatMap(leaves);
  return [condition];
};
const sourcesIn = (anchor: Anchor): string[] => [
  ...('instant' in anchor ? (anchor.of ?? []) : []),
  ...(anchor.when === undefined
    ? []
    : leaves(anchor.when).flatMap((leaf) => ('source' in leaf ? [leaf.source] : []))),
];

/** Whether the anchors name every source that the condition asks for, so that it need not be said twice. */
export const isSaidBy = (anchors: readonly Anchor[], condition: Condition): boolean => {
  const said = anchors.flatMap(sourcesIn);
  return leaves(condition).every((leaf) =>
    'setting' in leaf ? said.length > 0 : 'source' in leaf && said.includes(leaf.source),
  );
};
