export { clockPage } from './clock-page.ts';
export { type Front, type FrontOptions, openFront, type RequestHandler } from './front.ts';
export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export { type HttpApi, readHttpApi, UnsupportedApi } from './http-api.ts';
