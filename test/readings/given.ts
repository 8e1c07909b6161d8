import { expect } from 'vitest';
import type { Actor } from '../../shared/case/events.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { withSettings } from '../../shared/regulations/settings.ts';
import type { ChosenSettings } from '../../shared/regulations/version.ts';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import type { OpenCaseFacts } from '../../shared/rules/phases/open.ts';
import { at, caseFile, opening, suggestion, system } from '../support/case-file.ts';

export type File = ReturnType<typeof caseFile>;
export const UNITS: Record<string, string> = {
  leizhou: 'food',
  yinzhou: 'welfareHome',
  hohhot: 'services',
  nanning: 'business',
  petition: 'visits',
};
export const person = (role: string, id = `p-${role}`): Actor => ({ id, name: id, role });
/** Instants of 2026 in Beijing time. */
const dated = (instants: Record<string, string>) =>
  Object.fromEntries(Object.entries(instants).map(([id, local]) => [id, at(local)]));

export interface Found {
  bureau?: string;
  level?: string;
  when?: string;
  by?: Actor;
  settings?: ChosenSettings;
  instants?: Record<string, string>;
  sources?: OpenCaseFacts['sources'];
  /** What the table proposes; absent: the same level. */
  proposed?: string;
  facts?: Partial<OpenCaseFacts>;
}
/** A case as its bureau opens it; at 10:00 on Monday 2 March unless told otherwise. */
export const open = ({
  bureau = 'leizhou',
  level = 'red',
  when = '03-02 10:00',
  by = person('dutyOfficer'),
  settings = {},
  instants = {},
  sources = [{ kind: 'monitored' }],
  proposed = level,
  facts = {},
}: Found = {}): File => {
  const file = caseFile(withSettings(regulations[bureau]!, settings));
  const { refusal } = file.give(
    when,
    by,
    opening({
      level,
      unit: UNITS[bureau],
      sources,
      instants: dated(instants),
      grade: suggestion(proposed),
      ...facts,
    }),
  );
  expect(refusal).toBeNull();
  return file;
};
/** A case that the machine opened at what the table proposes: nobody has determined it. */
export const pushed = (found: Found & { proposed: string }): File =>
  open({ ...found, by: system, facts: { ...found.facts, how: 'feed', level: undefined } });

/** `done`, or the code of the refusal. */
export const give = (file: File, when: string, who: Actor, command: CaseCommand): string =>
  file.give(when, who, command).refusal?.code ?? 'done';
export const item = (
  id: string,
  level: string,
  more: Partial<{ publishedAt: string; flags: string[] }> = {},
): CaseCommand => ({
  type: 'AttachItem',
  item: {
    feed: 'f',
    id,
    title: '转载',
    ...(more.publishedAt === undefined ? {} : { publishedAt: at(more.publishedAt) }),
  },
  grade: suggestion(level),
  flags: more.flags ?? [],
});
export const correct = (
  instant: string,
  local: string,
  more: Partial<{ dateOnly: boolean; source: string; reference: string }> = {},
): CaseCommand => ({ type: 'CorrectInstant', instant, at: at(local), reason: '核实', ...more });
export const confirm = (level: string): CaseCommand => ({ type: 'ConfirmGrade', level });
export const assigned = (receivedAt: string, reference?: string): OpenCaseFacts['sources'][number] => ({
  kind: 'zhanjiang-assigned',
  receivedAt: at(receivedAt),
  ...(reference === undefined ? {} : { reference }),
});
/** All the times that a duty is owed now: its due instant and what became of it. */
export const owed = (file: Pick<File, 'schedule'>, duty: string): (string | null)[][] =>
  file
    .schedule()
    .duties.filter((each) => each.duty === duty)
    .map(({ current }) => [current.due, current.outcome]);
/** The events of a duty so far, of one kind. */
export const eventsOf = (file: Pick<File, 'log'>, type: string, duty: string) =>
  file.log.flatMap(({ at: when, events }) =>
    events.flatMap((event) =>
      event.type === type && 'duty' in event && event.duty === duty ? [{ ...event, when }] : [],
    ),
  );

/** What became of each time that a duty was owed, by its name. */
export const timesOf = (file: File, duty: string) =>
  file
    .schedule()
    .duties.find((each) => each.duty === duty)
    ?.history.map(({ occurrence, outcome }) => [occurrence, outcome]);

/** In flames again on 6 March at 18:00, as whoever is on duty enters five minutes later. */
export const flareUp = (file: File): void => {
  const rekindle: CaseCommand = { type: 'Rekindle', reason: '再度升温', outbreakAt: at('03-06 18:00') };
  expect(give(file, '03-06 18:05', person('dutyOfficer'), rekindle)).toBe('done');
};
