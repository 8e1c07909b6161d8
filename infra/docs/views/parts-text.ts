import { names } from '../../../shared/contracts/regulation-view/names.ts';
import type { Parts, Regulation } from '../../../shared/regulations/schema.ts';
import { partName } from '../../../shared/rules/parts/incomplete.ts';
import { allNamedIn, rolesNamed } from './lookup.ts';

const ACTS: Readonly<Record<Parts['act'], string>> = {
  report: '报告',
  publication: '对外发布',
  meeting: '会议',
  planRequest: '报请启动应急预案',
  action: '办理事项',
  decision: '决定',
};

const onlyIn = (regulation: Regulation, entry: Parts): string => {
  const forms = entry.act === 'publication' ? regulation.publicationForms : regulation.reportForms;
  return [
    names(allNamedIn(forms, entry.forms ?? [])),
    names(allNamedIn(regulation.reportKinds, entry.kinds ?? [])),
    names(allNamedIn(regulation.actions, entry.actions ?? [])),
    names(allNamedIn(regulation.decisions, entry.decisions ?? [])),
    entry.to === undefined ? '' : `报${names(rolesNamed(regulation, entry.to))}`,
  ]
    .filter((each) => each !== '')
    .join(';');
};

/** An entry of the parts in plain Chinese: for which acts, and what each of them has to carry. */
export const partsText = (regulation: Regulation, entry: Parts): { what: string; needs: string[] } => {
  const only = onlyIn(regulation, entry);
  const document = regulation.documents.find(({ id }) => id === entry.document);
  return {
    what: `${ACTS[entry.act]}${only === '' ? '' : `(${only})`}`,
    needs: [
      ...entry.needs.map((group) => group.map((part) => partName(entry, part)).join('或')),
      ...(document === undefined ? [] : [`《${document.name}》各栏目`]),
    ],
  };
};
