import { createChangeCase } from '../../shared/office/change-case.ts';
import { type Cases, createCases } from '../../shared/records/cases.ts';
import type { StoredRecord, Table } from '../../shared/records/table.ts';
import type { PersonCommand } from '../../shared/rules/decide.ts';
import { listingOf } from '../../shared/rules/listing/listing.ts';
import type { OpenCaseFacts } from '../../shared/rules/phases/open.ts';
import { leizhou } from '../support/bureaus.ts';
import { at, officer, opening } from '../support/case-file.ts';

export const CASE = 'LZ2026-0001';
export const HEAD = { pk: `CASE#${CASE}`, sk: 'HEAD' };
/** Nobody is asked who he is. */
const rosters = { read: async () => undefined };
export const changing = (cases: Cases, now: () => string) =>
  createChangeCase({ cases, rosters, regulation: leizhou, now }).change;
/** Cases whose logs and other records lie in one table; what goes wrong is noted. */
export const createOn = (table: Table, problems: string[] = [], now = () => at('03-02 08:00')) =>
  createCases({ records: table, log: table, now, listingOf, onProblem: (what) => problems.push(what) });
/** Cases on a table, and a clock that the test sets. */
export const casesOn = (table: Table) => {
  const clock = { now: at('03-02 08:00') };
  const cases = createOn(table);
  const change = changing(cases, () => clock.now);
  const open = (facts: Partial<OpenCaseFacts> & { level?: string } = {}) =>
    change(facts.caseId ?? CASE, officer, opening(facts));
  const give = (command: PersonCommand, actor = officer) => change(CASE, actor, command);
  return { cases, clock, change, open, give };
};
export const note = (text: string): PersonCommand => ({
  type: 'RecordAction',
  action: 'verified',
  note: text,
});
export const overwrite = async (table: Table, record: StoredRecord): Promise<void> => {
  await table.remove(record);
  await table.put(record, { absent: true });
};
