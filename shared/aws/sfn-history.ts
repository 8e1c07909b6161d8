import { GetExecutionHistoryCommand, type HistoryEvent, type SFNClient } from '@aws-sdk/client-sfn';
import { HISTORY_LIMIT } from '../workflows/history-bound.ts';
import {
  activeAfter,
  type EventWithInput,
  type History,
  isRoundBound,
  isTold,
  TOLD_EVENTS,
} from '../workflows/looking.ts';

/** A round of clocks begins some hundred events ago as a rule. */
const EVENTS_A_PAGE = 250;

const inputOf = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    // Too large to be told, or none.
    return undefined;
  }
};

const eventOf = (event: HistoryEvent): EventWithInput => {
  const { stateEnteredEventDetails: entered, stateExitedEventDetails: exited } = event;
  const failed =
    event.taskFailedEventDetails ??
    event.taskTimedOutEventDetails ??
    event.executionFailedEventDetails ??
    event.executionAbortedEventDetails ??
    event.executionTimedOutEventDetails;
  return {
    id: event.id ?? 0,
    at: event.timestamp?.toISOString() ?? '',
    type: event.type ?? '',
    state: entered?.name ?? exited?.name ?? null,
    error: failed?.error ?? null,
    ...(entered === undefined ? {} : { input: inputOf(entered.input) }),
  };
};

/**
 * Reads an execution's history from its end back to where the present round of clocks began, and as far as enough is to be
 * told of. A round is bounded (`worstWindow`), and so is this.
 */
export const readHistory = async (client: SFNClient, executionArn: string): Promise<History> => {
  const newestFirst: EventWithInput[] = [];
  let nextToken: string | undefined;
  const isEnough = (): boolean =>
    newestFirst.some(isRoundBound) && newestFirst.filter(({ type }) => isTold(type)).length >= TOLD_EVENTS;
  do {
    const page = await client.send(
      new GetExecutionHistoryCommand({
        executionArn,
        reverseOrder: true,
        // What a state waits for stands in what it was entered with: ids and instants, no words of a case.
        includeExecutionData: true,
        maxResults: EVENTS_A_PAGE,
        nextToken,
      }),
    );
    newestFirst.push(...(page.events ?? []).map(eventOf));
    ({ nextToken } = page);
  } while (nextToken !== undefined && !isEnough() && newestFirst.length < HISTORY_LIMIT);
  const events = newestFirst.reverse();
  return {
    active: activeAfter(events),
    events: events
      .filter(({ type }) => isTold(type))
      .slice(-TOLD_EVENTS)
      .map(({ input: _, ...event }) => event),
  };
};
