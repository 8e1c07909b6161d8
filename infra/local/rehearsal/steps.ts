import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import type { Actor } from '../../../shared/case/events.ts';
import { isOfFile, type RuleCode } from '../../../shared/contracts/refusal-codes.ts';
import {
  type ItemAnswer,
  ItemsFailed,
  ItemsInvalid,
  ItemsTaken,
} from '../../../shared/contracts/replies/items.ts';
import { sent } from '../../../shared/contracts/replies/routes.ts';
import { giversOf } from '../../../shared/regulations/lookup.ts';
import { withOffset } from '../../../shared/time/instants.ts';
import { apiEvent, claimsOf } from '../api-event.ts';
import { personFor } from '../people.ts';
import { actorNamed, postNamed } from '../posts.ts';
import { signatureHeaders } from '../sign.ts';
import { nameCase, nameDetached, numbersFor } from './case-names.ts';
import { type Step, type Who, wordFor } from './scenario-step.ts';
import { SECRET, type Stage } from './stage.ts';

/** The steps that have `K`. */
type StepWith<K extends string> = Extract<Step, Record<K, unknown>>;
interface Answer {
  status: number;
  body: Record<string, unknown>;
}

const PushAnswer = z.union([sent(ItemsTaken), sent(ItemsInvalid), sent(ItemsFailed)]);

const TAKEN: Readonly<Record<ItemAnswer['status'], string>> = {
  accepted: '已接收',
  duplicate: '重复,不再处理',
  refused: '拒收',
  failed: '未能入库',
};

const actorFor = ({ roster, system: { regulation } }: Stage, who: Who): Actor => ({
  ...actorNamed(regulation, roster, wordFor(who)),
  ...(typeof who === 'string' || who.id === undefined ? {} : { id: who.id }),
});

const call = async (
  { lambdas, clock }: Stage,
  actor: Actor,
  request: { method: string; path: string; body: unknown },
): Promise<Answer> => {
  const body = JSON.stringify(request.body);
  const answer = await lambdas.http(apiEvent({ ...request, body, claims: claimsOf(actor), at: clock.now() }));
  return { status: answer.statusCode ?? 500, body: JSON.parse(answer.body ?? '{}') };
};

/** What a step is called where it went wrong. */
const nameOf = (step: Step): string =>
  'do' in step
    ? step.do.type
    : Object.keys(step)
        .filter((key) => key !== 'at')
        .join('、');

/** Throws when a step is refused that was not meant to be, or the other way round. */
const expectAnswer = (stage: Stage, step: Step, { status, body }: Answer, refused?: string): void => {
  const { timeline, cases, system } = stage;
  const code = status >= 400 ? String(body.code) : undefined;
  if (code !== refused)
    throw new Error(
      `${withOffset(step.at, system.regulation.zone).slice(0, 19).replace('T', ' ')} 的${nameOf(step)}:${code === undefined ? `应被拒绝(${refused}),却没有` : `${String(body.message)}(${code})`}`,
    );
  if (code === undefined) return;
  // What no log of a case keeps, the timeline says all the same.
  const caseId = 'do' in step ? cases[step.case] : undefined;
  if (caseId !== undefined && isOfFile(code as RuleCode)) return;
  const by = 'do' in step ? `${actorFor(stage, step.as).name}:` : '';
  const command = 'do' in step ? { command: step.do.type } : {};
  timeline.note('refused', caseId ?? null, `${by}未予受理:${String(body.message)}`, { code, ...command });
};

const caseOf = (taken: ItemAnswer): string | undefined => ('case' in taken ? taken.case : undefined);
const describeTaken = (taken: ItemAnswer): string =>
  [
    `推送 ${taken.id ?? ''} ${TAKEN[taken.status]}`,
    ...('warningLevel' in taken ? [` 初判${taken.warningLevel.name}`] : []),
    ...(caseOf(taken) === undefined ? [] : [` → ${caseOf(taken)}`]),
    ...('message' in taken ? [`:${taken.message}`] : []),
  ].join('');

