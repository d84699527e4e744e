import { describe, expect, it } from 'vitest';
import accounts from '../../seeds/demonstration/accounts.json' with { type: 'json' };
import enterprises from '../../seeds/demonstration/enterprises.json' with { type: 'json' };
import application from '../../seeds/demonstration/group-application.json' with { type: 'json' };
import directories from '../../seeds/financing-demand/institutions.json' with { type: 'json' };
import { isWithinArea } from '../../workflows/listing-certificate/rules/jurisdiction.ts';
import { Actor } from '../../workflows/shared/actor.ts';
import { isUscc } from '../../workflows/shared/identifiers.ts';
import { RULES } from '../workflows/listing-certificate/rules/demonstration-rules.ts';

const { departments, fields } = RULES.catalogue;
const ofKind = (kind: string) =>
  accounts.accounts.filter((account) => account.claims.organisation_kind === kind);

describe('the demonstration data', () => {
  it('have codes with right check characters', () => {
    const codes = [
      ...enterprises.enterprises.map((enterprise) => enterprise.uscc),
      ...[...ofKind('enterprise'), ...ofKind('bank')].map((account) => account.claims.organisation_id),
    ];
    expect(codes.filter((uscc) => !isUscc(uscc))).toEqual([]);
  });

  it('have an account for five enterprises, an officer and a lead of each department, the office and each institution', () => {
    expect(ofKind('enterprise')).toHaveLength(5);
    const institutions = directories.flatMap((directory) => directory.institutions);
    const ids = (list: { claims: { organisation_id: string } }[]) =>
      list.map(({ claims }) => claims.organisation_id);
    const admitted = institutions.map(({ institutionId }) => institutionId).sort();
    expect(ids(ofKind('bank')).sort()).toEqual(admitted);
    expect(ids(accounts.clients).sort()).toEqual(admitted);
    expect(ofKind('office')).toHaveLength(1);
    const departmentIds = departments.map((department) => department.id).sort();
    const departmentsOf = (kind: string) =>
      ofKind('department')
        .filter(({ username, claims }) => username === `${claims.organisation_id}-${kind}`)
        .map(({ claims }) => claims.organisation_id)
        .sort();
    expect(departmentsOf('officer')).toEqual(departmentIds);
    expect(departmentsOf('lead')).toEqual(departmentIds);
  });

  it('have claims that make an actor, with user names of their own', () => {
    for (const { username, claims } of accounts.accounts) {
      const actor = {
        organisationKind: claims.organisation_kind,
        organisationId: claims.organisation_id,
        organisationName: claims.organisation_name,
        personId: username,
        personName: claims.person_name,
        roles: claims.roles.split(' '),
      };
      expect(Actor.safeParse(actor).error).toBeUndefined();
    }
    const names = accounts.accounts.map((account) => account.username);
    expect(new Set(names).size).toBe(names.length);
  });

  it('have a group of five relations, five departments, and one entity outside the area', () => {
    const relations = application.entities.map((entity) => entity.relation);
    expect(relations.sort()).toEqual(
      ['applicant', 'branch', 'controlling-shareholder', 'subsidiary', 'subsidiary'].sort(),
    );
    const asked = fields.filter((field) => application.fields.includes(field.id));
    expect(new Set(asked.map((field) => field.departmentId)).size).toBe(5);
    const outside = application.entities.filter((entity) => !isWithinArea(entity.uscc, RULES.area));
    expect(outside.map((entity) => entity.relation)).toEqual(['controlling-shareholder']);
  });
});

describe('the catalogue', () => {
  it('has every field the platform promises, the three mandatory ones among them', () => {
    const ids = fields.map((field) => field.id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'environment',
        'social-security',
        'construction',
        'market-supervision',
        'tax',
        'work-safety',
        'housing-fund',
        'health',
        'natural-resources',
        'transport',
      ]),
    );
    expect(fields.filter((field) => field.mandatory).map((field) => field.id)).toEqual([
      'environment',
      'social-security',
      'construction',
    ]);
  });
});
