import type { CaseEvent, EventType } from '../events.ts';
import { CONTENT } from './content.ts';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The value with each part of it changed. Where nothing changes it is the same value: most of a case has no texts. */
export const mapParts = (value: unknown, change: (part: unknown, name: string) => unknown): unknown => {
  if (Array.isArray(value)) {
    const parts = value.map((part, index) => change(part, `${index}`));
    return parts.every((part, index) => part === value[index]) ? value : parts;
  }
  if (!isObject(value)) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, change(part, name)] as const);
  return parts.every(([name, part]) => part === value[name]) ? value : Object.fromEntries(parts);
};

/** The value with the text at this path changed; a path that leads to none changes nothing. */
const changeText = (value: unknown, path: readonly string[], change: (text: string) => unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' ? change(value) : value;
  return mapParts(value, (part, name) =>
    step === '*' || step === name ? changeText(part, rest, change) : part,
  );
};

/** An event with each text that people wrote changed. */
export const mapContent = (type: EventType, event: unknown, change: (text: string) => unknown): unknown =>
  CONTENT[type].reduce<unknown>((rest, path) => changeText(rest, path.split('.'), change), event);

/** What people wrote in these events. */
export const contentIn = (events: readonly CaseEvent[]): string[] => {
  const found: string[] = [];
  for (const event of events)
    mapContent(event.type, event, (text) => {
      found.push(text);
      return text;
    });
  return found;
};
