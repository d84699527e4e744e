import { Alert, Button } from 'antd';
import { useText } from '../../language.tsx';
import { newEntity } from './draft.ts';
import { EntityForm } from './entity-form.tsx';
import type { FormProps } from './form.ts';

/** The enterprise itself and the entities of its group that the report is to speak of. */
export function EntitiesStep({ draft, change, faultsAt, rules }: FormProps) {
  const say = useText();
  const most = rules.limits.maximumEntities;
  const whole = faultsAt('/entities');
  return (
    <>
      {whole.length > 0 && <Alert type="error" title={whole.join('；')} />}
      <p className="quiet">
        {say(
          {
            zh: '列入需要核查的子公司、分公司和控股股东，最多 {n} 个主体。登记机关不在本区范围内的主体可以列入，但不出具结论。',
            en: 'Add the subsidiaries, branches and controlling shareholders to check, at most {n} in all. Entities registered outside the area may be listed; nothing is certified for them.',
          },
          { n: most },
        )}
      </p>
      {draft.entities.map((entity, index) => (
        <EntityForm
          // biome-ignore lint/suspicious/noArrayIndexKey: an entity has nothing else that stays while it is written
          key={index}
          entity={entity}
          index={index}
          faultsAt={faultsAt}
          onChange={(next) =>
            change((before) => ({
              ...before,
              entities: before.entities.map((one, at) => (at === index ? next : one)),
            }))
          }
          onRemove={() =>
            change((before) => ({ ...before, entities: before.entities.filter((_, at) => at !== index) }))
          }
        />
      ))}
      <Button
        disabled={draft.entities.length >= most}
        onClick={() =>
          change((before) => ({ ...before, entities: [...before.entities, newEntity('subsidiary')] }))
        }
      >
        {say({ zh: '添加主体', en: 'Add an entity' })}
      </Button>
    </>
  );
}
