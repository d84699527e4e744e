export { clockPage } from './clock-page.ts';
export { type Front, openFront, type RequestHandler } from './front.ts';
export { createGateway } from './gateway.ts';
export { readHttpApi } from './http-api.ts';
