import { names, shortNames } from '../../../../shared/contracts/regulation-view/names.ts';
import type { RegulationView } from '../../../../shared/contracts/regulation-view/view.ts';
import { filled, type Section, section, tableOf } from '../../text/section.ts';

const KINDS = { internal: '本局', superior: '上级', peer: '同级', public: '公众' } as const;

const roleTable = ({ roles }: RegulationView) =>
  tableOf(
    ['岗位或对象', '代号', '属于', '无人时转'],
    roles.map(({ id, name, kind, perUnit, above, clauses }) => ({
      cells: [name, id, `${KINDS[kind]}${perUnit ? ',各责任单位一名' : ''}`, above?.name ?? '—'],
      clauses,
    })),
  );

const routingTable = ({ routing, called }: RegulationView) =>
  tableOf(
    ['事项', '送', '抄送', '由谁规定'],
    routing.map(({ name, to, copies, basis, clauses }) => ({
      cells: [name, shortNames(to), shortNames(copies) || '—', basis === 'law' ? called : '本局自定'],
      clauses,
    })),
  );

const contactTable = ({ contacts }: RegulationView) =>
  tableOf(
    ['向', '可由'],
    contacts.map(({ to, by, clauses }) => ({ cells: [shortNames(to), shortNames(by)], clauses })),
  );

const authorityTable = ({ authorities }: RegulationView) =>
  tableOf(
    ['事项', '级别', '可由'],
    authorities.map(({ command, levels, roles, clauses }) => ({
      cells: [command.name, levels === null ? '全部' : names(levels), shortNames(roles)],
      clauses,
    })),
  );

export const peopleSections = (view: RegulationView): Section[] =>
  filled([
    section('岗位', {
      paragraphs: view.units.length === 0 ? [] : [`责任单位:${names(view.units)}。`],
      table: roleTable(view),
    }),
    section('推送和通知的对象', { depth: 3, table: routingTable(view) }),
    section('向上级报告', { depth: 3, table: contactTable(view) }),
    section('谁可办理', { depth: 3, table: authorityTable(view) }),
  ]);
