import { Button } from 'antd';
import { useText } from '../../language.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { FormProps } from './form-props.ts';
import { EVIDENCE_LABELS, placeName } from './place-name.ts';

interface Props extends FormProps {
  readonly index: number;
}

/** One document that is on the web, or what it says. */
export function EvidenceItem({ index, draft, change, faultsAt }: Props) {
  const say = useText();
  const at = `/evidence/${index}`;
  const name = placeName(at) ?? EVIDENCE_LABELS.title;
  const wrong = faultsAt(at);
  const text = (part: keyof typeof EVIDENCE_LABELS, more: { rows?: number; maxLength: number }) => (
    <TextField
      label={say(EVIDENCE_LABELS[part])}
      optional={part !== 'title'}
      value={draft.evidence[index]?.[part] ?? ''}
      faults={faultsAt(`${at}/${part}`)}
      onChange={(value) =>
        change((before) => ({
          ...before,
          evidence: before.evidence.map((one, place) => (place === index ? { ...one, [part]: value } : one)),
        }))
      }
      {...more}
    />
  );
  return (
    <fieldset className="plain">
      <legend>{say(name)}</legend>
      <div className="grid">
        {text('title', { maxLength: 200 })}
        {text('url', { maxLength: 500 })}
      </div>
      {text('excerpt', { rows: 3, maxLength: 1000 })}
      {wrong.length > 0 && <p className="fault">{wrong.join('；')}</p>}
      <Button
        size="small"
        onClick={() =>
          change((before) => ({
            ...before,
            evidence: before.evidence.filter((_, place) => place !== index),
          }))
        }
      >
        {say({ zh: '移除', en: 'Remove' })} <span className="unseen">{say(name)}</span>
      </Button>
    </fieldset>
  );
}
