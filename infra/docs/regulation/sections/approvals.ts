import { names, shortNames } from '../../../../shared/contracts/regulation-view/names.ts';
import type { RegulationView } from '../../../../shared/contracts/regulation-view/view.ts';
import { lengthInChinese } from '../../../../shared/deadlines/limits.ts';
import { filled, type Section, section, tableOf } from '../../text/section.ts';

type ApprovalView = RegulationView['approvals'][number];

const stepText = ({ name, by }: ApprovalView['steps'][number][number]): string =>
  by === null ? name : `${name}(${shortNames(by)})`;
const chainText = ({ steps, anyOf }: ApprovalView): string =>
  steps.map((step) => step.map(stepText).join(anyOf ? ' 或 ' : ' + ')).join(' → ');

const waitsText = ({ commands, publications, papers }: ApprovalView): string =>
  commands
    .map(({ id, name }) => {
      if (id === 'RecordPublication' && publications !== null) return names(publications);
      return papers === null ? name : `${name}:${names(papers)}`;
    })
    .join('、');
const whenText = ({ levels, when, whilePlan }: ApprovalView): string =>
  [levels === null ? '' : names(levels), when ?? '', whilePlan ? '应急预案启动期间' : '']
    .filter((text) => text !== '')
    .join(';') || '一律';

export const approvalSections = (view: RegulationView): Section[] =>
  filled([
    section('审批与前置条件', {
      paragraphs: view.approvals.length === 0 ? [] : ['“→”须依次办理,“+”不分先后,“或”办其一即可。'],
      table: tableOf(
        ['要求', '须等待的事', '适用', '步骤'],
        view.approvals.map((approval) => ({
          cells: [approval.name, waitsText(approval), whenText(approval), chainText(approval)],
          clauses: approval.clauses,
        })),
        { hasQuotes: true },
      ),
    }),
    section('不得使用的渠道', {
      table: tableOf(
        ['情形', '不得使用'],
        view.forbiddenChannels.map(({ channels, when, clauses }) => ({
          cells: [when ?? '一律', names(channels)],
          clauses,
        })),
        { hasQuotes: true },
      ),
    }),
  ]);

/** The spacings are the office's own settings; only that somebody is held to account stands in the law. */
export const ladderSection = (view: RegulationView): Section =>
  section('提醒与逐级上报(间隔为本局设置)', {
    table: tableOf(
      ['名称', '到期前提醒', '逾期后每级间隔', '到顶后', '由下而上'],
      view.ladders.map(({ name, remindBefore, climbEvery, thenEvery, rungs, clauses }) => ({
        cells: [
          name,
          remindBefore.map(lengthInChinese).join('、') || '—',
          lengthInChinese(climbEvery),
          `每${lengthInChinese(thenEvery)}`,
          rungs.map((rung) => shortNames([rung])).join(' → '),
        ],
        clauses,
      })),
    ),
  });
