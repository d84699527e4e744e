import { Button, Typography } from 'antd';
import { useState } from 'react';
import {
  RotateEndpointSecret,
  ShowEndpointSecrets,
} from '../../../../workflows/financing-demand/endpoint/routes.ts';
import { useAction, useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { options } from '../../parts/options.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useWhen } from '../../parts/when.tsx';

const ME = { institutionId: 'me' };
const PREVIOUS_HOURS = {
  '24': { zh: '24 小时后失效', en: 'Ends in 24 hours' },
  '168': { zh: '7 天后失效', en: 'Ends in 7 days' },
  '0': { zh: '立即失效（密钥已泄露）', en: 'Ends at once: it is no secret any more' },
} as const;

/** The keys that sign messages, read only when asked for, and a new one. */
export function Secrets({ version }: { readonly version: number }) {
  const say = useText();
  const [isShown, setShown] = useState(false);
  const [hours, setHours] = useState('24');
  const rotate = useAction(RotateEndpointSecret);
  return (
    <section className="panel">
      <h2>{say({ zh: '签名密钥', en: 'Signing keys' })}</h2>
      <p className="row">
        <Button aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown
            ? say({ zh: '隐藏密钥', en: 'Hide the keys' })
            : say({ zh: '显示密钥', en: 'Show the keys' })}
        </Button>
        <ConfirmButton
          label={say({ zh: '更换密钥', en: 'New key' })}
          question={say({
            zh: '立即生成新密钥。旧密钥可在一段时间内继续并行签名，便于平滑切换；已泄露的应立即停用。',
            en: 'A new key signs from now on. The present one may go on beside it for a while; one that is no secret any more should end at once.',
          })}
          pending={rotate.isPending}
          error={rotate.error}
          onConfirm={() =>
            rotate.mutateAsync({ params: ME, body: { previousHours: Number(hours) }, version })
          }
        >
          <SelectField
            label={say({ zh: '旧密钥', en: 'The present key' })}
            value={hours}
            options={options(PREVIOUS_HOURS, say)}
            onChange={setHours}
          />
        </ConfirmButton>
      </p>
      <p role="status">
        {rotate.isSuccess && say({ zh: '已启用新密钥。', en: 'The new key signs from now on.' })}
      </p>
      {isShown && <Keys />}
    </section>
  );
}

function Keys() {
  const say = useText();
  const when = useWhen();
  const read = useRoute(ShowEndpointSecrets, { params: ME });
  return (
    <Shown of={read}>
      {({ secrets }) => (
        <DataTable
          caption={say({ zh: '签名密钥', en: 'Signing keys' })}
          rows={secrets}
          rowKey={({ secret }) => secret}
          empty=""
          columns={[
            {
              title: say({ zh: '密钥', en: 'Key' }),
              cell: ({ secret }) => (
                <Typography.Text code copyable>
                  {secret}
                </Typography.Text>
              ),
            },
            { title: say({ zh: '生成', en: 'Made' }), cell: ({ createdAt }) => when.time(createdAt) },
            {
              title: say({ zh: '失效', en: 'Ends' }),
              cell: ({ endsAt }) => (endsAt ? when.time(endsAt) : say({ zh: '使用中', en: 'in use' })),
            },
          ]}
        />
      )}
    </Shown>
  );
}
