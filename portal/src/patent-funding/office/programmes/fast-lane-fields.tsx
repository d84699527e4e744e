import { Button } from 'antd';
import { LadderLevel } from '../../../../../workflows/patent-funding/programme.ts';
import { useText } from '../../../language.tsx';
import { Checks } from '../../../parts/checks.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { LEVEL } from '../../words.ts';
import type { DraftIndustry } from './draft.ts';
import type { FormProps } from './form-props.ts';

/** Who goes first: by the rung of the ladder, or by so much of the patents in key industries. */
export function FastLaneFields(props: FormProps) {
  const say = useText();
  const { draft, set, faultsAt } = props;
  return (
    <fieldset>
      <legend>{say({ zh: '快速通道', en: 'Fast lane' })}</legend>
      <Checks
        label={say({ zh: '梯度培育企业', en: 'Enterprises of these levels' })}
        chosen={draft.ladderLevels}
        options={LadderLevel.options.map((level) => ({ value: level, label: say(LEVEL[level]) }))}
        onChange={(chosen) =>
          set({ ladderLevels: LadderLevel.options.filter((level) => chosen.includes(level)) })
        }
      />
      <div className="grid">
        <TextField
          label={say({ zh: '重点产业专利占比不低于', en: 'So much of the patents in key industries' })}
          unit="%"
          value={draft.keyIndustryShare}
          faults={faultsAt('/fastLane/keyIndustryShareBasisPoints')}
          onChange={(keyIndustryShare) => set({ keyIndustryShare })}
        />
      </div>
      <Industries {...props} />
    </fieldset>
  );
}

function Industries({ draft: { keyIndustries }, set, faultsAt }: FormProps) {
  const say = useText();
  const put = (at: number, next: Partial<DraftIndustry>) =>
    set({ keyIndustries: keyIndustries.map((one, index) => (index === at ? { ...one, ...next } : one)) });
  return (
    <>
      {keyIndustries.map(({ id, name, ipcPrefixes }, index) => {
        const at = `/fastLane/keyIndustries/${index}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else that stays while it is written
          <div className="grid dense" key={index}>
            <TextField
              label={say({ zh: '产业编号', en: 'Id of the industry' })}
              value={id}
              faults={faultsAt(`${at}/id`)}
              onChange={(next) => put(index, { id: next })}
            />
            <TextField
              label={say({ zh: '产业名称（中文）', en: 'Industry (Chinese)' })}
              value={name.zh}
              faults={faultsAt(`${at}/name/zh`)}
              onChange={(zh) => put(index, { name: { ...name, zh } })}
            />
            <TextField
              label={say({ zh: '产业名称（英文）', en: 'Industry (English)' })}
              value={name.en}
              faults={faultsAt(`${at}/name/en`)}
              onChange={(en) => put(index, { name: { ...name, en } })}
            />
            <TextField
              label={say({ zh: 'IPC 分类号（空格分隔）', en: 'IPC classes (separate by spaces)' })}
              value={ipcPrefixes}
              faults={[...ipcPrefixes.split(/\s+/).keys()].flatMap((place) =>
                faultsAt(`${at}/ipcPrefixes/${place}`),
              )}
              onChange={(next) => put(index, { ipcPrefixes: next })}
            />
            <p>
              <Button
                onClick={() => set({ keyIndustries: keyIndustries.filter((_, place) => place !== index) })}
              >
                {say({ zh: '移除该产业', en: 'Remove this industry' })}
              </Button>
            </p>
          </div>
        );
      })}
      <p>
        <Button
          onClick={() =>
            set({ keyIndustries: [...keyIndustries, { id: '', name: { zh: '', en: '' }, ipcPrefixes: '' }] })
          }
        >
          {say({ zh: '添加产业', en: 'Add an industry' })}
        </Button>
      </p>
    </>
  );
}
