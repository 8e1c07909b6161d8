import type { DeskConfig, DeskLevel, DeskLogin } from '../../shared/contracts/desk/config.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';

/** What the data call a colour → what the desk's style does. */
const COLOURS: Readonly<Record<string, string>> = {
  红色: 'red',
  橙色: 'orange',
  黄色: 'yellow',
  蓝色: 'blue',
};

/** More than a scale has. */
const MANY_LEVELS = 100;
const levelsOf = ({ scales }: Regulation): Record<string, DeskLevel> =>
  Object.fromEntries(
    scales.flatMap(({ levels }, scale) =>
      levels.map(({ id, short, name, colour, clocked }, index) => [
        id,
        {
          short,
          name,
          colour: COLOURS[colour ?? ''] ?? null,
          clocked,
          rank: (scale === 0 ? MANY_LEVELS : 0) + index,
        },
      ]),
    ),
  );

/** Where a desk runs, as far as it is not the bureau's regulation that says it. */
export interface DeskPlace {
  login: DeskLogin;
  shiftHours: number;
  isExample: boolean;
  /** Origins beside the issuer's own that a log-in asks. */
  origins?: readonly string[];
}

/** What the desk in the browser is told of where it runs. */
export const configOf = (
  regulation: Regulation,
  { login, shiftHours, isExample }: DeskPlace,
  files: DeskConfig['files'],
): DeskConfig => ({
  api: '',
  bureau: { id: regulation.id, name: regulation.bureau, short: regulation.smsSignature },
  series: regulation.numbering.case,
  zone: regulation.zone,
  login,
  shiftHours,
  isExample,
  levels: levelsOf(regulation),
  files,
});

/** The origins beside its own that the desk asks. */
export const originsOf = ({ login, origins = [] }: DeskPlace): string[] =>
  login.exchange === 'browser' ? [...new Set([new URL(login.issuer).origin, ...origins])] : [];
