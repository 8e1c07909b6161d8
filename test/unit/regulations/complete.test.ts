import { describe, expect, it } from 'vitest';
import { loadRegulation } from '../../../infra/regulation-check/checks/load.ts';
import { completeRegulation } from '../../../shared/regulations/complete.ts';
import { versions } from '../../../shared/regulations/index.ts';
import { Regulation, type RegulationData } from '../../../shared/regulations/schema.ts';

/** A regulation that leaves out whatever may be left out. */
const bare = ((): RegulationData => {
  const data = structuredClone(versions[0]!) as RegulationData;
  for (const role of data.roles) delete role.perUnit;
  for (const gate of data.gates) delete gate.whilePlan;
  for (const duty of data.duties) {
    delete duty.basis;
    delete duty.copies;
    delete duty.recurs;
    delete duty.holdable;
    delete duty.survivesConclusion;
    for (const term of duty.terms) delete term.pick;
  }
  delete data.grading.negation;
  delete data.grading.heat.window;
  for (const growth of data.grading.heat.growth) delete growth.minimum;
  for (const floor of data.grading.floors) delete floor.counters;
  return data;
})();

describe('a regulation as functions take it', () => {
  it.each(versions.map((version) => [`${version.id} ${version.version}`, version]))(
    'is sound and complete: %s',
    (_name, version) => {
      expect(loadRegulation(version)).toEqual(version);
    },
  );

  it('has every default of the schema', () => {
    expect(completeRegulation(bare)).toEqual(Regulation.parse(bare));
  });

  it('keeps what the file says', () => {
    expect(completeRegulation(versions[0]!)).toEqual(versions[0]);
  });
});
