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
import { Shown } from '../../parts/shown.tsx';
import { useWhen } from '../../parts/when.tsx';

const ME = { institutionId: 'me' };

/** The keys that sign messages, read only when asked for, and a new one. */
export function Secrets({ version }: { readonly version: number }) {
  const say = useText();
  const [isShown, setShown] = useState(false);
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
            zh: '生成新密钥；旧密钥在 24 小时内继续并行签名，便于平滑切换。',
            en: 'A new key signs from now on; the present one goes on beside it for 24 hours.',
          })}
          pending={rotate.isPending}
          error={rotate.error}
          onConfirm={() => rotate.mutateAsync({ params: ME, body: { previousHours: 24 }, version })}
        />
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
