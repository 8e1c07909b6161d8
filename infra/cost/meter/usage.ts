/** What a piece of work used, in the units that AWS bills. */
export interface Usage {
  /** State transitions of Step Functions. */
  transitions: number;
  /** Function calls by function, without the bureau's name. */
  calls: Readonly<Record<string, number>>;
  writeUnits: number;
  readUnits: number;
  /** Requests to the HTTP API. */
  requests: number;
  /** SMS handed over. */
  messages: number;
}

export const NOTHING: Usage = {
  transitions: 0,
  calls: {},
  writeUnits: 0,
  readUnits: 0,
  requests: 0,
  messages: 0,
};

const combine = (one: Usage, other: Usage, each: (one: number, other: number) => number): Usage => {
  const names = [...new Set([...Object.keys(one.calls), ...Object.keys(other.calls)])].sort();
  return {
    transitions: each(one.transitions, other.transitions),
    calls: Object.fromEntries(
      names.map((name) => [name, each(one.calls[name] ?? 0, other.calls[name] ?? 0)]),
    ),
    writeUnits: each(one.writeUnits, other.writeUnits),
    readUnits: each(one.readUnits, other.readUnits),
    requests: each(one.requests, other.requests),
    messages: each(one.messages, other.messages),
  };
};

export const sum = (usages: readonly Usage[]): Usage =>
  usages.reduce((one, other) => combine(one, other, (a, b) => a + b), NOTHING);
export const minus = (one: Usage, other: Usage): Usage => combine(one, other, (a, b) => a - b);
export const times = (usage: Usage, factor: number): Usage => combine(usage, NOTHING, (a) => a * factor);
/** The mean of at least one usage. */
export const mean = (usages: readonly Usage[]): Usage => times(sum(usages), 1 / usages.length);

export const callsOf = ({ calls }: Usage): number => Object.values(calls).reduce((a, b) => a + b, 0);
