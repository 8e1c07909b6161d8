import { expect } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { caseFile, opening } from '../../../support/case-file.ts';

/** A matter of 雷州 that somebody opens at this level on 04-01 at 09:30. */
export const opened = (
  level: string,
  by: Actor,
  more: Parameters<typeof opening>[0] = {},
  regulation = leizhou,
) => {
  const file = caseFile(regulation);
  const { refusal } = file.give('04-01 09:30', by, opening({ ...more, level }));
  expect(refusal).toBeNull();
  return file;
};
