import { Alert, Button, Checkbox } from 'antd';
import { useText } from '../../language.tsx';
import type { FormProps } from './form.ts';

/** The fields to check, by the department that answers for them, each with the time it promises. */
export function FieldsStep({ draft, change, faultsAt, rules: { catalogue } }: FormProps) {
  const say = useText();
  const wrong = faultsAt('/fields');
  const mandatory = catalogue.fields.filter((field) => field.mandatory).map(({ id }) => id);
  const choose = (id: string, isChosen: boolean) =>
    change((before) => ({
      ...before,
      fields: isChosen ? [...before.fields, id] : before.fields.filter((one) => one !== id),
    }));
  return (
    <>
      {wrong.length > 0 && <Alert type="error" title={wrong.join('；')} />}
      <p className="row">
        <Button
          onClick={() =>
            change((before) => ({ ...before, fields: [...new Set([...before.fields, ...mandatory])] }))
          }
        >
          {say({ zh: '选中全部必选领域', en: 'Choose all mandatory fields' })}
        </Button>
        <span role="status">
          {say({ zh: '已选 {n} 个领域', en: '{n} chosen' }, { n: draft.fields.length })}
        </span>
      </p>
      <div className="cards">
        {catalogue.departments.map((department) => {
          const fields = catalogue.fields.filter(({ departmentId }) => departmentId === department.id);
          return (
            <fieldset key={department.id}>
              <legend>{say(department.name)}</legend>
              {fields.map((field) => (
                <p key={field.id}>
                  <Checkbox
                    checked={draft.fields.includes(field.id)}
                    onChange={({ target }) => choose(field.id, target.checked)}
                  >
                    {say(field.name)}
                    {field.mandatory && say({ zh: '（必选）', en: ' (mandatory)' })}
                    <small>
                      {' '}
                      {say(
                        { zh: '承诺 {n} 个工作日', en: 'promised: {n} working days' },
                        { n: field.promisedWorkingDays ?? department.promisedWorkingDays },
                      )}
                    </small>
                  </Checkbox>
                </p>
              ))}
            </fieldset>
          );
        })}
      </div>
    </>
  );
}
