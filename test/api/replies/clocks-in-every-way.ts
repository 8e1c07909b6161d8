import type { ActiveState, ExecutionEvent, ExecutionStatus } from '../../../shared/workflows/looking.ts';
import { concludeByDesk } from '../../support/conclude.ts';
import type { createNotedDesks } from '../../support/noted-desk.ts';
import { createOffice } from '../../support/office.ts';
import { scheduleIn } from '../../support/told.ts';

type DeskOf = ReturnType<typeof createNotedDesks>['deskOf'];
const OPENING = { title: '来电', sources: [{ kind: 'monitored' }], level: 'yellow', unit: 'food' };
const ENDS: readonly ExecutionStatus[] = ['FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE', 'SUCCEEDED'];
const HOUR = 3_600_000;

/** A case whose executions are in every state that there is, and wait in every way. */
export const playClocks = async (deskOf: DeskOf): Promise<void> => {
  const office = await createOffice();
  const desk = deskOf(office);
  const caseId = await desk.open(OPENING);
  const name = `${caseId}-yellow-1`;
  const { flows } = office;
  const look = () => desk.get('GET /v1/cases/{case}/clocks', `/v1/cases/${caseId}/clocks`);

  const schedule = await desk.get('GET /v1/cases/{case}/schedule', `/v1/cases/${caseId}/schedule`);
  const waiting = scheduleIn(schedule).duties.flatMap(({ duty, next }) =>
    next === null ? [] : [{ duty, next }],
  );
  const waits = (moved: number, stage?: string): ActiveState[] =>
    waiting.map(({ duty, next }) => {
      const at = new Date(Date.parse(next.at) + moved).toISOString();
      const clock = { stage: stage ?? next.stage, at, occurrence: '1', index: 0, due: at };
      return { state: duty, type: 'Wait', since: office.now(), input: { duty, clock } };
    });
  const idle = { state: '等待案卷变更', type: 'Task', since: office.now(), input: {} };
  const done = waits(0).map((each) => ({
    ...each,
    input: { ...(each.input as object), duty: 'zhanjiangWritten' },
  }));
  const event = { id: 1, at: office.now(), type: 'ExecutionStarted', state: null, error: null };
  const events: ExecutionEvent[] = [
    event,
    { ...event, type: 'TaskFailed', error: 'Broken' },
    { ...event, type: 'WaitStateEntered', state: '等待' },
  ];
  const watched = () =>
    office.lambdas.invoke('leizhou-watch-case', { caseId, generation: 1, version: 1, token: 't' });

  await look();
  await watched();
  flows.page = 'https://console.amazonaws.cn/';
  for (const active of [
    [idle, ...waits(0)],
    [...waits(HOUR, 'remind'), ...done],
    waits(-HOUR, 'overdue'),
    waits(0, 'due'),
  ]) {
    flows.histories.set(name, { active, events });
    await look();
  }
  office.pass(HOUR);
  await look();
  for (const status of ENDS) {
    flows.statuses.set(name, status);
    await look();
  }
  flows.statuses.delete(name);
  await look();
  await concludeByDesk(office, caseId);
  await look();
};
