/** Entry of every page: starts the navigation between Flow's views, with or without a server. */
import { Flow } from 'Frontend/generated/jar-resources/Flow.js';
import './page/back.ts'; // before the router: listeners of the window are called in the order of their registration
import { Navigation, type FlowAction } from './offline/navigation.ts';

const flow = new Flow({ imports: () => import('Frontend/generated/flow/generated-flow-imports.js') });
const [route] = flow.serverSideRoutes as unknown as { action: FlowAction }[];
const outlet = document.querySelector('#outlet');
if (outlet && route) {
  new Navigation(route.action).start(outlet, document.documentElement.hasAttribute('data-offline'));
}