const push = async (stage: Stage, { push: { feed, items }, case: name }: StepWith<'push'>): Promise<void> => {
  const body = JSON.stringify({ items });
  // The sender's stamp is checked against the real clock; everything else runs on the virtual one.
  const headers = signatureHeaders(SECRET, randomUUID(), new Date(), body);
  const answer = await stage.lambdas.http(
    apiEvent({ method: 'POST', path: `/v1/feeds/${feed}/items`, headers, body, at: stage.clock.now() }),
  );
  const { items: results } = PushAnswer.parse(JSON.parse(answer.body ?? '{}'));
  for (const result of results) {
    const caseId = caseOf(result);
    stage.timeline.note('note', caseId ?? null, describeTaken(result));
    if (caseId !== undefined) nameCase(stage.cases, caseId, name);
  }
};

const open = async (stage: Stage, step: StepWith<'open'>): Promise<void> => {
  const answer = await call(stage, actorFor(stage, step.as), {
    method: 'POST',
    path: '/v1/cases',
    body: step.open,
  });
  expectAnswer(stage, step, answer);
  stage.cases[step.case] = String(answer.body.case);
};

const command = (
  stage: Stage,
  step: StepWith<'do'> | StepWith<'telephone'>,
  body: unknown,
): Promise<Answer> =>
  call(stage, actorFor(stage, step.as), {
    method: 'POST',
    path: `/v1/cases/${stage.cases[step.case] ?? step.case}/commands`,
    body,
  });

const telephone = async (stage: Stage, step: StepWith<'telephone'>): Promise<void> => {
  const state = await stage.system.cases.load(stage.cases[step.case] ?? '');
  for (const notice of Object.keys(state?.telephoneTasks ?? {}))
    expectAnswer(stage, step, await command(stage, step, { type: 'AnswerNotice', notice }));
};

const changeRoster = async (stage: Stage, step: StepWith<'roster'>): Promise<void> => {
  const { roster, system } = stage;
  const version = (await system.rosters.read())?.version ?? 0;
  const [editor = ''] = giversOf(system.regulation, 'EditRoster');
  const changed = Object.entries(step.roster).map(([post, people]) => [
    postNamed(system.regulation, post).id,
    people,
  ]);
  const answer = await call(stage, personFor(roster, editor), {
    method: 'PUT',
    path: '/v1/roster',
    body: {
      ...{ version, reason: '推演', confirmEmpty: true },
      roles: { ...roster.roles, ...Object.fromEntries(changed) },
    },
  });
  expectAnswer(stage, step, answer);
};

const breakDown = async (stage: Stage, { fault }: StepWith<'fault'>): Promise<void> => {
  const { clock, timeline, bureau, sms, settled } = stage;
  const until = clock.now() + Temporal.Duration.from(fault.for).total('milliseconds');
  if (fault.kind === 'smsDown') {
    sms.breakUntil(until);
    timeline.note('note', null, '故障:短信网关中断');
    return;
  }
  timeline.note('note', null, '故障:进程被终止');
  bureau.engine().stopAll();
  await clock.advanceTo(until, settled);
  bureau.restart();
  timeline.note('note', null, '进程重新启动,巡检恢复各案卷的时钟');
  await bureau.sweep();
};

/** A command; the entry that it makes may be called something, and is then spoken of by that. */
const act = async (stage: Stage, step: StepWith<'do'>): Promise<void> => {
  const { act: name } = step.do;
  const entry = typeof name === 'string' ? stage.entries[name] : undefined;
  if (typeof name === 'string' && entry === undefined)
    throw new Error(`${nameOf(step)}:前面没有步骤以“called”称为“${name}”`);
  const body = entry === undefined ? step.do : { ...step.do, act: entry };
  const isMeantToBeRefused = step.refused !== undefined;
  const answer = await command(stage, step, numbersFor(stage.cases, body, { isMeantToBeRefused }));
  expectAnswer(stage, step, answer, step.refused);
  nameDetached(stage.cases, answer.body);
  if (step.called !== undefined) stage.entries[step.called] = Number(answer.body.version);
};

/** Does what a step says. Throws when it is refused and was not meant to be, or the other way round. */
export const perform = async (stage: Stage, step: Step): Promise<void> => {
  if ('push' in step) return push(stage, step);
  if ('open' in step) return open(stage, step);
  if ('do' in step) return act(stage, step);
  if ('telephone' in step) return telephone(stage, step);
  if ('roster' in step) return changeRoster(stage, step);
  return breakDown(stage, step);
};
