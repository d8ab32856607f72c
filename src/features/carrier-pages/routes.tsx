import { frameOf, type PageRequest, page, type Route } from '../../web/index.ts';
import { ImprintPage } from './pages/imprint-page.tsx';
import { TextPage } from './pages/text-page.tsx';
import { words } from './words.ts';

/** What must always be easy to find, signed in or not. */
export const carrierPageRoutes: readonly Route[] = [
  { method: 'GET', path: '/impressum', access: 'public', handle: showImprint },
  {
    method: 'GET',
    path: '/datenschutz',
    access: 'public',
    handle: (request) => showText(request, 'privacy'),
  },
  {
    method: 'GET',
    path: '/barrierefreiheit',
    access: 'public',
    handle: (request) => showText(request, 'accessibility'),
  },
];

function showImprint(request: PageRequest): Response {
  return page(request, <ImprintPage frame={frameOf(request)} carrier={request.services.carrier} />);
}

function showText(request: PageRequest, which: 'privacy' | 'accessibility'): Response {
  const frame = frameOf(request);
  const { title, lead, sections } = words[frame.language][which];
  return page(request, <TextPage frame={frame} title={title} lead={lead} sections={sections} />);
}
