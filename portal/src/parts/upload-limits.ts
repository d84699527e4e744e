import { ShowAttachmentLimits } from '../../../workflows/shared/attachments/routes.ts';
import { useRoute } from '../api/use-route.ts';
import { listed, useText } from '../language.tsx';
import { useWhoever } from '../session/who.ts';

/** What people call the types of files; one that is not here stands for itself. */
const TYPE: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (.docx)',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel (.xlsx)',
};
const BYTES_PER_MB = 1024 ** 2;

/** Which files may be sent and how large, by the rules of the platform: for those who are signed in, or for anybody. */
export function useUploadLimits() {
  const say = useText();
  const isAnybody = useWhoever() === undefined;
  const { data } = useRoute(ShowAttachmentLimits, {});
  if (!data) return undefined;
  const { maximumBytes } = isAnybody ? data.fromAnybody : data;
  const types = listed(
    data.mediaTypes.map((type) => TYPE[type] ?? type),
    say,
  );
  const n = Math.floor(maximumBytes / BYTES_PER_MB);
  return {
    accept: data.mediaTypes.join(','),
    words: say({ zh: '{types}；每份不超过 {n} MB', en: '{types}; each up to {n} MB' }, { types, n }),
  };
}
