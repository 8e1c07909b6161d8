import { describe } from 'vitest';
import { byId, dutyOf, itFinds, itTakes } from '../../../../support/data-faults.ts';

describe('posts, units and sources', () => {
  itFinds([
    [
      'a post missing that the software speaks to',
      (it) => {
        it.roles = it.roles.filter(({ id }) => id !== 'operator');
      },
      'routing[clockFault].to[0](办法 第二条 办公室)',
      '"operator"',
      '没有角色“operator”',
      '请在 roles 中增加,或改正这里的 id',
    ],
    [
      'an event that nobody would be told of',
      (it) => {
        it.routing = it.routing.filter(({ id }) => id !== 'calmed');
      },
      'routing',
      '"routing": [',
      '没有“calmed”,宣布平息不知通知谁',
      '请写明通知哪些岗位;制度没有规定的,由本局自定,写 "basis": "bureau"',
    ],
    [
      'receivers of what nobody may ask for',
      (it) => it.routing.push({ ...it.routing[0]!, id: 'planRequested' }),
      'routing[planRequested](办法 第二条 办公室)',
      '{',
      '无人有权作出 RequestPlan,报请启动应急预案的通知不会发出',
      '请删去,或在 authorities 中增加',
    ],
    [
      'kinds of media that no count tells apart',
      (it) => it.mediaTypes.push({ id: 'weibo', name: '微博' }),
      'mediaTypes',
      '"mediaTypes": [',
      '没有按媒体类型计数的规则,这些类型不起作用',
      '请写 [];列举媒体的条款列入 informs',
    ],
    [
      'a post of the software that is outside the bureau',
      (it) => {
        byId(it.roles, 'officeHead').kind = 'superior';
      },
      'roles[officeHead].kind(办法 第二条 办公室)',
      '"kind": "superior"',
      '“officeHead”是系统要通知的岗位,须为本局角色',
      '请写 "kind": "internal"',
    ],
    [
      'a liaison who is not of a unit',
      (it) => {
        byId(it.roles, 'unitLiaison').perUnit = false;
      },
      'roles[unitLiaison].perUnit(办法 第二条 办公室)',
      '"perUnit": false',
      '“unitLiaison”由每个股室各设一人',
      '请写 "perUnit": true',
    ],
    [
      'an officer on duty in each unit',
      (it) => {
        byId(it.roles, 'dutyOfficer').perUnit = true;
      },
      'roles[dutyOfficer].perUnit(办法 第二条 办公室)',
      '"perUnit": true',
      '“dutyOfficer”由全局设置,不分股室',
      '请删去 perUnit',
    ],
    [
      'a post with nobody above',
      (it) => {
        byId(it.roles, 'officeHead').above = undefined;
      },
      'roles[officeHead].above(办法 第二条 办公室)',
      '{',
      '“officeHead”没有上级,无人任职时通知无处可去',
      '请填写 above',
    ],
    [
      'a unit role with nobody above',
      (it) => {
        byId(it.roles, 'unitHead').above = undefined;
      },
      'roles[unitHead].above(办法 第七条)',
      '{',
      '股室角色没有上级,无人任职时通知无处可去',
      '请填写 above',
    ],
    [
      'roles above each other',
      (it) => {
        byId(it.roles, 'chiefLeader').above = 'deputyLeader';
      },
      'roles[chiefLeader].above(办法 第二条 领导小组)',
      '"above": "deputyLeader"',
      '上级绕成了圈(chiefLeader → deputyLeader → chiefLeader)',
      '请改正其中一个上级',
    ],
    [
      'an outsider who is made responsible',
      (it) => {
        dutyOf(it, 'dailyReport').responsible = 'county';
      },
      'duties[dailyReport].responsible',
      '"responsible": "county"',
      '“县政府”不是本局角色',
      '请改为本局(internal)角色',
    ],
    [
      'an outsider who may command',
      (it) => it.authorities[0]!.roles.push('county'),
      'authorities[0 OpenCase].roles[4](办法 第二条 办公室)',
      '"county"',
      '“县政府”不是本局角色',
      '请改为本局(internal)角色',
    ],
    [
      'a bureau without units',
      (it) => {
        it.units = [];
      },
      'units',
      '"units": []',
      '没有任何股室,案卷无处转办',
      '请列出本局的股室',
    ],
    [
      'nothing that pushed items come from',
      (it) => {
        it.sources[0]!.id = 'found';
      },
      'sources',
      '"sources": [',
      '缺少来源“monitored”,监测系统推送的信息没有来源',
      '请增加 id 为 monitored 的来源,如“监测发现”',
    ],
    [
      'a sender of what is monitored',
      (it) => {
        it.sources[0]!.from = 'county';
      },
      'sources[monitored].from(办法 第二条 办公室)',
      '"from": "county"',
      '监测发现的信息不是谁发来的',
      '请写 "from": null',
    ],
    [
      'a post on duty that is none of the bureau’s',
      (it) => {
        it.onDuty = 'clerk';
      },
      'onDuty(办法 第十二条)',
      '"onDuty": "clerk"',
      '没有岗位“clerk”',
      '请填写 roles 中的岗位',
    ],
    [
      'a head of the office in every unit',
      (it) => {
        it.headOfOffice = 'unitHead';
      },
      'headOfOffice(办法 第十二条)',
      '"headOfOffice": "unitHead"',
      '“unitHead”须为本局岗位,不分股室',
      '请填写 roles 中的岗位',
    ],
    [
      'one post on duty and at the head of the office',
      (it) => {
        it.onDuty = 'officeHead';
      },
      'onDuty(办法 第十二条)',
      '"onDuty": "officeHead"',
      '值班岗位与办公室负责人相同',
      '请分别填写两个岗位',
    ],
  ]);
  itTakes([
    [
      'a leader at the top, and one above him',
      (it) => {
        it.roles.push({ id: 'party', name: '局党组', kind: 'internal', perUnit: false });
        byId(it.roles, 'chiefLeader').above = 'party';
      },
    ],
  ]);
});
