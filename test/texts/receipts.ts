import { createSignatureGate } from '../../functions/intake-items/gate.ts';
import { buildSystem } from '../../functions/system.ts';
import { GATEWAY, takeReceipts } from '../../functions/take-receipts/handler.ts';
import { apiEvent } from '../../infra/local/api-event.ts';
import { signatureHeaders } from '../../infra/local/sign.ts';
import { ReceiptsReply } from '../../shared/contracts/replies/receipts.ts';
import { createSentTexts } from '../../shared/records/texts/sent-texts.ts';
import { OLD_SECRET, SECRET } from '../support/office.ts';
import { holdToContract, read, type Told } from '../support/told.ts';
import { type Bridged, createBridged, runAsNobody } from './bridged.ts';

export type Parts = Parameters<typeof takeReceipts>[0];
export interface Post {
  secret?: string;
  sentAt?: Date;
  headers?: Record<string, string | undefined>;
  text?: string;
  parts?: Partial<Parts>;
}
export interface Receiving extends Bridged {
  post: (body: unknown, options?: Post) => Promise<Told>;
  /** One receipt in a body of its own. */
  receipt: (state: string, key: string, at?: string) => unknown;
}

const asCalled = (parts: Parts) =>
  takeReceipts(parts) as unknown as (
    event: unknown,
    context: unknown,
  ) => Promise<{ statusCode: number; body: string }>;

/** A bridged office whose gateway reports. */
export const createReceiving = async (
  settings: Parameters<typeof createBridged>[0] = {},
): Promise<Receiving> => {
  const bridged = await createBridged(settings);
  const gate = createSignatureGate([GATEWAY], async () => [SECRET, OLD_SECRET]);
  const { office } = bridged;
  const { system } = office;
  const { during = runAsNobody } = settings.watch ?? {};
  return {
    ...bridged,
    receipt: (state, key, at = office.now()) => ({ receipts: [{ key, state, at }] }),
    post: async (
      body,
      { text = JSON.stringify(body), secret = SECRET, sentAt = new Date(), ...more } = {},
    ) => {
      const headers = { ...signatureHeaders(secret, 'msg-1', sentAt, text), ...more.headers };
      const event = apiEvent({
        method: 'POST',
        path: '/v1/receipts',
        body: text,
        headers: Object.fromEntries(
          Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
        ),
        at: Date.parse(office.now()),
      });
      const sentTexts = createSentTexts(system.table);
      const take = asCalled({ ...buildSystem(system), sentTexts, gate, ...more.parts });
      const { statusCode: status, body: answer } = await during('take-receipts', () =>
        take(event, { getRemainingTimeInMillis: () => 1000 }),
      );
      return holdToContract({ method: 'POST', path: '/v1/receipts' }, { status, body: JSON.parse(answer) });
    },
  };
};
export const resultsOf = (told: Told): string[] =>
  read(ReceiptsReply, told).receipts.map(({ result }) => result);
