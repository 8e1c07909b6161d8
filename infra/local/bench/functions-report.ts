import { textTable } from '../../text-table.ts';
import { median } from './measure.ts';

const AIM = 1.3;

export interface Measured {
  name: string;
  clients: readonly string[];
  bytes: number;
  gzipped: number;
  /** Milliseconds of each start, and of the bare handler's start beside it. */
  starts: readonly number[];
  bareStarts: readonly number[];
}

/** How many times the bare handler's time a function takes: the median of the pairs, whatever else the machine did. */
export const ratioOf = ({ starts, bareStarts }: Pick<Measured, 'starts' | 'bareStarts'>): number =>
  median(starts.map((start, round) => start / bareStarts[round]!));

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;

/** The table that the bench prints. */
export const reportOf = (measured: readonly Measured[]): string[] =>
  textTable(
    [
      ['function', 'clients', 'bundle', 'gzipped', 'starts in', 'bare', 'ratio', `aim ≤ ${AIM}`],
      ...measured.map((each) => {
        const ratio = ratioOf(each);
        return [
          each.name,
          each.clients.map((client) => client.replace('client-', '')).join(' '),
          kilobytes(each.bytes),
          kilobytes(each.gzipped),
          milliseconds(median(each.starts)),
          milliseconds(median(each.bareStarts)),
          ratio.toFixed(2),
          ratio <= AIM ? 'met' : 'missed',
        ];
      }),
    ],
    [0, 1, 7],
  );
