import type { Measured, Site } from '../bench.ts';
import { descendants, type MemoryUse, memoryOf } from '../portal/processes.ts';
import { rounded } from '../statistics.ts';

const TARGET_MEGABYTES = 200;
const SAMPLE_MS = 500;

/** Watches what the portal's process holds while others put load on it. */
export function watchMemory({ portal }: Site): { stop(): Measured } {
  const idle = memoryOf(portal.pid);
  const samples: MemoryUse[] = [];
  const timer = setInterval(() => samples.push(memoryOf(portal.pid)), SAMPLE_MS);
  return {
    stop() {
      clearInterval(timer);
      samples.push(memoryOf(portal.pid));
      const most = Math.max(...samples.map(({ rss }) => rss));
      const mostShared = samples.flatMap(({ pss }) => pss ?? []);
      const helpers = descendants(portal.pid).filter(({ command }) => !command.includes('postgres'));
      const besides = helpers.reduce((sum, { pid }) => sum + memoryOf(pid).rss, 0);
      return {
        json: {
          megabytes: rounded(most),
          target: TARGET_MEGABYTES,
          idleMegabytes: rounded(idle.rss),
          mostPssMegabytes: mostShared.length > 0 ? rounded(Math.max(...mostShared)) : null,
          besidesMegabytes: rounded(besides),
          besides: helpers.map(({ command }) => command.split(' ')[0]?.split('/').at(-1) ?? ''),
          samples: samples.length,
        },
        lines: [
          {
            what: 'memory of the portal under load, MB (RSS)',
            value: `${rounded(most)}, before ${rounded(idle.rss)}`,
            target: { text: `≤ ${TARGET_MEGABYTES}`, isMet: most <= TARGET_MEGABYTES },
          },
          { what: '  processes it started besides PostgreSQL, MB', value: `${rounded(besides)}` },
        ],
      };
    },
  };
}
