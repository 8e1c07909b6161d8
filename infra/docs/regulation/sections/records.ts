import { names } from '../../../../shared/contracts/regulation-view/names.ts';
import type { RegulationView } from '../../../../shared/contracts/regulation-view/view.ts';
import { filled, type Section, section, tableOf } from '../../text/section.ts';

const thingTable = (title: string, things: RegulationView['flags']) =>
  tableOf(
    [title],
    things.map(({ name, clauses }) => ({ cells: [name], clauses })),
  );

const sourceTable = ({ sources }: RegulationView) =>
  tableOf(
    ['来源', '来自'],
    sources.map(({ name, from, clauses }) => ({ cells: [name, from?.name ?? '—'], clauses })),
  );
const instantTable = ({ instants }: RegulationView) =>
  tableOf(
    ['时点', '未填时依次取'],
    instants.map(({ name, fallback, clauses }) => ({ cells: [name, names(fallback) || '—'], clauses })),
  );

/** Documents and what rules speak of. */
export const recordSections = (view: RegulationView): Section[] =>
  filled([
    section('文书', {
      table: tableOf(
        ['文书', '栏目'],
        view.documents.map(({ name, fields, clauses }) => ({ cells: [name, fields.join('、')], clauses })),
      ),
    }),
    section('办理记录的要件', {
      table: tableOf(
        ['办理记录', '须有', '依据'],
        view.parts.map(({ what, needs, basis, note, clauses }) => ({
          cells: [
            what,
            needs.join('、'),
            `${basis === 'law' ? '制度' : '本局'}${note === null ? '' : `;${note}`}`,
          ],
          clauses,
        })),
      ),
    }),
    section('时点', { table: instantTable(view) }),
    section('来源', { depth: 3, table: sourceTable(view) }),
    section('标记', { depth: 3, table: thingTable('标记', view.flags) }),
  ]);
