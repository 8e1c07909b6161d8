import type { Texted } from '../../shared/case/events/parts.ts';
import type { HandOver } from '../../shared/case/events.ts';
import { isOfCase, type Waiting } from '../../shared/records/texts/mailboxes.ts';

/** What a case's log is told of one text. */
export interface OfCase {
  caseId: string;
  handOver: HandOver;
}

interface Became extends Pick<Texted, 'text' | 'messageId'> {
  status: HandOver['status'];
  at: string;
  detail?: string;
}

/** 138****0001. */
const masked = (mobile: string): string => `${mobile.slice(3, 6)}****${mobile.slice(-4)}`;

/** What became of a text, for the log of its case; nothing where it belongs to none. */
export const handedOver = (waiting: Waiting, became: Became): OfCase[] => {
  const { about, address, person, name, mobile, tries } = waiting;
  if (!isOfCase(about)) return [];
  const { caseId, notice: key, ...told } = about;
  const { status, at, detail, ...sent } = became;
  const to: Texted = { address, person, name, mobile: masked(mobile), tries, ...sent };
  return [
    { caseId, handOver: { key, status, ...told, to, at, ...(detail === undefined ? {} : { detail }) } },
  ];
};
