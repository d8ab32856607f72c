import type { ComponentChildren } from 'preact';

export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'danger';

/** A status in one or two words. The colour repeats what the word says. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={tone === 'neutral' ? 'badge' : `badge ${tone}`}>{children}</span>;
}
