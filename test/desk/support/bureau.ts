import type { FeedWatches } from '../../../infra/local/chosen-feeds.ts';
import { createVirtualClock } from '../../../infra/local/clock/virtual-clock.ts';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import { startBureau } from '../../../infra/local/server/bureau.ts';
import { signatureHeaders } from '../../../infra/local/sign.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { ChosenSettings } from '../../../shared/regulations/version.ts';

/** A text that would have gone out. */
export interface Text {
  to: string;
  message: string;
}
interface Options {
  bureau?: string;
  /** The bureau's time when it opens. */
  at?: string;
  chosen?: ChosenSettings;
  /** Where its records lie, to be opened again; in memory if not told. */
  folder?: string;
  port?: number;
  /** How each feed is watched. */
  watches?: FeedWatches;
}

/** What a command or an opening is answered with. */
type Told = Record<string, unknown> & { case: string; version: number };

/** A bureau in this process on a clock that moves when it is told to, with its desk at `url`. */
export const openBureau = async ({
  bureau = 'leizhou',
  at = '2026-03-02T22:50:00+08:00',
  chosen,
  folder,
  port = 0,
  watches,
}: Options = {}) => {
  const clock = createVirtualClock(Date.parse(at));
  const texts: Text[] = [];
  const running = await startBureau({
    bureau,
    ...(chosen && { chosen }),
    ...(watches && { watches }),
    folder,
    port,
    clock,
    sweepEveryMilliseconds: 3_600_000,
    onSms: ({ phoneNumber, message }) => texts.push({ to: phoneNumber, message }),
  });
  await running.resume();
  const roster = exampleRoster(regulations[bureau]!);
  const settled = (): Promise<void> => running.engine().idle();

  const call = async (who: string, method: string, path: string, body?: unknown): Promise<Response> => {
    const [role = '', unit] = who.split('@');
    const token = await running.issuer.issue(personFor(roster, role, unit));
    return fetch(`${running.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
  /** Throws what it was refused with. */
  const done = async (answer: Response): Promise<Told> => {
    const told = (await answer.json()) as Told;
    if (!answer.ok) throw new Error(JSON.stringify(told));
    await settled();
    return told;
  };

  let pushes = 0;
  /** What a feed pushes, whatever becomes of it, signed now: a signature is no matter of the bureau’s clock. */
  const push = async (body: unknown, feed = 'demo'): Promise<unknown> => {
    pushes += 1;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const secret = running.keys.feeds[feed]![0]!;
    const answer = await fetch(`${running.url}/v1/feeds/${feed}/items`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...signatureHeaders(secret, `push-${pushes}`, new Date(), text),
      },
      body: text,
    });
    await settled();
    return answer.json();
  };

  return {
    ...running,
    push,
    bureau,
    roster,
    texts,
    now: clock.now,
    settled,
    /** What a person does without the desk; `who`: `岗位[@单位]` by ids. */
    act: async (who: string, caseId: string, given: Record<string, unknown>) =>
      done(await call(who, 'POST', `/v1/cases/${caseId}/commands`, given)),
    open: async (who: string, given: Record<string, unknown>) =>
      done(await call(who, 'POST', '/v1/cases', given)),
    put: async (who: string, path: string, given: Record<string, unknown>) =>
      done(await call(who, 'PUT', path, given)),
    read: async (who: string, path: string) => done(await call(who, 'GET', path)),
    /** Lets the time pass up to an instant, and everything happen that falls due on the way. */
    passTo: (time: string): Promise<void> => clock.advanceTo(Date.parse(time), settled),
    passMinutes: (minutes: number): Promise<void> => clock.advanceTo(clock.now() + minutes * 60_000, settled),
  };
};
export type OpenBureau = Awaited<ReturnType<typeof openBureau>>;
