import { CountDeskTasks } from '../../../workflows/shared/desk-routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useLanguage, useText } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { Select } from '../parts/select.tsx';
import { useDepartments } from '../parts/use-departments.ts';

interface Props {
  readonly value: string;
  readonly onChange: (departmentId: string) => void;
}

/** Every department that was ever asked something. */
export function DepartmentFilter({ value, onChange }: Props) {
  const say = useText();
  const { language } = useLanguage();
  const name = useDepartments();
  const { data } = useRoute(CountDeskTasks, {});
  const asked = new Set([
    ...(value ? [value] : []),
    ...(data?.items.map(({ departmentId }) => departmentId) ?? []),
  ]);
  const departments = [...asked]
    .map((departmentId) => ({ value: departmentId, label: say(name(departmentId)) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <Field label={say({ zh: '部门', en: 'Department' })} optional>
      {(control) => (
        <Select
          {...control}
          value={value}
          options={[{ value: '', label: say({ zh: '请选择', en: 'Choose' }) }, ...departments]}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
