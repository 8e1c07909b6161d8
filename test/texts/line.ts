import type { CaseState } from '../../shared/case/state.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { createOffice, type Office } from '../support/office.ts';
import { createBridged } from './bridged.ts';

/** An office and its gateway, which can be down, over restarts of the process: only the table stays. */
export interface Line {
  office: () => Office;
  setDown: (isDown: boolean) => void;
  /** Every text that the gateway took. */
  taken: { to: string; text: string }[];
  /** How often the gateway was asked. */
  asked: () => number;
  restart: () => Promise<void>;
  /** Runs what may be sent by `until` at its time, as the look of every minute does. */
  runTo: (until: string) => Promise<void>;
  stateOf: (caseId: string) => Promise<CaseState>;
}
export type Way = 'direct' | 'bridged';

const MINUTE = 60_000;

export const createLine = async (way: Way, regulation?: Regulation): Promise<Line> => {
  const table = createMemoryTable();
  const settings = { table, ...(regulation === undefined ? {} : { regulation }) };
  const taken: Line['taken'] = [];
  let isDown = false;
  let asked = 0;
  const direct = async () => {
    const office = await createOffice({
      ...settings,
      sms: {
        send: async (to, { text }) => {
          asked += 1;
          if (isDown) throw Object.assign(new Error('gateway'), { name: 'GatewayDown' });
          taken.push({ to, text });
          return `m-${taken.length}`;
        },
      },
    });
    return { office, carry: async () => undefined, setDown: () => undefined };
  };
  const bridged = async () => {
    const { office, gateway, carry } = await createBridged(settings);
    gateway.onTaken = async ({ message: { to, text } }) => taken.push({ to, text });
    gateway.onAsked = () => {
      asked += 1;
    };
    return {
      office,
      carry: () => carry().catch(() => undefined),
      setDown: (down: boolean) => {
        gateway.isDown = down;
      },
    };
  };
  const create = way === 'direct' ? direct : bridged;
  let running = await create();
  const look = async (): Promise<void> => {
    await running.office.notify();
    await running.carry();
    // What the bridge or the first look has made asks for a look of its own.
    for (const caseId of new Set(running.office.asked.splice(0))) await running.office.notify(caseId);
    await running.carry();
  };
  const nextAt = async (now: number): Promise<number> => {
    const [first] = (await table.byBoard('MAILBOX')).map(({ boardAt }) => Date.parse(boardAt ?? ''));
    if (first === undefined) return Number.POSITIVE_INFINITY;
    return first > now ? first : now + MINUTE;
  };
  return {
    office: () => running.office,
    setDown: (down) => {
      isDown = down;
      running.setDown(down);
    },
    taken,
    asked: () => asked,
    restart: async () => {
      const now = running.office.now();
      running = await create();
      running.setDown(isDown);
      running.office.at(now);
    },
    runTo: async (until) => {
      const end = Date.parse(until);
      await look();
      for (;;) {
        const next = await nextAt(Date.parse(running.office.now()));
        if (next > end) break;
        running.office.at(new Date(next).toISOString());
        await look();
      }
      running.office.at(until);
      await look();
    },
    stateOf: async (caseId) => (await running.office.system.cases.load(caseId))!,
  };
};
