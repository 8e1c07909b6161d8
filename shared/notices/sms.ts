import * as z from 'zod/mini';
import { MobileNumber } from '../contracts/roster.ts';
import type { Message } from './render.ts';

/** What goes with a text: the key by which its answer finds the way back; whether it tells of a case. */
export interface Sending {
  key: string;
  ofCase: boolean;
}

/** Hands one message over to a gateway; resolves with its id, throws when it was not taken. */
export interface Sms {
  send(to: string, message: Message, sending?: Sending): Promise<string>;
  /** It only carries texts to a gateway, which answers later: see `Waiting.flight`. */
  relays?: true;
}

/** What the SMS topic carries to the bridge. Without a key it lies in no mailbox, and nobody but the topic tries it again. */
export const BridgeMessage = z.object({
  to: MobileNumber,
  templateId: z.string(),
  variables: z.record(z.string(), z.string()),
  text: z.string(),
  key: z.optional(z.string()),
});
export type BridgeMessage = z.infer<typeof BridgeMessage>;
