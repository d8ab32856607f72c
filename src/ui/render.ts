import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

/** The finished document. Pages are synchronous: whatever they show was loaded before. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${render(page)}`;
}
