import { expect } from 'vitest';
import { claimsOf } from '../../../infra/local/api-event.ts';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import type { CaseEvent, EventOf } from '../../../shared/case/events.ts';
import { type CaseState, isSecret } from '../../../shared/case/state.ts';
import type { TRIES } from '../../../shared/contracts/replies/routes.ts';
import type { OpeningTriedReply, TriedReply } from '../../../shared/contracts/replies/try.ts';
import { isOverdue } from '../../../shared/deadlines/breach.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { regulationOfCase } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { labelOf } from '../../../shared/rules/labels/labels.ts';
import { withOffset } from '../../../shared/time/instants.ts';
import { refusingTable } from '../../infra/grants/unlucky-tables.ts';
import { createOffice } from '../../support/office.ts';
import { caseIn, openingTriedIn, refusalIn, type Told, triedIn } from '../../support/told.ts';

/** Who has looked at a 涉密 case is on record whatever he did. */
const isLook = ({ sk }: { sk: string }): boolean => sk.startsWith('READ#');

/** A table that throws, while it is locked, whatever is written but who has looked at a case. */
const lockable = () => {
  const inner = createMemoryTable();
  const control = { isLocked: false };
  const refuse = (key: { pk: string; sk: string }): void => {
    if (control.isLocked && !isLook(key)) throw new Error(`${key.pk} ${key.sk} is written by a try`);
  };
  const table = refusingTable(inner, refuse);
  /** Everything that is stored, but the looks. */
  const stored = (): string[] =>
    inner
      .records()
      .filter((record) => !isLook(record))
      .map((record) => JSON.stringify(record));
  return { inner, table, control, stored };
};

const settledIn = (events: readonly CaseEvent[]) =>
  events
    .filter((event): event is EventOf<'DutiesSettled'> => event.type === 'DutiesSettled')
    .flatMap(({ settled }) => settled);
const noticesIn = (events: readonly CaseEvent[]) =>
  events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));

const COMMANDS = 'POST /v1/cases/{case}/commands';
/** Is shown every answer to a try. */
export type Note = (route: keyof typeof TRIES, told: Told) => void;

