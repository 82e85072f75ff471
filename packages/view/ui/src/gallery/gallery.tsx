'use client';

import { Activity, Database, House, ScrollText } from 'lucide-react';
import { Button } from '../actions/button.tsx';
import { Badge } from '../data/badge.tsx';
import { Toaster } from '../feedback/toaster.tsx';
import { AppShell } from '../layout/app-shell.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkTabs } from '../layout/tabs.tsx';
import { ThemeToggle } from '../layout/theme-toggle.tsx';
import { UiProvider } from '../lib/ui-provider.tsx';
import { ActionsGallery, FormsGallery, OverlaysGallery } from './gallery-controls.tsx';
import { ChartsGallery, DataGallery, FeedbackGallery } from './gallery-figures.tsx';

/** Every component in its states, for looking at and for the accessibility check. */
export function Gallery() {
  return (
    <UiProvider>
      <Toaster>
        <AppShell
          brand={<span className="text-base font-semibold tracking-tight">Assay</span>}
          currentPath="/gallery"
          sections={[
            {
              id: 'a',
              items: [
                { href: '/', label: 'Home', icon: <House aria-hidden /> },
                { href: '/gallery', label: 'Sources', icon: <Database aria-hidden />, badge: 3 },
              ],
            },
            {
              id: 'b',
              title: 'Organisation',
              items: [
                { href: '/jobs', label: 'Jobs', icon: <Activity aria-hidden /> },
                { href: '/log', label: 'Log', icon: <ScrollText aria-hidden /> },
              ],
            },
          ]}
          topbar={
            <div className="ml-auto">
              <ThemeToggle />
            </div>
          }
        >
          <PageHeader
            title="Components"
            description="Every part of the interface in its states."
            breadcrumbs={[{ label: 'Home', href: '/' }, { label: 'Components' }]}
            badges={<Badge tone="info">gallery</Badge>}
            actions={
              <>
                <Button>Export</Button>
                <Button variant="primary">New source</Button>
              </>
            }
          >
            <LinkTabs
              label="Parts"
              currentPath="/gallery"
              items={[
                { href: '/gallery', label: 'Overview' },
                { href: '/gallery/profile', label: 'Profile' },
                { href: '/gallery/bias', label: 'Bias', count: 2 },
                { href: '/gallery/splits', label: 'Splits' },
                { href: '/gallery/versions', label: 'Versions' },
              ]}
            />
          </PageHeader>
          <ActionsGallery />
          <FormsGallery />
          <OverlaysGallery />
          <FeedbackGallery />
          <DataGallery />
          <ChartsGallery />
        </AppShell>
      </Toaster>
    </UiProvider>
  );
}
