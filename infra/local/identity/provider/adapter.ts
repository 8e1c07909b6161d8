import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  payload: AdapterPayload;
  until: number;
}
/** More sign-ins than people of an office have open at once. */
const MOST = 2_000;

/** What a sign-in needs until it is done, in memory: after a restart one signs in anew, and tokens go on by their key. */
export const createAdapter = (): ((model: string) => Adapter) => {
  const kept = new Map<string, Kept>();
  return (model) => {
    const place = (id: string): string => `${model}:${id}`;
    const find = (isIt: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
      [...kept].find(([at, { payload }]) => at.startsWith(`${model}:`) && isIt(payload))?.[1].payload;
    return {
      upsert: async (id, payload, expiresIn) => {
        const now = Date.now();
        for (const [at, { until }] of kept) if (until < now) kept.delete(at);
        for (const at of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST))) kept.delete(at);
        kept.set(place(id), { payload, until: now + (expiresIn ?? Number.POSITIVE_INFINITY) * 1000 });
      },
      find: async (id) => {
        const found = kept.get(place(id));
        return found === undefined || found.until < Date.now() ? undefined : found.payload;
      },
      findByUid: async (uid) => find((payload) => payload.uid === uid),
      findByUserCode: async (code) => find((payload) => payload.userCode === code),
      consume: async (id) => {
        const found = kept.get(place(id));
        if (found !== undefined) found.payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void kept.delete(place(id)),
      revokeByGrantId: async (grantId) => {
        for (const [at, { payload }] of kept) if (payload.grantId === grantId) kept.delete(at);
      },
    };
  };
};
