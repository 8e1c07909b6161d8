import { OFFICE_COMMANDS } from '../../../../shared/contracts/commands.ts';
import { giversOf, hasOwnRight } from '../../../../shared/regulations/lookup.ts';
import { REVIEW_DOCUMENT } from '../../../../shared/regulations/reserved.ts';
import type { Gate, Regulation } from '../../../../shared/regulations/schema.ts';
import { FURTHER_RIGHTS } from '../../../../shared/rules/authority.ts';
import { type CaseCommand, RULES } from '../../../../shared/rules/commands.ts';
import type { Problem } from '../problem.ts';
import { levelNames, roleNames } from './givers.ts';

/** Everything that a person may be allowed: the commands and the further rights. */
export const COMMANDS: readonly string[] = [
  ...OFFICE_COMMANDS.filter(hasOwnRight),
  'OpenCase',
  ...FURTHER_RIGHTS,
];
const withGate = (...kinds: string[]): string[] =>
  COMMANDS.filter((command) => kinds.includes(RULES[command as CaseCommand['type']]?.gate));
/** The commands that may wait for a gate: all that a person gives on a case, but the one that opens gates. */
export const GATED = withGate('checked', 'own');
const GATED_IN_STEPS = [...GATED, ...withGate('steps')];

/** Without these no case could be handled, whatever the duties. */
const NEEDED = [
  'OpenCase',
  'ConfirmGrade',
  'ChangeLevel',
  'ApproveLevelChange',
  'AssignUnit',
  'FileReport',
  'RecordAction',
  'RecordPublication',
  'DeclareCalm',
  'Conclude',
  'ApproveConclusion',
  'ReleaseDuty',
  'ConfirmRelease',
  'AnswerNotice',
  'CorrectInstant',
  'SetFlags',
  'ConfirmAct',
  'Countersign',
  'ConfirmLateEntry',
  'EnterForAnother',
  'WithdrawAct',
  'WithdrawOthers',
  'EditRoster',
  'WriteFirstRoster',
  'ReadCases',
  'ReadSecretCases',
  'ReadRoster',
  'ReadNumbers',
  'ReadRefusals',
];
/** A matter that is no 舆情 is neither graded nor made public. */
const NEEDED_STANDING = ['OpenCase', 'Conclude', 'ApproveConclusion', 'AnswerNotice'];

const unknown = ({ authorities }: Regulation): Problem[] =>
  authorities.flatMap(({ command, cite }, index) =>
    COMMANDS.includes(command)
      ? []
      : [
          {
            path: `authorities[${index} ${command}].command`,
            clauses: cite,
            fault: `没有命令“${command}”`,
            mend: `可填:${COMMANDS.join('、')}`,
          },
        ],
  );

const needed = (regulation: Regulation): Problem[] =>
  regulation.scales.flatMap(({ use, levels }) => {
    const commands = use === 'handling' ? NEEDED : use === 'standing' ? NEEDED_STANDING : [];
    return commands.flatMap((command) => {
      const without = levels
        .map(({ id }) => id)
        .filter((id) => giversOf(regulation, command, id).length === 0);
      if (without.length === 0) return [];
      const place = without.length === levels.length ? '' : `在级别${levelNames(regulation, without)}上`;
      const fault = `${place}无人有权作出 ${command}`;
      return [{ path: 'authorities', clauses: [], fault, mend: '请写明由哪些角色作出' }];
    });
  });

/** What a 总结评估 has to say, and its name in the file, are its document's. */
const review = ({ authorities, documents }: Regulation): Problem[] => {
  const may = authorities.find(({ command }) => command === 'FileReview');
  if (may === undefined || documents.some(({ id }) => id === REVIEW_DOCUMENT)) return [];
  const fault = `有人可以作出 FileReview,却没有写明总结评估的文书“${REVIEW_DOCUMENT}”`;
  const mend = `请在 documents 中增加 id 为 ${REVIEW_DOCUMENT} 的文书,写明须填的内容`;
  return [{ path: 'documents', clauses: may.cite, fault, mend }];
};

