import { Link } from 'react-router';
import { useText } from '../language.tsx';
import { PROCEDURES } from '../procedures.ts';

/** The matters an enterprise may file: what each is for, what it needs, how long it takes, what comes of it. */
export function MatterCards() {
  const say = useText();
  return (
    <div className="cards">
      {Object.entries(PROCEDURES).map(
        ([workflow, { title, matter }]) =>
          matter && (
            <section key={workflow} className="panel">
              <h3>{say(title)}</h3>
              <p>{say(matter.summary)}</p>
              <b>{say({ zh: '需要准备', en: 'What is needed' })}</b>
              <ul>
                {matter.needs.map((need) => (
                  <li key={need.en}>{say(need)}</li>
                ))}
              </ul>
              <dl className="facts">
                <dt>{say({ zh: '办理时限', en: 'Time' })}</dt>
                <dd>{say(matter.promised)}</dd>
                <dt>{say({ zh: '办理结果', en: 'Result' })}</dt>
                <dd>{say(matter.result)}</dd>
              </dl>
              <p>
                <Link className="button-link" to={`/matters/${workflow}`}>
                  {say({ zh: '开始申请', en: 'Apply' })}
                </Link>
              </p>
            </section>
          ),
      )}
    </div>
  );
}
