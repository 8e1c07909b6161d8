import type { PersonAtDesk } from './person.ts';

/** What is sent to be done, to this path, and what becomes of its answer. */
export const watchLine = async ({ context }: PersonAtDesk, path = /\/commands$/) => {
  const sent: { key: string | undefined; version: string | undefined; body: string | null }[] = [];
  const line = { sent, loses: 'nothing' as 'nothing' | 'answer' | 'request' };
  await context.route(path, async (route) => {
    const headers = route.request().headers();
    const body = route.request().postData();
    sent.push({ key: headers['idempotency-key'], version: headers['if-match'], body });
    if (line.loses === 'answer') await route.fetch();
    if (line.loses !== 'nothing') return route.abort();
    return route.continue();
  });
  return line;
};
