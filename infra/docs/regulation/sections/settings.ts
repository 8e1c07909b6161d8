import type { SettingView } from '../../../../shared/contracts/regulation-view/rules.ts';
import type { RegulationView } from '../../../../shared/contracts/regulation-view/view.ts';
import { filled, type Section, section, tableOf } from '../../text/section.ts';

const optionsText = ({ options, format, value }: SettingView): string => {
  if (options.length > 0) return options.map((option) => `${option.value}:${option.name}`).join('\n');
  if (format === 'duration') return 'ISO 8601 时长,如 P1W';
  if (format === 'officeHours') return '如 09:00-12:00 13:00-17:00';
  return typeof value === 'boolean' ? 'true:开\nfalse:关' : '—';
};
const nowText = ({ valueText, isMissing }: SettingView): string => (isMissing ? '【须填写】未设' : valueText);

const targetText = (view: RegulationView): string[] => {
  const targets = view.duties.filter(({ ownTarget }) => ownTarget !== null);
  return targets.length === 0
    ? []
    : [
        `可由本局自设目标的职责(目标不是${view.called}规定):${targets
          .map(({ name, ownTarget }) => `${name}(${ownTarget!.setting.id})`)
          .join('、')}。`,
      ];
};

export const settingSections = (view: RegulationView): Section[] =>
  filled([
    section('设置', {
      paragraphs: ['登记号为 X 的,是条文不明、由本局选择的;“本局”是本局自定的。', ...targetText(view)],
      table: tableOf(
        ['登记号', '设置', '含义', '现值', '可填', '说明'],
        view.settings.map((setting) => ({
          cells: [
            setting.register === 'bureau' ? '本局' : setting.register,
            setting.id,
            setting.name,
            nowText(setting),
            optionsText(setting),
            setting.note,
          ],
          clauses: setting.clauses,
        })),
      ),
    }),
    section('条文不明之处的理解', {
      table: tableOf(
        ['登记号', '本软件的理解'],
        view.readings.map(({ id, reading, clauses }) => ({ cells: [id, reading], clauses })),
      ),
    }),
    section('只作提示的条款', {
      paragraphs: view.informs.length === 0 ? [] : ['这些条款没有可由软件执行的规则,案卷中只作提示。'],
      table: tableOf(
        ['理由'],
        view.informs.map(({ reason, ...clause }) => ({ cells: [reason], clauses: [clause] })),
      ),
    }),
  ]);
