import { frame, picture, text } from '../svg.ts';
import { drawDetail, drawOthers, drawWatch } from './branches.ts';
import { HANDLING, INNER, MARGIN, SMALL } from './canvas.ts';
import { drawEndings } from './endings.ts';
import { type AslMachine, stateOf } from './machine.ts';
import { drawNotes } from './notes.ts';
import { drawTop, spineOf } from './top.ts';

const WIDTH = 1200;
const GAP = 12;

/**
 * The picture of one level's workflow, drawn from its synthesized definition. `shown`: the start of the branch that is
 * drawn in full. Throws when the definition no longer has the shape that is drawn.
 */
export const drawWorkflow = (machine: AslMachine, title: string, shown: string): string => {
  const { handling } = spineOf(machine);
  const [watch, ...duties] = stateOf(machine, handling).Branches ?? [];
  const detail = duties.find(({ StartAt: start }) => start.startsWith(shown));
  if (watch === undefined || detail === undefined) throw new Error(`No branch starts with “${shown}”`);
  const first = drawWatch(watch, HANDLING.y + 40);
  const second = drawDetail(detail, first.bottom + GAP);
  const others = duties.filter((branch) => branch !== detail);
  const third = drawOthers(others, second.bottom + GAP);
  const height = third.bottom + 14 - HANDLING.y;
  return picture({ width: WIDTH, height: HANDLING.y + height + 20 }, { title }, [
    text(title, [MARGIN, 36], { size: 19, anchor: 'start', weight: 'bold' }),
    text('由生成的状态机定义绘制；红色虚线为出现异常时的去向', [MARGIN, 60], {
      size: SMALL,
      anchor: 'start',
    }),
    frame({ ...HANDLING, height }),
    text(`${handling}（各分支同时运行）`, [INNER.x, HANDLING.y + 26], {
      size: 14,
      anchor: 'start',
      weight: 'bold',
    }),
    ...drawTop(machine),
    ...first.parts,
    ...second.parts,
    ...third.parts,
    ...drawEndings(machine),
    ...drawNotes(machine, 800),
  ]);
};
