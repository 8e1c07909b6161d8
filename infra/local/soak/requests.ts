import { itemOf } from '../bench/intake.ts';
import type { Story } from './story.ts';
import type { Answered, Traffic } from './traffic.ts';

type Request = () => Promise<Answered>;
/** What a request is for, and which answers are right; any other ends the soak. */
interface Kind {
  name: string;
  right: readonly number[];
  send: Request;
}

/** Twenty requests, as they come in within a second: pushes above all, then reading, then acts. */
export const createRequests = (traffic: Traffic, story: Story) => {
  let number = 0;
  const series = Date.now();
  const pushNew: Request = () => {
    number += 1;
    return traffic.push([itemOf(`${series}-${number}`)], `new-${series}-${number}`);
  };
  /** The newest item once more, read a little more often: not so often that it becomes a case. */
  const pushAgain: Request = () => {
    const item = { ...itemOf(`${series}-${number}`), metrics: { views: 13, reposts: 0 } };
    return traffic.push([item], `again-${series}-${number}-${Date.now()}`);
  };
  const ofCase =
    (part: string): Request =>
    async () => {
      const caseId = story.anyCase();
      return caseId === undefined ? story.act() : traffic.read(`/v1/cases/${caseId}${part}`);
    };
  const push: Kind = { name: 'push', right: [200], send: pushNew };
  const again: Kind = { name: 'push again', right: [200], send: pushAgain };
  const forged: Kind = {
    name: 'forged push',
    right: [401],
    send: () => traffic.pushUnsigned([itemOf(`${series}-0`)], `forged-${series}-${number}`),
  };
  const act: Kind = { name: 'act', right: [200, 201, 409], send: story.act };
  const read = (name: string, path: () => string): Kind => ({
    name,
    right: [200],
    send: () => traffic.read(path()),
  });
  const one = (name: string, part: string): Kind => ({ name, right: [200, 201, 409], send: ofCase(part) });
  const cases = read('list of cases', () => '/v1/cases');
  const items = read('list of items', () => '/v1/items');
  // An item is read once it has been written.
  const item = read('item', () => (number > 50 ? `/v1/items/demo/${series}-${number - 50}` : '/v1/health'));
  const health = read('health', () => '/v1/health');
  const [head, schedule, log] = [one('case', ''), one('schedule', '/schedule'), one('log', '/log')];
  // biome-ignore format: one second of an office
  const second: readonly Kind[] = [
    push, act, push, cases, push, again, act, push, head, push,
    items, push, act, schedule, push, forged, item, log, health, push,
  ];
  let turn = 0;
  return {
    /** Sends the next one; throws when it is not answered as it has to be. */
    next: async (): Promise<void> => {
      const kind = second[turn % second.length]!;
      turn += 1;
      const { status, text } = await kind.send();
      if (!kind.right.includes(status)) throw new Error(`${kind.name} answered ${status}: ${text}`);
    },
  };
};
