import { useText } from '../../language.tsx';
import { options } from '../../parts/options.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { SIGNATORY_ROLE } from '../words.ts';
import type { DraftConsent } from './draft.ts';

interface Props {
  readonly consent: DraftConsent;
  readonly change: (next: (before: DraftConsent) => DraftConsent) => void;
  readonly faultsAt: (pointer: string) => readonly string[];
}

/** Who signed the consent for the enterprise. */
export function SignatureFields({ consent: { signature }, change, faultsAt }: Props) {
  const say = useText();
  const set = (name: keyof DraftConsent['signature']) => (value: string) =>
    change((before) => ({ ...before, signature: { ...before.signature, [name]: value } }));
  return (
    <div className="grid">
      <TextField
        label={say({ zh: '授权签署人', en: 'Signed by' })}
        value={signature.signatory}
        faults={faultsAt('/signature/signatory')}
        onChange={set('signatory')}
      />
      <SelectField
        label={say({ zh: '签署人身份', en: 'As' })}
        value={signature.signatoryRole}
        options={options(SIGNATORY_ROLE, say)}
        faults={faultsAt('/signature/signatoryRole')}
        onChange={set('signatoryRole')}
      />
      <TextField
        label={say({ zh: '签署日期', en: 'Signed on' })}
        type="date"
        value={signature.signedOn}
        faults={faultsAt('/signature/signedOn')}
        onChange={set('signedOn')}
      />
    </div>
  );
}
