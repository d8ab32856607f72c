import type { Frame } from '../frame.ts';
import { words } from '../words.ts';

/** Title, stylesheets and the one script; everything from our own address. */
export function Head({ frame, title }: { frame: Frame; title: string }) {
  const { assets, carrier, language } = frame;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${title} – ${words[language].portal} ${carrier.name}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={assets.url('app.css')} />
      <link rel="stylesheet" href={assets.url('carrier.css')} />
      <link rel="icon" href={assets.url('favicon.svg')} type="image/svg+xml" />
      {assets.preloads.map((address) => (
        <link key={address} rel="modulepreload" href={address} />
      ))}
      <script type="module" src={assets.url('app.js')} />
    </head>
  );
}
