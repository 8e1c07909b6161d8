import type { Notice } from '../../../shared/case/events.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import { ownPart } from '../../../shared/notices/compose.ts';
import { partOf, type Telling } from '../../../shared/notices/words.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';

/** A notice, told now, by its own template. */
export const noticeOf = (template: string, changes: Partial<Notice> = {}): Notice => ({
  key: `case#1#${template}`,
  role: 'dutyOfficer',
  template,
  variables: {},
  byTelephone: false,
  ...changes,
});

/** What stands on the telephone of whoever is told of one notice alone. */
export const messageOf = (
  regulation: Regulation,
  state: CaseState,
  notice: Notice,
  telling: Partial<Telling> = {},
) => ownPart(regulation, partOf(regulation, state, notice, { now: state.lastAt, ...telling }));
export const textOf = (...given: Parameters<typeof messageOf>): string => messageOf(...given).text;