/** What a second person decides, who must not be the only one in the only post. */
const PAIRS = [
  { what: '降级', first: 'ChangeLevel', second: 'ApproveLevelChange' },
  { what: '结报', first: 'Conclude', second: 'ApproveConclusion' },
  { what: '解除报送', first: 'ReleaseDuty', second: 'ConfirmRelease' },
] as const;
const secondPerson = (regulation: Regulation): Problem[] =>
  regulation.scales[0]!.levels.flatMap(({ id }) =>
    PAIRS.flatMap(({ what, first, second }) => {
      const proposers = giversOf(regulation, first, id);
      const approvers = giversOf(regulation, second, id);
      const all = new Set([...proposers, ...approvers]);
      if (proposers.length === 0 || approvers.length === 0 || all.size > 1) return [];
      return [
        {
          path: 'authorities',
          clauses: [],
          fault: `在级别${levelNames(regulation, [id])}上申请和审批${what}的都只有${roleNames(regulation, [...all])}`,
          mend: `${what}须由第二人审批,请在 ${second} 中增加角色`,
        },
      ];
    }),
  );

/** A bureau whose text has 督办通知 numbers them, and one that has none numbers nothing. */
const orders = ({ authorities, numbering }: Regulation): Problem[] => {
  const signing = authorities.find(({ command }) => command === 'SignSupervisionOrder');
  if ((signing === undefined) === (numbering.supervisionOrder === undefined)) return [];
  return [
    {
      path: 'numbering.supervisionOrder',
      clauses: signing?.cite ?? [],
      fault:
        signing === undefined ? '无人有权签发督办通知,却写了机关代字' : '有人可以签发督办通知,却没有机关代字',
      mend: signing === undefined ? '请删去' : '请填写机关代字',
    },
  ];
};

const gateFault = (
  regulation: Regulation,
  gate: Gate,
): [key: string, fault: string, mend: string] | undefined => {
  const { needs, steps, documents, on, publications, papers } = gate;
  if (needs === undefined && steps === undefined && documents === undefined)
    return ['', '没有写明须先办什么', '请写 needs(任一即可)、steps(依次办理)或 documents(须先制发的文书)'];
  // Steps are recorded in their order, whatever else waits for them.
  const gated = needs === undefined && steps !== undefined ? GATED_IN_STEPS : GATED;
  const loose = on.find((command) => !gated.includes(command));
  if (loose !== undefined) return ['on', `不能约束“${loose}”`, `可填:${gated.join('、')}`];
  if (publications !== undefined && !on.includes('RecordPublication'))
    return ['publications', '写了发布形式,却不约束 RecordPublication', '请改正 on,或删去 publications'];
  if (papers !== undefined && (on.length > 1 || on[0] !== 'IssueDocument'))
    return ['papers', '写了文书,却不是只约束 IssueDocument', '请改正 on,或删去 papers'];
  const levels = gate.levels ?? regulation.scales[0]!.levels.map(({ id }) => id);
  const mayRecord = (id: string, level: string): boolean => {
    const by = regulation.actions.find((action) => action.id === id)?.by;
    return giversOf(regulation, 'RecordAction', level).some((role) => by?.includes(role) ?? true);
  };
  const shut = levels.filter(
    (level) =>
      (needs !== undefined && !needs.some((id) => mayRecord(id, level))) ||
      steps?.flat().some((id) => !mayRecord(id, level)),
  );
  if (shut.length === 0) return undefined;
  return [
    needs === undefined ? 'steps' : 'needs',
    `在级别${levelNames(regulation, shut)}上无人有权记录须先办的事项,永远不能放行`,
    '请核对 authorities 的 RecordAction 和各动作的 by',
  ];
};

const gates = (regulation: Regulation): Problem[] =>
  regulation.gates.flatMap((gate) => {
    const found = gateFault(regulation, gate);
    if (found === undefined) return [];
    const [key, fault, mend] = found;
    const path = `gates[${gate.id}]${key === '' ? '' : `.${key}`}`;
    return [{ path, clauses: gate.cite, fault: `“${gate.name}”${fault}`, mend }];
  });

/** What nobody could command, and what would wait for ever. */
export const commandProblems = (regulation: Regulation): Problem[] =>
  [unknown, needed, review, secondPerson, orders, gates].flatMap((check) => check(regulation));
