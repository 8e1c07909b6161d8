import { withoutLimit } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { Problem } from './problem.ts';
import { lengthSettings } from './scales/settings.ts';

/** An empty cell is legal (P31), but whoever reads the regulation should know that nothing will ring here. */
const silentLevels = (regulation: Regulation): Problem[] =>
  regulation.scales.flatMap((scale) =>
    scale.levels
      .filter(({ id }) => withoutLimit(regulation, id) !== null)
      .map(({ id, name, unlimited, cite }) => ({
        path: `scales[${scale.id}].levels[${id}]`,
        clauses: cite,
        fault: `级别“${id}”(${name}):${withoutLimit(regulation, id)}`,
        mend:
          unlimited === undefined
            ? '制度确未规定的,请在 unlimited 中写明;也可设本局目标(ownTarget)'
            : `已写明:${unlimited}`,
      })),
  );

const toFillIn = ({ settings }: Regulation): Problem[] =>
  settings
    .filter(({ required, value }) => required && value === null)
    .map(({ id, name, note, cite }) => ({
      path: `settings[${id}].value`,
      clauses: cite,
      fault: `“${name}”尚未填写`,
      mend: `部署前须由本局填写(${note})`,
    }));

const uncheckedLengths = (regulation: Regulation): Problem[] =>
  lengthSettings(regulation)
    .filter(({ format }) => format !== 'duration')
    .map(({ id, name, cite }) => ({
      path: `settings[${id}]`,
      clauses: cite,
      fault: `“${name}”用作时长,却没有写明格式,填错时不会提示`,
      mend: '请写 "format": "duration"',
    }));

/** What is allowed, and still worth a look before the bureau is deployed. */
export const hintsOf = (regulation: Regulation): Problem[] =>
  [silentLevels, toFillIn, uncheckedLengths].flatMap((check) => check(regulation));
