import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { useText } from '../language.tsx';
import { Checks } from '../parts/checks.tsx';
import type { PartsProps } from './parts-props.ts';

interface Props extends Omit<PartsProps, 'question'> {
  readonly label: Bilingual;
  readonly parts: readonly { readonly value: string; readonly label: string }[];
}

/** The parts of a question by their names, to be chosen one by one; where there is one alone, there is nothing to choose. */
export function PartBoxes({ label, parts, chosen, onChoose }: Props) {
  const say = useText();
  if (parts.length < 2) return null;
  const all = parts.map(({ value }) => value);
  const partIds = chosen.isWhole ? all : all.filter((one) => chosen.partIds.includes(one));
  return (
    <Checks
      stacked
      label={say(label)}
      options={parts}
      chosen={partIds}
      faults={partIds.length === 0 ? [say({ zh: '请至少选择一项', en: 'Choose at least one' })] : []}
      onChange={(next) => onChoose({ partIds: next, isWhole: next.length === all.length })}
    />
  );
}
