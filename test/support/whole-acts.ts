import type { CaseState } from '../../shared/case/state.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import { incompleteActs } from '../../shared/rules/parts/incomplete.ts';

const REPORT = {
  spokeTo: '李某',
  post: '值班室',
  summary: '已到现场核查,正在处置',
  reference: '〔2026〕12号',
  text: '情况报告正文',
  signedBy: '主要负责人',
};

/** What is published, and approved for it, where a test is about something else. */
const TITLE = '情况说明';

/** The same command with all the parts that a regulation may ask of it, where a test is about something else. */
export const whole = ({ documents, actions }: Regulation, command: CaseCommand): CaseCommand => {
  switch (command.type) {
    case 'FileReport': {
      const fields = documents.find(({ id }) => id === 'report')?.fields ?? [];
      return { ...REPORT, fields: Object.fromEntries(fields.map((field) => [field, '已核实'])), ...command };
    }
    case 'RecordPublication':
      // What names its approval bears the title that was approved.
      return {
        ...(command.approval === undefined ? { title: TITLE } : {}),
        place: '本局网站',
        ...command,
      };
    case 'RecordMeeting':
      return { participants: '办公室、责任单位', conclusion: '立即核查并准备口径', ...command };
    case 'RecordAction': {
      const approval = actions.find(({ id }) => id === command.action)?.approval;
      const isOfText = approval === 'text' || approval === 'paper';
      return { ...(isOfText && command.onBehalf === undefined ? { text: TITLE } : {}), ...command };
    }
    default:
      return command;
  }
};

/** 要件待补: what the acts on the file still lack. */
export const missingParts = (regulation: Regulation, state: CaseState): string[] =>
  incompleteActs(regulation, state).flatMap(({ missing }) => missing);
