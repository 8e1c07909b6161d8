import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { BridgeMessage } from '../../shared/notices/sms.ts';
import { masked } from '../../shared/office/texts/hand-over.ts';
import {
  type Delivered,
  notTaken,
  recordTexts,
  type Texting,
  taken,
  takenBack,
} from '../../shared/office/texts/outcome.ts';
import type { Cases } from '../../shared/records/cases.ts';
import { EntryUnreadable } from '../../shared/records/log/chain.ts';
import { mapEach } from '../../shared/records/some-at-once.ts';
import { isOfCase, type Waiting } from '../../shared/records/texts/mailboxes.ts';
import type { SentText, SentTexts } from '../../shared/records/texts/sent-texts.ts';
import { SecretMissing } from '../../shared/secrets/secrets.ts';
import { add } from '../../shared/time/instants.ts';
import { type PartsOf, task } from '../lambda.ts';
import { type Gateway, GatewayRefused } from './gateway.ts';

interface Dependencies extends Texting {
  cases: Pick<Cases, 'load'>;
  sentTexts: Pick<SentTexts, 'note'>;
  gateway: Gateway;
  /** Waits so many milliseconds. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

/** What SNS hands to a function. */
const SnsEvent = z.object({
  Records: z
    .array(z.object({ Sns: z.object({ MessageId: z.string(), Message: z.string() }) }))
    .check(z.minLength(1)),
});
type SnsEvent = z.infer<typeof SnsEvent>;

const why = (error: unknown): string => {
  if (error instanceof GatewayRefused) return error.message;
  return error instanceof SecretMissing ? '短信网关的密钥缺失或无效' : '短信转发程序出错';
};

const PAUSES_MILLISECONDS = [1_000, 3_000];

type Flying = Waiting & { flight: NonNullable<Waiting['flight']> };
/** All tries and the writes after them are over by then. */
const TAKES_AT_MOST = 'PT1M';
/** What of a mailbox is in this text and still waits for its answer; nothing when it was answered, or is soon taken back. */
const inFlight = (all: readonly Waiting[], key: string, now: string): Flying[] => {
  const end = add(now, TAKES_AT_MOST, 'UTC');
  return all.filter((each): each is Flying => each.flight?.key === key && each.flight.until > end);
};

const sentTextsOf = (flying: readonly Waiting[]): SentText[] =>
  flying.flatMap(({ about, address, person, mobile, tries }) =>
    isOfCase(about)
      ? [
          {
            caseId: about.caseId,
            notice: about.notice,
            role: about.role,
            address,
            person,
            mobile: masked(mobile),
            tries,
          },
        ]
      : [],
  );

/**
 * Takes messages from the SMS topic to the gateway, and its answer into the logs: what it took is handed over then, what it did
 * not goes back into its mailbox within seconds, to be tried again. A message that is no longer waited for, or of which something has
 * been settled meanwhile (涉密 by now, say), is not sent as it stands: its mailbox has it, and puts what is left into another
 * text. Throws what the gateway said, so that the alarm counts it; Lambda's own repeats find
 * nothing left to do, but for a text that lies in no mailbox.
 */
export const createBridgeSms = (dependencies: Dependencies) => {
  const { cases, mailboxes, sentTexts, gateway, now, onProblem, wait = pause } = dependencies;

  const handOver = async (message: BridgeMessage, key: string): Promise<void> => {
    for (const milliseconds of PAUSES_MILLISECONDS) {
      try {
        return await gateway(message, key);
      } catch (error) {
        if (error instanceof SecretMissing || (error instanceof GatewayRefused && error.isLasting))
          throw error;
        await wait(milliseconds);
      }
    }
    await gateway(message, key);
  };

  /** Whether each notice of a text is still to be told at its number. */
  const isAllOwed = async (flying: readonly Flying[]): Promise<boolean> => {
    const owed = await mapEach(flying, async ({ about, address }) => {
      if (!isOfCase(about)) return true;
      try {
        const notice = (await cases.load(about.caseId))?.pendingNotices[about.notice];
        return notice !== undefined && !notice.settled.includes(address);
      } catch (error) {
        if (!(error instanceof EntryUnreadable)) throw error;
        // Nothing says that it is not; the others of the text are not to wait for its case.
        return true;
      }
    });
    return owed.every((each) => each);
  };

  const answered = async (
    box: string,
    { text, key }: BridgeMessage & { key: string },
    flying: readonly Flying[],
  ): Promise<Delivered> => {
    await mailboxes.noteText(box, { text, at: now(), messageId: key }).catch(() => undefined);
    return taken(
      dependencies,
      flying.map((waiting) => ({ waiting, text: waiting.flight.text })),
      key,
    );
  };

  /** Sends one text of a mailbox and says what became of it; returns what the gateway said where it did not take it. */
  const bring = async (message: BridgeMessage & { key: string }): Promise<{ refused?: unknown }> => {
    const { to, key, templateId } = message;
    const box = mailboxes.boxOf(to);
    const flying = inFlight(await mailboxes.list(box), key, now());
    const [first] = flying;
    if (first === undefined) return {};
    if (!(await isAllOwed(flying))) {
      await takenBack(dependencies, box, flying);
      return {};
    }
    // Without it a receipt is not known; the text is worth more.
    await sentTexts
      .note(key, sentTextsOf(flying))
      .catch((error: unknown) => onProblem(`sms ${templateId} receipts`, error));
    try {
      await handOver(message, key);
    } catch (refused) {
      onProblem(`sms ${templateId}`, refused);
      await mailboxes.giveBack(box, first.flight.at);
      await recordTexts(dependencies, await notTaken(dependencies, box, flying, { detail: why(refused) }));
      return { refused };
    }
    await recordTexts(dependencies, await answered(box, message, flying));
    return {};
  };

  return async (event: SnsEvent): Promise<void> => {
    for (const { Sns } of event.Records) {
      const message = BridgeMessage.parse(JSON.parse(Sns.Message));
      const { key } = message;
      if (key === undefined) {
        await handOver(message, Sns.MessageId);
        continue;
      }
      const { refused } = await bring({ ...message, key });
      if (refused !== undefined) throw refused;
    }
  };
};

export const bridgeSms = (parts: PartsOf<typeof createBridgeSms>) => task(SnsEvent, createBridgeSms(parts));
