import { describe, expect, it } from 'vitest';
import type { ListingRuleVersions } from '../../../../workflows/listing-certificate/catalogue.ts';
import {
  madeUnder,
  rulesOfCase,
  rulesOn,
} from '../../../../workflows/listing-certificate/rules/effective-rules.ts';
import { RULES } from './demonstration-rules.ts';

const later = { version: 'later', effectiveOn: '2027-01-01' };
const VERSIONS: ListingRuleVersions = {
  catalogues: [{ ...RULES.catalogue, ...later }, RULES.catalogue],
  ruleSets: [RULES.ruleSet, { ...RULES.ruleSet, ...later }],
  areas: [RULES.area],
  limits: [RULES.limits],
};

describe('rule data', () => {
  it.each([
    ['2024-12-01', RULES.catalogue.version],
    ['2026-12-31', RULES.catalogue.version],
    ['2027-01-01', 'later'],
    ['2031-01-01', 'later'],
  ])('on %s are of version %s', (onDate, version) => {
    const rules = rulesOn(VERSIONS, onDate);
    expect([rules.catalogue.version, rules.ruleSet.version]).toEqual([version, version]);
  });

  it('are refused for a day before the first version', () => {
    expect(() => rulesOn(VERSIONS, '2024-11-30')).toThrow(/2024-11-30/);
  });

  it('of a case stay those it was accepted under', () => {
    const accepted = rulesOn(VERSIONS, '2026-12-31');
    expect(rulesOfCase(VERSIONS, madeUnder(accepted))).toEqual(accepted);
  });

  it('of a case are refused where their version was taken away', () => {
    expect(() => rulesOfCase(VERSIONS, { ...madeUnder(RULES), ruleSetVersion: 'gone' })).toThrow(/gone/);
  });
});
