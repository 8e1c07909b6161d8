import { GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import { expect } from 'vitest';
import { loadDefinitions } from '../../../../infra/local/definitions/load.ts';
import {
  type CloudFormationTemplate,
  readDefinitions,
} from '../../../../infra/local/definitions/read-template.ts';
import { rehearse } from '../../../../infra/local/rehearsal/run.ts';
import { Scenario } from '../../../../infra/local/rehearsal/scenario.ts';
import { clockedLevels } from '../../../../shared/regulations/lookup.ts';
import { leizhou } from '../../../support/bureaus.ts';
import type { Aws } from '../aws.ts';
import type { Cdk } from '../cdk.ts';

const BEGINS = '2026-03-02T20:00:00+08:00';
const OCCURRED = '2026-03-02T19:30:00+08:00';
const RECEIVED = '2026-03-02T19:45:00+08:00';
const ENDS = '2026-03-03T09:00:00+08:00';

/** A case of a level that comes in the evening and that nobody touches until the morning. */
const nightAt = (level: string): Scenario =>
  Scenario.parse({
    title: `${level}:无人办理的一夜`,
    start: BEGINS,
    until: ENDS,
    steps: [
      {
        at: BEGINS,
        as: 'dutyOfficer',
        case: 'A',
        open: {
          key: 'night',
          title: '来电反映问题食品流入周边市场',
          level,
          unit: 'food',
          sources: [
            { kind: 'zhanjiang-assigned', receivedAt: RECEIVED, reference: '湛市监舆交〔2026〕33号' },
          ],
          instants: { occurredAt: OCCURRED },
        },
      },
    ],
  });

const HOUR = 3_600_000;
const MINUTE = 60_000;
const instant = (from: string, milliseconds: number): number => Date.parse(from) + milliseconds;

/** What the clauses say for the night: the duty, from when, how many hours (办法第二十二条(二), 第二十一条(二)红). */
const DUE: Readonly<Record<string, readonly { duty: string; at: number }[]>> = {
  blue: [],
  yellow: [{ duty: 'zhanjiangTelephone', at: instant(RECEIVED, 12 * HOUR) }],
  orange: [
    { duty: 'zhanjiangTelephone', at: instant(RECEIVED, 3 * HOUR) },
    { duty: 'zhanjiangWritten', at: instant(RECEIVED, 12 * HOUR) },
  ],
  red: [
    { duty: 'zhanjiangTelephone', at: instant(RECEIVED, 3 * HOUR) },
    { duty: 'zhanjiangWritten', at: instant(RECEIVED, 12 * HOUR) },
    { duty: 'publicResponse', at: instant(OCCURRED, 5 * HOUR) },
  ],
};

/**
 * Takes each level's definition out of the template that is deployed, and runs it on the embedded engine with the real
 * handlers through a night in which nobody does anything: reminders, the check at the limit to the second, and what is
 * overdue must come at the instants that the clauses give, exactly as from the definition in the source.
 */
export const playNights = async (cdk: Cdk, aws: Aws): Promise<void> => {
  const { TemplateBody } = await aws.stacks.send(new GetTemplateCommand({ StackName: cdk.stack }));
  const deployed = readDefinitions(JSON.parse(TemplateBody!) as CloudFormationTemplate);
  const levels = clockedLevels(leizhou).map(({ id }) => id);
  expect(Object.keys(deployed).sort()).toEqual(levels.map((level) => `leizhou-${level}`).sort());
  const source = await loadDefinitions('leizhou');
  // A matter that is no 舆情 (特护期, 监测申请) has no night of missed duties.
  for (const level of Object.keys(DUE)) {
    const { timeline, timersLeft } = await rehearse(nightAt(level), deployed);
    const happened = (type: string, duty: string): number[] =>
      timeline.flatMap(({ at, data }) => (data?.type === type && data.duty === duty ? [Date.parse(at)] : []));
    // 办法第十六条: 立即 has no number; it is asked for from the warning on, which nobody releases and which goes out bare after
    // 10 minutes, and chased up the ladder every quarter of an hour.
    expect(happened('DutyReminded', 'unitResponse'), level).toEqual(
      [15, 30, 45, 60].map((minutes) => instant(BEGINS, (10 + minutes) * MINUTE)),
    );
    for (const { duty, at } of DUE[level]!) {
      const about = `${level} ${duty}`;
      // When a quarter is left from the opening on, and then an hour and a quarter of an hour before (decision 049).
      const quarter = (at - Date.parse(BEGINS)) / 4;
      const reminders = [quarter, 60 * MINUTE, 15 * MINUTE].filter((before) => before <= quarter);
      expect(happened('DutyReminded', duty), about).toEqual(reminders.map((before) => at - before));
      expect(happened('DutyFellDue', duty), about).toEqual([at]);
      expect(happened('DutyOverdue', duty)[0], about).toBe(at + 30 * MINUTE);
      // They are the office's own: no 督办通知 goes to it.
      expect(happened('SupervisionOrderDrafted', duty), about).toEqual([]);
    }
    // Nobody concluded anything: the clocks still stand.
    expect(timersLeft).toBeGreaterThan(0);
    expect(timeline).toEqual((await rehearse(nightAt(level), source)).timeline);
  }
};
