import middy from '@middy/core';
import * as z from 'zod/mini';
import { isSecret } from '../../shared/case/state.ts';
import { faultWords } from '../../shared/notices/phrases.ts';
import { peopleFor } from '../../shared/notices/recipients.ts';
import { render } from '../../shared/notices/render.ts';
import type { Sms } from '../../shared/notices/sms.ts';
import type { Office } from '../../shared/office/office.ts';
import { restartClock } from '../../shared/office/restart-clock.ts';
import type { Cases } from '../../shared/records/cases.ts';
import type { Signs } from '../../shared/records/register/signs.ts';
import { type Rosters, rosterIn } from '../../shared/records/roster.ts';
import { receiversOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { ExecutionInput, inputFromName } from '../../shared/workflows/executions.ts';
import type { PartsOf } from '../lambda.ts';

interface Dependencies {
  cases: Cases;
  rosters: Rosters;
  office: Office;
  sms: Sms;
  regulation: Regulation;
  signs: Signs;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}

/** EventBridge's "Step Functions Execution Status Change", as much of it as counts here. Epoch milliseconds. */
const Ended = z.object({
  detail: z.object({
    name: z.string(),
    status: z.string(),
    input: z.nullish(z.string()),
    startDate: z.number(),
    stopDate: z.nullish(z.number()),
  }),
});
type Verdict = 'restarted' | 'settled' | 'leftToSweep' | 'texted' | 'unheard';

/**
 * A clock that failed within so little time would fail again at once; the sweep restarts it at its own pace, so that a
 * lasting fault sends a text every few minutes and not every few seconds. One that was stopped from outside is restarted.
 */
const YOUNG_MILLISECONDS = 5 * 60_000;

/** The case, level and generation of a dead execution: from its input, or from its name where EventBridge dropped that. */
const whoseClock = (input: string | null | undefined, name: string): ExecutionInput =>
  ExecutionInput.parse(input ? JSON.parse(input) : inputFromName(name));

/**
 * 时钟守护: an execution ended otherwise than by itself. If it still had the case's clocks, a new one is scheduled from the
 * log; if that cannot be done, those are texted whom the regulation's data name for a fault. Never throws: nobody stands behind it but the
 * sweep and the alarm on its log.
 */
const createGuardClocks = ({
  cases,
  rosters,
  office,
  sms,
  regulation,
  signs,
  now,
  onProblem,
}: Dependencies) => {
  const text = async (caseId: string): Promise<boolean> => {
    const roster = rosterIn(await rosters.read());
    const state = await cases.load(caseId).catch(() => null);
    const message = render('clockFault', faultWords(regulation, caseId, state !== null && !isSecret(state)));
    const people = peopleFor(regulation, roster, receiversOf(regulation, 'clockFault'));
    const sent = await Promise.allSettled(people.map(({ mobile }) => sms.send(mobile, message)));
    for (const result of sent) if (result.status === 'rejected') onProblem(`${caseId} text`, result.reason);
    return sent.some(({ status }) => status === 'fulfilled');
  };

  const restart = async ({ detail }: z.output<typeof Ended>, clock: ExecutionInput): Promise<Verdict> => {
    const state = await cases.load(clock.caseId);
    // Concluded, or another execution has the case: this one's end hurts nobody.
    if (state?.generation !== clock.generation || !office.clocks.isOwed(state)) return 'settled';
    const lived = (detail.stopDate ?? detail.startDate) - detail.startDate;
    if (detail.status === 'FAILED' && lived < YOUNG_MILLISECONDS) return 'leftToSweep';
    await restartClock(office, state, detail.status, '时钟守护');
    // It runs again: that nobody will have heard of it is no fault of a clock.
    await signs.noteDeadClock(now()).catch((error: unknown) => onProblem(`${clock.caseId} signs`, error));
    return 'restarted';
  };

  return async (event: unknown): Promise<{ verdict: Verdict }> => {
    let caseId = '';
    try {
      const ended = Ended.parse(event);
      const clock = whoseClock(ended.detail.input, ended.detail.name);
      caseId = clock.caseId;
      return { verdict: await restart(ended, clock) };
    } catch (error) {
      onProblem(`guard ${caseId}`, error);
    }
    try {
      if (caseId !== '' && (await text(caseId))) return { verdict: 'texted' };
    } catch (error) {
      onProblem(`guard ${caseId} text`, error);
    }
    return { verdict: 'unheard' };
  };
};

export const guardClocks = (parts: PartsOf<typeof createGuardClocks>) =>
  middy<unknown, { verdict: string }>().handler(createGuardClocks(parts));
