import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { shownFields } from '../../../web/model/forms/guide/shown-fields.ts';
import { formsIn } from '../../web/forms/bureau-forms.ts';
import { closeBrowser, SIZES } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { type PersonAtDesk, personAt } from '../support/person.ts';
import { findings, isTooWide } from '../support/probes/axe.ts';

afterAll(closeBrowser);

/** Each bureau in another look. */
describe.each([
  { bureau: 'hohhot', level: 'major', look: 'light', size: 'pc' },
  { bureau: 'nanning', level: 'major', look: 'dark', size: 'phone' },
] as const)(
  'every form that the head of the office of $bureau may fill in',
  ({ bureau, level, look, size }) => {
    let office: OpenBureau;
    let head: PersonAtDesk;
    let caseId: string;
    let acts: { type: string; may: boolean }[];
    beforeAll(async () => {
      office = await openBureau({ bureau });
      ({ case: caseId } = await office.open('officeHead', {
        ...{ title: '群众来电反映食品变质', sources: [{ kind: 'monitored' }], level },
        unit: regulations[bureau]!.units[0]!.id,
      }));
      ({ acts } = (await office.read('officeHead', `/v1/cases/${caseId}/acts`)) as unknown as {
        acts: typeof acts;
      });
      head = await personAt(office, 'officeHead', { size });
      await head.page.emulateMedia({ colorScheme: look });
      // Tall enough for all of a form: nothing lies under the bar with the button.
      await head.page.setViewportSize({ width: SIZES[size].viewport.width, height: 5000 });
    });
    afterAll(() => office.close());

    it('opens, says what it asks for, and can be used by everybody', async () => {
      const open = acts.filter(({ may }) => may).map(({ type }) => type);
      expect(open.length).toBeGreaterThan(10);
      for (const type of open) {
        await head.go(`/desk/cases/${caseId}/do/${type}`);
        await head.page.locator('form, div.form').first().waitFor();
        await head.settles();
        await head.page.evaluate(
          "document.querySelectorAll('form details').forEach((more) => { more.open = true; })",
        );
        expect(await findings(head.page), type).toEqual([]);
        expect(await isTooWide(head.page), `${type} runs over sideways`).toBe(false);
        const said = await head.text();
        if ((await head.page.locator('form').count()) === 0) {
          // There is nothing in this case to choose it of: said, with the way back.
          expect(said, type).toMatch(/(不能办理|目前没有)[\s\S]*回到案卷/);
          continue;
        }
        // Words under names are asked for when the names are known.
        const forms = formsIn(bureau);
        for (const { title, kind } of shownFields(forms, type, forms.commands[type]!.fields, {}))
          if (kind !== 'records') expect(said, type).toContain(title);
      }
      expect(head.faults).toEqual([]);
    });
  },
);
