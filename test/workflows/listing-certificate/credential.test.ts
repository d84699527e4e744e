import { describe, expect, it } from 'vitest';
import form from '../../../seeds/listing-certificate/report-form.json' with { type: 'json' };
import { ReportForm } from '../../../workflows/listing-certificate/report-form.ts';
import { credential } from '../../../workflows/listing-certificate/rules/credential.ts';
import { sampleFacts } from '../../functions/listing-certificate/sample-facts.ts';

const FORM = ReportForm.parse(form);

describe('the credential', () => {
  it('has what the Verifiable Credentials Data Model 2.0 demands', () => {
    const facts = sampleFacts();

    const result = credential(facts, FORM, 'https://certificates.example');

    expect(result['@context'][0]).toBe('https://www.w3.org/ns/credentials/v2');
    expect(result.type[0]).toBe('VerifiableCredential');
    expect(result.issuer.id).toBe('https://certificates.example');
    expect(URL.canParse(result.id)).toBe(true);
    expect(result.validFrom).toBe(facts.issuedAt);
  });

  it('says every finding of the matrix once, under its entity', () => {
    const facts = sampleFacts(30, 20);

    const { entities } = credential(facts, FORM, 'https://certificates.example').credentialSubject;

    const said = entities.flatMap(({ uscc, findings }) => findings.map((finding) => ({ uscc, ...finding })));
    expect(said).toEqual(facts.matrix);
  });

  it('says that it is a platform signature and no e-seal under GB/T 38540', () => {
    const { termsOfUse } = credential(sampleFacts(), FORM, 'https://certificates.example');

    const [signature] = termsOfUse.filter((term) => term.type === 'PlatformSignature');
    expect(signature?.notice.map((text) => text['@value']).join()).toMatch(/平台签名.*不是.*GB\/T 38540/);
  });

  it('keeps the verification code to the paper', () => {
    const facts = sampleFacts();

    const text = JSON.stringify(credential(facts, FORM, 'https://certificates.example'));

    expect(text).not.toContain(facts.verificationCode);
  });
});
