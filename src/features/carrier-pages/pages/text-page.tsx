import type { ComponentChildren } from 'preact';
import { Card, type Frame, Layout, PageHeading, Stack } from '../../../ui/index.ts';

export interface TextPageProps {
  frame: Frame;
  title: string;
  lead?: string;
  sections: readonly (readonly [string, string])[];
  children?: ComponentChildren;
}

/** A page to read. */
export function TextPage({ frame, title, lead, sections, children }: TextPageProps) {
  return (
    <Layout frame={frame} title={title} width="narrow">
      <PageHeading title={title} {...(lead ? { lead } : {})} />
      <Stack>
        {sections.map(([heading, text]) => (
          <Card key={heading} title={heading}>
            <p>{text}</p>
          </Card>
        ))}
        {children}
      </Stack>
    </Layout>
  );
}
