import { describe, expect, it, vi } from 'vitest';
import { apiEvent, claimsOf } from '../../../infra/local/api-event.ts';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import { commandNames } from '../../../shared/contracts/api/words/command-names.ts';
import { MeReply } from '../../../shared/contracts/replies/bureau.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { isPerUnit, mayGive, postsOf } from '../../../shared/regulations/lookup.ts';
import { FURTHER_RIGHTS } from '../../../shared/rules/authority.ts';
import { createOffice } from '../../support/office.ts';
import { read, refusalIn } from '../../support/told.ts';

type Office = Awaited<ReturnType<typeof createOffice>>;
const ask = (office: Office, claims: Record<string, unknown>, headers: Record<string, string> = {}) =>
  office.http({ method: 'GET', path: '/v1/me', claims, headers });
const meIn = (told: Parameters<typeof read>[1]) => read(MeReply, told);

describe.each(Object.values(regulations))('who speaks, in $id', (regulation) => {
  const people = exampleRoster(regulation);
  const posts = postsOf(regulation).filter(({ id }) => (people.roles[id] ?? []).length > 0);

  it('is told of every post what the table gives it, and nothing else', async () => {
    const office = await createOffice({ regulation });
    for (const { id: role, name } of posts) {
      const actor = personFor(people, role);
      const me = meIn(await ask(office, claimsOf(actor)));
      expect(me).toMatchObject({ person: actor.id, name: actor.name, listed: true });
      const unit = isPerUnit(regulation, role)
        ? regulation.units.find(({ id }) => id === actor.unit)!
        : undefined;
      const post = { role: { id: role, name }, unit: unit ? { id: unit.id, name: unit.name } : null };
      expect(me.posts).toEqual([post]);
      expect(me.post).toEqual(post);
      // 标记 is asked of each flag; whoever may confirm may come as far as that.
      const own = [...commandNames, ...FURTHER_RIGHTS].filter((each) =>
        mayGive(regulation, role, each === 'SetFlags' ? 'ConfirmAct' : each),
      );
      // Who is on duty is told of what feeds bring and may read it.
      const ofFeeds = role === regulation.onDuty || own.includes('ReadRefusals') ? ['ReadRefusedItems'] : [];
      expect([...me.may].sort()).toEqual([...own, ...ofFeeds].sort());
    }
  });

  it('acts in no post before he has chosen one of several, and then in that', async () => {
    const office = await createOffice({ regulation });
    const [one, other] = posts.filter(({ perUnit }) => !perUnit);
    const person = personFor(people, one!.id);
    const claims = { ...claimsOf(person), role: [one!.id, other!.id] };
    const me = meIn(await ask(office, claims));
    expect(me.post).toBeNull();
    expect(me.posts.map(({ role }) => role.id)).toEqual([one!.id, other!.id]);
    const chosen = meIn(await ask(office, claims, { 'shixian-post': encodeURIComponent(other!.name) }));
    expect(chosen.post?.role.id).toBe(other!.id);
    for (const type of chosen.may.filter((each) => commandNames.some((name) => name === each)))
      expect(me.may).toContain(type);
    const foreign = await ask(office, claims, { 'shixian-post': 'nobody' });
    expect(refusalIn(foreign).code).toBe('POST_NOT_HELD');
  });

  it('is said not to be listed while nobody stands in the roster, is not let in unlisted afterwards, nor without a post', async () => {
    const claims = claimsOf({ id: 'x-1', name: '外人', role: posts[0]!.id });
    const empty = await createOffice({ regulation, roster: null });
    expect(meIn(await ask(empty, claims))).toMatchObject({ person: 'x-1', name: '外人', listed: false });
    const office = await createOffice({ regulation });
    expect(refusalIn(await ask(office, claims)).code).toBe('PERSON_UNKNOWN');
    const stranger = await ask(office, claimsOf({ id: 'x-1', name: '外人', role: 'plumber' }));
    expect(refusalIn(stranger).code).toBe('ROLE_UNKNOWN');
    const nobody = await office.http({ method: 'GET', path: '/v1/me' });
    expect(refusalIn(nobody).code).toBe('TOKEN_MISSING');
  });
});

describe('who speaks', () => {
  it('is told so without any case being looked at, and not again while nothing has changed', async () => {
    const office = await createOffice();
    await office.as('dutyOfficer')('POST', '/v1/cases', {
      title: '群众来电反映某超市销售过期食品',
      sources: [{ kind: 'monitored' }],
      level: 'blue',
    });
    const looked = vi.spyOn(office.system.cases, 'load');
    const person = personFor(exampleRoster(office.system.regulation), 'dutyOfficer');
    const event = (headers: Record<string, string> = {}) =>
      apiEvent({
        at: Date.parse(office.now()),
        method: 'GET',
        path: '/v1/me',
        claims: claimsOf(person),
        headers,
      });
    const first = await office.lambdas.http(event());
    expect(first.statusCode).toBe(200);
    const again = await office.lambdas.http(event({ 'if-none-match': String(first.headers?.etag) }));
    expect(again).toMatchObject({ statusCode: 304 });
    expect(looked).not.toHaveBeenCalled();
  });
});
