import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { exampleSettings } from '../../infra/settings/example-settings.ts';
import { regulationInForce, regulations } from '../../shared/regulations/index.ts';
import { clockedLevels } from '../../shared/regulations/lookup.ts';
import { synthesize } from './templates.ts';

const settings = { petition: { riskReviewEvery: 'P4W' } } as Record<string, Record<string, string>>;

describe.each(Object.keys(regulations))('the deployment of %s', (id) => {
  const regulationSettings = settings[id] ?? {};
  const template = synthesize({ bureau: id, regulation: id, regulationSettings });
  const machines = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));

  it('has state machines for its own levels and no other', () => {
    expect(machines.map(({ Properties }) => Properties.StateMachineName).sort()).toEqual(
      clockedLevels(regulations[id]!)
        .map((level) => `${id}-${level.id}`)
        .sort(),
    );
  });

  it('tells every function which regulation it serves, and the bureau’s own settings', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: {
          REGULATION_ID: id,
          ...(Object.keys(regulationSettings).length === 0
            ? { REGULATION_SETTINGS: Match.absent() }
            : { REGULATION_SETTINGS: JSON.stringify(regulationSettings) }),
        },
      },
    });
  });
});

it('draws a branch for a periodic duty once the bureau has given its period', () => {
  const branches = (regulationSettings: Record<string, string>): string =>
    JSON.stringify(synthesize({ bureau: 'petition', regulation: 'petition', regulationSettings }).toJSON());
  expect(branches({})).not.toContain('每4周');
  expect(branches({ riskReviewEvery: 'P4W' })).toContain('每4周');
  expect(regulationInForce('petition', { riskReviewEvery: 'P4W' }).version).toBe(
    '2022-07-01;riskReviewEvery=%22P4W%22',
  );
});

it('refuses a setting that the regulation does not have, or a value that it cannot take', () => {
  const refusal = (regulationSettings: Record<string, string>): unknown => {
    try {
      return exampleSettings({ regulation: 'nanning', regulationSettings });
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(refusal({ officeHour: '09:00-17:00' })).toContain('officeHour:没有这个设置;可用:');
  expect(refusal({ officeHours: '17:00-09:00' })).toContain('regulationSettings:officeHours');
  expect(refusal({ netizenDeferral: 'later' })).toContain('可填:count');
  expect(refusal({ browseEvery: 'PT0S' })).toContain('周期不应少于1小时');
});
