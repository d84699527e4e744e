import { useText } from '../language.tsx';

/** Instead of what cannot be read now; it comes by itself. */
export function WithoutConnection() {
  const say = useText();
  return (
    <section className="notice">
      <h2>{say({ zh: '没有网络，暂时无法载入', en: 'There is no connection to load this' })}</h2>
      <p className="quiet">
        {say({ zh: '恢复连接后自动载入。', en: 'It comes by itself once you are connected.' })}
      </p>
    </section>
  );
}
