import { Navigate } from 'react-router';

/** The area begins at its programmes. */
export function Component() {
  return <Navigate to="/office/patents/programmes" replace />;
}
