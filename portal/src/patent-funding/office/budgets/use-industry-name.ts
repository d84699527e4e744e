import { useCallback } from 'react';
import { ListProgrammes } from '../../../../../workflows/patent-funding/programmes/routes.ts';
import { useRoute } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';

/** What a programme calls its key industries; an id that it does not name any more stands for itself. */
export function useIndustryName(programmeId: string): (id: string) => string {
  const say = useText();
  const { data } = useRoute(ListProgrammes, {});
  return useCallback(
    (id) => {
      const programme = data?.items.find((one) => one.programmeId === programmeId);
      const found = programme?.fastLane.keyIndustries.find((industry) => industry.id === id);
      return found ? say(found.name) : id;
    },
    [data, programmeId, say],
  );
}
