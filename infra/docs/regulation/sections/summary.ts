import type { SettingView } from '../../../../shared/contracts/regulation-view/rules.ts';
import type { RegulationView } from '../../../../shared/contracts/regulation-view/view.ts';
import { type Section, section } from '../../text/section.ts';

const missingText = ({ id, name, note, format, options, clauses }: SettingView): string => {
  const allowed = options.map(({ value, name: option }) => `${value}(${option})`).join('、');
  const example = format === 'officeHours' ? '09:00-12:00 13:00-17:00' : 'P1W';
  const hint = allowed === '' ? `例如 --set "${id}=${example}"` : `可填:${allowed}`;
  return `【须填写】${name}(${id})尚未填写,有关的时限无法计算:${note}。依据:${[...new Set(clauses.map(({ name }) => name))].join('、')}。${hint}`;
};

const countText = ({ duties, ownPrompts }: RegulationView): string => {
  const of = (...kinds: string[]): number => duties.filter(({ limit }) => kinds.includes(limit.kind)).length;
  return [
    `制度规定的职责 ${duties.length} 条`,
    `有数字的时限 ${of('within', 'every')} 条`,
    `立即 ${of('immediate')} 条`,
    `及时、随时 ${of('prompt', 'ongoing')} 条`,
    `由其他规定确定时限 ${of('external')} 条`,
    `本局自设的提示 ${ownPrompts.length} 条(不是制度规定)`,
  ].join(';');
};

/** What the regulation is, and what the bureau still has to give. */
export const summarySection = (view: RegulationView): Section =>
  section(`${view.bureau}:${view.title}`, {
    paragraphs: [
      `代号 ${view.id};版本 ${view.version};印发 ${view.issuedOn};施行 ${view.effectiveOn};时区 ${view.zone}`,
      countText(view),
      ...view.missing.map(missingText),
    ],
  });
