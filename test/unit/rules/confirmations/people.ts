import type { Actor } from '../../../../shared/case/events.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { leizhou } from '../../../support/bureaus.ts';
import {
  at,
  caseFile,
  chief,
  group,
  head,
  leader,
  liaison,
  officer,
  opening,
  suggestion,
} from '../../../support/case-file.ts';
import { rosterOf } from '../../../support/roster.ts';

export const unitHead: Actor = { id: 'p-unit', name: '食品股负责人', role: 'unitHead', unit: 'food' };
/** The duty officer, who stands in the roster as the head of a unit too, under another id and with the same number. */
export const officerElsewhere: Actor = { ...unitHead, id: 'p-duty-unit' };

const everybody = [officer, head, leader, chief, group, liaison, unitHead];
export const roster = rosterOf(everybody);
roster.roles.unitHead!.push({ ...roster.roles.dutyOfficer![0]!, id: officerElsewhere.id, unit: 'food' });

/** A case of 雷州 that began at 08:00 and was opened at 09:00, with everybody in the roster from the beginning. */
export const openedAt = (level: string, facts: Parameters<typeof opening>[0] = {}) => {
  const file = caseFile(leizhou, () => roster);
  file.give(
    '03-02 09:00',
    officer,
    opening({ level, instants: { occurredAt: at('03-02 08:00'), detectedAt: at('03-02 08:30') }, ...facts }),
  );
  return file;
};

/** A case of another bureau, opened by `by` at 09:00; `people`: who stands in its roster. */
export const openedIn = (
  bureau: string,
  { level, by, unit, people }: { level: string; by: Actor; unit: string; people: readonly Actor[] },
) => {
  const known = rosterOf([...people, by]);
  const file = caseFile(regulations[bureau]!, () => known);
  file.give('03-02 09:00', by, {
    ...opening({ level, unit, instants: { detectedAt: at('03-02 09:00') }, grade: suggestion(level) }),
    sources: [{ kind: 'monitored' }],
  });
  return file;
};

export const person = (role: string, unit?: string): Actor => ({
  id: `p-${role}`,
  name: role,
  role,
  ...(unit === undefined ? {} : { unit }),
});

type File = ReturnType<typeof openedAt>;
export const codeOf = (outcome: { refusal: { code: string } | null }): string =>
  outcome.refusal?.code ?? 'done';
export const outcomeOf = (file: File, duty: string) => file.duty(duty)?.current.outcome;
/** Whom the last entry texts, and with which template. */
export const toldBy = (file: File): [template: string, who: string][] =>
  (file.log.at(-1)?.events ?? []).flatMap((event) =>
    event.type === 'NoticesMade'
      ? event.notices.map(({ template, person: one, role }): [string, string] => [template, one ?? role])
      : [],
  );