/** An office whose people try before they do, over a table that no try may write to. */
export const openTrying = async (settings: { regulation?: Regulation; note?: Note } = {}) => {
  const { note = () => undefined, ...more } = settings;
  const { inner, table, control, stored } = lockable();
  const office = await createOffice({ ...more, table });
  const { regulation } = office.system;
  const people = exampleRoster(regulation);
  const offset = (at: string | undefined): string | null =>
    at === undefined ? null : withOffset(at, regulation.zone);

  type Who = string | { role: string; unit?: string | undefined };
  const claimsFor = (who: Who) => {
    const { role, unit } = typeof who === 'string' ? { role: who, unit: undefined } : who;
    return claimsOf(personFor(people, role, unit));
  };
  const send = (who: Who, path: string, body: unknown, more: { try?: string; key?: string } = {}) =>
    office.http({
      method: 'POST',
      path,
      claims: claimsFor(who),
      body: JSON.stringify(body),
      ...(more.try === undefined ? {} : { query: { try: more.try } }),
      ...(more.key === undefined ? {} : { headers: { 'idempotency-key': more.key } }),
    });
  /** The answer to a try; nothing was written, sent, started or signalled for it. */
  const attempt = async (who: Who, path: string, body: unknown, key?: string): Promise<Told> => {
    const seen = () => ({
      stored: stored(),
      asked: office.asked.length,
      sent: office.sent.length,
      started: office.flows.started.length,
      signals: office.flows.signals.length,
    });
    const before = seen();
    control.isLocked = true;
    try {
      const told = await send(who, path, body, { try: '', ...(key === undefined ? {} : { key }) });
      expect(seen()).toEqual(before);
      if (told.status === 200) note(path === '/v1/cases' ? 'POST /v1/cases' : COMMANDS, told);
      return told;
    } finally {
      control.isLocked = false;
    }
  };

  const logOf = (caseId: string) => office.system.cases.log(caseId);
  const overdueIn = (state: CaseState | null, now: string): string[] =>
    state === null
      ? []
      : scheduleCase(regulationOfCase(state), state)
          .duties.filter((each) => isOverdue(each, now))
          .map(({ duty, current }) => `${duty}#${current.occurrence} ${offset(current.due!)}`);
  /** What was told to be overdue at once is all that is overdue now and was not before. */
  const compareLate = async (
    { late }: TriedReply,
    before: CaseState | null,
    caseId: string,
  ): Promise<void> => {
    const now = office.now();
    const were = overdueIn(before, now).map((each) => each.split(' ')[0]);
    const are = overdueIn(await office.system.cases.load(caseId), now);
    expect(late.map(({ duty, occurrence, due }) => `${duty}#${occurrence} ${due}`).sort()).toEqual(
      are.filter((each) => !were.includes(each.split(' ')[0])).sort(),
    );
  };
  /** Holds what was tried against the entry that it became. */
  const compare = async (tried: TriedReply, told: Told, caseId: string): Promise<void> => {
    const entry = (await logOf(caseId)).at(-1)!;
    expect(
      tried.limits.map(({ duty, occurrence, what, due, before, at, reason }) => ({
        ...{ duty, occurrence, what, due, before, at, reason },
      })),
    ).toEqual(
      settledIn(entry.events).map(({ duty, occurrence, outcome, due, before, at, reason }) => ({
        ...{ duty, occurrence, what: outcome, reason: reason ?? null },
        ...{ due: offset(due), before: offset(before), at: offset(at) },
      })),
    );
    expect(tried.texts.map(({ to, text }) => [to.id, text === null])).toEqual(
      noticesIn(entry.events).map(({ role, byTelephone }) => [role, byTelephone]),
    );
    const view = caseIn(told);
    const { stateText, warningLevel, handlingLevel, gradingText, provisional } = view;
    expect(tried.after).toEqual({ stateText, warningLevel, handlingLevel, gradingText, provisional });
    for (const { name, parts } of tried.missing)
      expect(view.incompleteActs).toContainEqual(expect.objectContaining({ name, missing: parts }));
    // Of a 涉密 case the log is read masked; a number is taken only when it is done.
    if (isSecret((await office.system.cases.load(caseId))!)) return;
    const own = regulationOfCase((await office.system.cases.load(caseId))!);
    const issued = entry.events.flatMap((event) =>
      event.type === 'SupervisionOrderIssued' ? [event.number] : [],
    );
    const labels = entry.events
      .filter(({ type }) => type !== 'DutiesSettled' && type !== 'NoticesMade')
      .map((event) => labelOf(own, event));
    expect(tried.log).toEqual(
      labels.map((label) => issued.reduce((text, number) => text.replace(number, '(签发时编号)'), label)),
    );
  };

  /** Tries, does the same at the same instant, and holds the one against the other. */
  const both = async (
    who: Who,
    caseId: string,
    command: object,
  ): Promise<{ told: Told; tried: TriedReply | undefined }> => {
    const path = `/v1/cases/${caseId}/commands`;
    const answer = await attempt(who, path, command);
    const length = (await logOf(caseId)).length;
    const before = await office.system.cases.load(caseId);
    const told = await send(who, path, command);
    if (answer.status !== 200) {
      const { code, message } = refusalIn(answer);
      expect({ ...refusalIn(told), requestId: '' }).toMatchObject({ code, message });
      return { told, tried: undefined };
    }
    const tried = triedIn(answer);
    const written = (await logOf(caseId)).length - length;
    if (tried.wouldBe === 'refused') {
      const { code, message } = refusalIn(told);
      expect(tried.refusal).toEqual({ code, message });
    } else {
      expect(told.status, JSON.stringify(told.body).slice(0, 300)).toBe(200);
      expect(written).toBe(tried.wouldBe === 'done' ? 1 : 0);
      if (tried.wouldBe === 'done') {
        await compare(tried, told, caseId);
        await compareLate(tried, before, caseId);
      }
    }
    return { told, tried };
  };

  const bothOpen = async (
    who: Who,
    body: object,
  ): Promise<{ told: Told; tried: OpeningTriedReply | undefined }> => {
    const answer = await attempt(who, '/v1/cases', body);
    const told = await send(who, '/v1/cases', body);
    if (answer.status !== 200) {
      const { code, message } = refusalIn(answer);
      expect(refusalIn(told)).toMatchObject({ code, message });
      return { told, tried: undefined };
    }
    const tried = openingTriedIn(answer);
    if (tried.wouldBe === 'refused') {
      const { code, message } = refusalIn(told);
      expect(tried.refusal).toEqual({ code, message });
      return { told, tried };
    }
    expect(told.status).toBe(tried.wouldBe === 'done' ? 201 : 200);
    const view = caseIn(told);
    if (tried.wouldBe === 'nothing') expect(tried.openedAs).toBe(view.case);
    else {
      await compare(tried, told, view.case);
      await compareLate(tried, null, view.case);
      expect(tried.notes).toEqual(view.notes ?? []);
      expect(tried.scales).toEqual(view.ratings.map(({ scale, level }) => ({ scale, level })));
      expect(tried.duties.map(({ duty, due, statusText }) => ({ duty, due, statusText }))).toEqual(
        view.duties.map(({ duty, due, statusText }) => ({ duty, due, statusText })),
      );
    }
    return { told, tried };
  };
  const opened = async (who: Who, body: object): Promise<string> =>
    caseIn(await send(who, '/v1/cases', body)).case;
  return { office, inner, stored, people, send, attempt, both, bothOpen, opened, logOf };
};
export type Trying = Awaited<ReturnType<typeof openTrying>>;
