import { Button, Input } from 'antd';
import { useText } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { options } from '../../parts/options.ts';
import { Select } from '../../parts/select.tsx';
import { RELATION, SIGNATORY_ROLE } from '../words.ts';
import type { DraftEntity } from './draft.ts';

interface Props {
  readonly entity: DraftEntity;
  readonly index: number;
  readonly faultsAt: (pointer: string) => readonly string[];
  readonly onChange: (entity: DraftEntity) => void;
  readonly onRemove: () => void;
}

/** One entity, and who signed for it that its records may be looked up. */
export function EntityForm({ entity, index, faultsAt, onChange, onRemove }: Props) {
  const say = useText();
  const at = (path: string) => faultsAt(`/entities/${index}/${path}`);
  const isApplicant = index === 0;
  const { authorisation } = entity;
  const authorise = (change: Partial<DraftEntity['authorisation']>) =>
    onChange({ ...entity, authorisation: { ...authorisation, ...change } });
  return (
    <fieldset>
      <legend>
        {index + 1}. {entity.name || say({ zh: '新主体', en: 'New entity' })}
      </legend>
      <div className="grid">
        <Field label={say({ zh: '名称', en: 'Name' })} faults={at('name')}>
          {(control) => (
            <Input
              {...control}
              value={entity.name}
              readOnly={isApplicant}
              onChange={({ target }) => onChange({ ...entity, name: target.value })}
            />
          )}
        </Field>
        <Field label={say({ zh: '统一社会信用代码', en: 'Unified social credit code' })} faults={at('uscc')}>
          {(control) => (
            <Input
              {...control}
              value={entity.uscc}
              readOnly={isApplicant}
              maxLength={18}
              onChange={({ target }) => onChange({ ...entity, uscc: target.value.toUpperCase().trim() })}
            />
          )}
        </Field>
        <Field label={say({ zh: '与申请企业的关系', en: 'Relation' })} faults={at('relation')}>
          {(control) => (
            <Select
              {...control}
              value={entity.relation}
              options={options(RELATION, say).filter(({ value }) => (value === 'applicant') === isApplicant)}
              onChange={(relation) => onChange({ ...entity, relation })}
            />
          )}
        </Field>
        <Field label={say({ zh: '授权签署人', en: 'Signed by' })} faults={at('authorisation/signatory')}>
          {(control) => (
            <Input
              {...control}
              value={authorisation.signatory}
              onChange={({ target }) => authorise({ signatory: target.value })}
            />
          )}
        </Field>
        <Field label={say({ zh: '签署人身份', en: 'As' })} faults={at('authorisation/signatoryRole')}>
          {(control) => (
            <Select
              {...control}
              value={authorisation.signatoryRole}
              options={options(SIGNATORY_ROLE, say)}
              onChange={(signatoryRole) => authorise({ signatoryRole })}
            />
          )}
        </Field>
        <Field label={say({ zh: '签署日期', en: 'Signed on' })} faults={at('authorisation/signedOn')}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={authorisation.signedOn}
              onChange={({ target }) => authorise({ signedOn: target.value })}
            />
          )}
        </Field>
      </div>
      {!isApplicant && (
        <p>
          <Button danger onClick={onRemove}>
            {say({ zh: '移除该主体', en: 'Remove this entity' })}
          </Button>
        </p>
      )}
    </fieldset>
  );
}
