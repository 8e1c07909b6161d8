import type { Texted } from '../../case/events/parts.ts';
import type { HandOver } from '../../case/events.ts';
import { isOfCase, type Waiting } from '../../records/texts/mailboxes.ts';

/** What a case's log is told of one text. */
export interface OfCase {
  caseId: string;
  handOver: HandOver;
}

export type Became = Pick<Texted, 'text' | 'messageId'> &
  Pick<HandOver, 'status' | 'at' | 'detail' | 'error'>;

/** 138****0001. */
export const masked = (mobile: string): string => `${mobile.slice(3, 6)}****${mobile.slice(-4)}`;

/** What became of a text, for the log of its case; nothing where it belongs to none. */
export const handedOver = (waiting: Waiting, became: Became): OfCase[] => {
  const { about, address, person, name, mobile, tries } = waiting;
  if (!isOfCase(about)) return [];
  const { caseId, notice: key, ...told } = about;
  const { status, at, detail, error, ...sent } = became;
  const to: Texted = { address, person, name, mobile: masked(mobile), tries, ...sent };
  const why = { ...(detail === undefined ? {} : { detail }), ...(error === undefined ? {} : { error }) };
  return [{ caseId, handOver: { key, status, ...told, to, at, ...why } }];
};
