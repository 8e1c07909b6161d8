import { describe } from 'vitest';
import { GATED } from '../../../../../infra/regulation-check/checks/people/commands.ts';
import { byId, itFinds, itTakes } from '../../../../support/data-faults.ts';

describe('gates', () => {
  const GATE = 'gates[statementApproval]';
  const NAME = '“重大舆情的回应口径须经审核、审定”';
  const CITE = '(办法 第七条)';
  itFinds([
    [
      'a gate that waits for nothing',
      (it) => {
        it.gates[0]!.steps = undefined;
      },
      `${GATE}${CITE}`,
      '{',
      `${NAME}没有写明须先办什么`,
      '请写 needs(任一即可)、steps(依次办理)或 documents(须先制发的文书)',
    ],
    [
      'a gate before a command that asks none',
      (it) => {
        it.gates[0]!.on = ['OpenCase'];
      },
      `${GATE}.on${CITE}`,
      '"on": [',
      `${NAME}不能约束“OpenCase”`,
      `可填:${[...GATED, 'RecordAction'].join('、')}`,
    ],
    [
      'a gate before actions without an order among them',
      (it) => {
        Object.assign(it.gates[0]!, { on: ['RecordAction'], steps: undefined, needs: ['statementReviewed'] });
      },
      `${GATE}.on${CITE}`,
      '"on": [',
      `${NAME}不能约束“RecordAction”`,
      `可填:${GATED.join('、')}`,
    ],
    [
      'forms of publication at a gate before the conclusion',
      (it) => {
        Object.assign(it.gates[0]!, { on: ['Conclude'], publications: ['statement'] });
      },
      `${GATE}.publications${CITE}`,
      '"publications": [',
      `${NAME}写了发布形式,却不约束 RecordPublication`,
      '请改正 on,或删去 publications',
    ],
    [
      'documents at a gate before a publication',
      (it) => {
        Object.assign(it.gates[0]!, { on: ['RecordPublication'], papers: ['review'] });
      },
      `${GATE}.papers${CITE}`,
      '"papers": [',
      `${NAME}写了文书,却不是只约束 IssueDocument`,
      '请改正 on,或删去 papers',
    ],
    [
      'a step that nobody may record',
      (it) => {
        byId(it.actions, 'statementApproved').by = ['deputyLeader'];
      },
      `${GATE}.steps${CITE}`,
      '"steps": [',
      `${NAME}在级别“major”(重大舆情)上无人有权记录须先办的事项,永远不能放行`,
      '请核对 authorities 的 RecordAction 和各动作的 by',
    ],
    [
      'actions of which nobody may record any',
      (it) => {
        Object.assign(it.gates[0]!, { steps: undefined, needs: ['statementApproved'] });
        byId(it.actions, 'statementApproved').by = ['deputyLeader'];
      },
      `${GATE}.needs${CITE}`,
      '"needs": [',
      `${NAME}在级别“major”(重大舆情)上无人有权记录须先办的事项,永远不能放行`,
      '请核对 authorities 的 RecordAction 和各动作的 by',
    ],
  ]);
  itTakes([
    [
      'a gate before the conclusion',
      (it) => {
        it.gates[0]!.on = ['Conclude', 'RecordPublication'];
      },
    ],
    [
      'a gate that is only the order of its steps',
      (it) => {
        it.gates[0]!.on = ['RecordAction'];
      },
    ],
    [
      'two actions of which one can be recorded',
      (it) => {
        Object.assign(it.gates[0]!, { steps: undefined, needs: ['statementApproved', 'statementReviewed'] });
        byId(it.actions, 'statementApproved').by = ['deputyLeader'];
      },
    ],
  ]);
});
