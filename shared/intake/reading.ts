import type { ItemWarning } from '../contracts/items.ts';
import type { Regulation } from '../regulations/schema.ts';
import type { Given, Mapped } from './mapping/apply.ts';
import type { Mapping } from './mapping/mapping.ts';
import type { Target } from './mapping/targets.ts';
import { titleOf, warning } from './warn.ts';

/** One item while it is read: what was given, what has been used of it, and what is to be said of it. */
export interface Reading {
  regulation: Regulation;
  mapping: Pick<Mapping, 'zone' | 'dateOrder'>;
  now: string;
  /** When it first came. */
  cameAt: string;
  mapped: Mapped;
  used: Set<string>;
  warnings: ItemWarning[];
}

/** A field that was given in a form that can be looked at. Undefined: nothing was said, or it stands within what is no object. */
export const givenAs = ({ mapped }: Pick<Reading, 'mapped'>, target: Target): Given['found'] | undefined => {
  const found = mapped.get(target)?.found;
  return found === undefined || found.isBlocked ? undefined : found;
};

/** Marks a field as read: what is left of the item does not hold it again. */
export const use = ({ used }: Reading, found: Given['found']): void => {
  for (const path of found.used) used.add(path);
};

type Said = Pick<ItemWarning, 'kind' | 'message'> & { isGrave?: boolean; path?: string; value?: unknown };
/** Says something of a field. */
export const say = (reading: Reading, target: Target, { path, value, ...said }: Said): void => {
  const found = reading.mapped.get(target)?.found;
  reading.warnings.push(
    warning(target, { path: path ?? found?.path ?? target, value: value ?? found?.value, ...said }),
  );
};

/** Of a field that nobody could read: `why` and what became of it. */
export const cannotRead = (reading: Reading, target: Target, why: string, more: Partial<Said> = {}): void =>
  say(reading, target, {
    kind: 'unread',
    message: `${titleOf(target)}${why},按原文保存,视为未知`,
    ...more,
  });
