'use client';

import { Ellipsis, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, LinkButton } from '../actions/button.tsx';
import { CopyButton } from '../actions/copy-button.tsx';
import { IconButton } from '../actions/icon-button.tsx';
import { TextLink } from '../actions/text-link.tsx';
import { Kbd } from '../data/kbd.tsx';
import { useToast } from '../feedback/toaster.tsx';
import { FilterBar } from '../forms/chip.tsx';
import { Checkbox, RadioGroup, Switch } from '../forms/choice.tsx';
import { Combobox } from '../forms/combobox.tsx';
import { FormErrorSummary } from '../forms/error-summary.tsx';
import { Field } from '../forms/field.tsx';
import { FileDrop } from '../forms/file-drop.tsx';
import { DateInput, Input, Textarea } from '../forms/input.tsx';
import { MultiSelect } from '../forms/multi-select.tsx';
import { NumberInput } from '../forms/number-input.tsx';
import { SearchInput } from '../forms/search-input.tsx';
import { Select } from '../forms/select.tsx';
import { CommandPalette } from '../overlays/command-palette.tsx';
import { ConfirmDialog } from '../overlays/confirm-dialog.tsx';
import { Dialog, DialogClose, Sheet } from '../overlays/dialog.tsx';
import { DropdownMenu } from '../overlays/dropdown-menu.tsx';
import { Popover } from '../overlays/popover.tsx';
import { KeyboardShortcutsDialog } from '../overlays/shortcuts-dialog.tsx';
import { Row, Section } from './gallery-section.tsx';

const fruits = ['Integer', 'Decimal', 'Boolean', 'Category', 'Date and time', 'Text', 'Identifier'].map(
  (label) => ({
    value: label,
    label,
    hint: `Values read as ${label.toLowerCase()}`,
  }),
);

export function ActionsGallery() {
  return (
    <Section id="actions" title="Actions">
      <Row>
        <Button variant="primary" icon={<Plus aria-hidden />}>
          Create project
        </Button>
        <Button>Secondary</Button>
        <Button variant="quiet">Quiet</Button>
        <Button variant="danger" icon={<Trash2 aria-hidden />}>
          Delete
        </Button>
        <Button variant="danger-quiet">Remove</Button>
        <Button variant="primary" loading>
          Saving
        </Button>
        <Button disabled>Disabled</Button>
        <Button size="sm">Small</Button>
        <Button size="lg">Large</Button>
        <LinkButton href="#link">Link button</LinkButton>
        <IconButton label="More" icon={<Ellipsis aria-hidden />} />
        <IconButton label="Add" variant="secondary" icon={<Plus aria-hidden />} shortcut="N" />
        <CopyButton text="copied text" showLabel />
        <TextLink href="#text">A link in text</TextLink>
        <Kbd keys="Mod+K" />
        <Kbd keys="G P" />
      </Row>
    </Section>
  );
}

export function FormsGallery() {
  const [kind, setKind] = useState<string | undefined>('Decimal');
  const [many, setMany] = useState<readonly string[]>(['Integer', 'Text']);
  const [amount, setAmount] = useState<number | null>(30);
  const [query, setQuery] = useState('bird');
  return (
    <Section id="forms" title="Forms">
      <FormErrorSummary errors={[{ fieldId: 'g-name', message: 'Give the project a name' }]} />
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        <Field id="g-name" label="Name" required error="Give the project a name">
          <Input placeholder="Wildlife strikes" />
        </Field>
        <Field label="Unit" optional hint="Shown beside every figure of this column">
          <Input before="km" after={<Kbd keys="U" />} defaultValue="per hour" />
        </Field>
        <Field label="Licence">
          <Select
            placeholder="Choose a licence"
            options={[
              { value: 'pd', label: 'Public domain' },
              { value: 'cc', label: 'CC BY 4.0', group: 'Creative Commons' },
            ]}
          />
        </Field>
        <Field label="Type">
          <Combobox options={fruits} value={kind} onChange={setKind} />
        </Field>
        <Field label="Allowed types">
          <MultiSelect options={fruits} value={many} onChange={setMany} />
        </Field>
        <Field label="Retention">
          <NumberInput value={amount} onChange={setAmount} unit="days" min={0} />
        </Field>
        <Field label="Collected from">
          <DateInput defaultValue="2024-05-01" />
        </Field>
        <Field label="Disabled">
          <Input disabled defaultValue="Cannot be changed" />
        </Field>
        <Field label="Meaning" hint="One or two sentences">
          <Textarea rows={2} defaultValue="Height above ground when the strike happened." />
        </Field>
      </div>
      <div className="grid gap-5 sm:grid-cols-3">
        <div className="space-y-2">
          <Checkbox label="Consent covers synthesis" defaultChecked />
          <Checkbox label="Some of the columns" checked="indeterminate" hint="3 of 14 chosen" />
          <Checkbox label="Disabled" disabled />
        </div>
        <div className="space-y-2">
          <Switch label="Mask personal data" defaultChecked hint="Acts at once" />
          <Switch label="Notify me" />
        </div>
        <RadioGroup
          label="Split"
          cards
          defaultValue="random"
          options={[
            { value: 'random', label: 'Random', hint: 'By seed' },
            { value: 'time', label: 'By time', hint: 'The newest rows are the test split' },
          ]}
        />
      </div>
      <FileDrop
        label="Upload a table"
        onFiles={() => undefined}
        hint="CSV, TSV, JSONL or Parquet, up to 2 GB"
      />
      <FilterBar
        filters={[
          { id: 'a', label: 'height > 1,000', onPress: () => undefined, onRemove: () => undefined },
          { id: 'b', label: 'species is missing', onRemove: () => undefined },
        ]}
        onClearAll={() => undefined}
      >
        <SearchInput label="Search rows" value={query} onChange={setQuery} />
      </FilterBar>
    </Section>
  );
}

export function OverlaysGallery() {
  const { toast } = useToast();
  const [palette, setPalette] = useState(false);
  const [shortcuts, setShortcuts] = useState(false);
  const item = (id: string, label: string, hint?: string) => ({
    id,
    label,
    hint,
    icon: <Plus aria-hidden />,
    onSelect: () => undefined,
  });
  return (
    <Section id="overlays" title="Overlays">
      <Row>
        <Dialog
          title="Rename column"
          description="The new name is shown everywhere; the data keep the old one."
          trigger={<Button>Dialog</Button>}
          footer={
            <>
              <DialogClose asChild>
                <Button>Cancel</Button>
              </DialogClose>
              <Button variant="primary">Rename</Button>
            </>
          }
        >
          <Field label="Name">
            <Input defaultValue="height" />
          </Field>
        </Dialog>
        <ConfirmDialog
          title="Delete the source?"
          description="Its 3 versions and 2 reports go to the trash for 30 days."
          confirmLabel="Delete source"
          destructive
          typeToConfirm="strikes"
          onConfirm={() => undefined}
          trigger={<Button variant="danger-quiet">Confirm dialog</Button>}
        />
        <Sheet
          title="What is this number?"
          description="Share of missing values"
          trigger={<Button>Sheet</Button>}
        >
          <p className="text-sm">Details beside the work.</p>
        </Sheet>
        <Popover label="Columns" trigger={<Button>Popover</Button>}>
          <p className="text-sm">A small panel.</p>
        </Popover>
        <DropdownMenu
          label="Source"
          trigger={<Button iconEnd={<Ellipsis aria-hidden />}>Menu</Button>}
          groups={[
            {
              id: 'a',
              title: 'Source',
              items: [
                { id: 'open', label: 'Open', href: '#open', shortcut: 'O' },
                { id: 'pin', label: 'Pinned', checked: true },
              ],
            },
            {
              id: 'b',
              items: [
                { id: 'delete', label: 'Delete', destructive: true, icon: <Trash2 aria-hidden /> },
                { id: 'no', label: 'Not allowed', disabled: true },
              ],
            },
          ]}
        />
        <Button onClick={() => setPalette(true)}>Command palette</Button>
        <Button onClick={() => setShortcuts(true)}>Shortcuts</Button>
        <Button onClick={() => toast({ title: 'Source moved to the trash', onUndo: () => undefined })}>
          Toast with undo
        </Button>
        <Button
          onClick={() =>
            toast({
              title: 'The upload stopped',
              description: '312 MB were kept; start again to go on.',
              tone: 'bad',
            })
          }
        >
          Problem toast
        </Button>
      </Row>
      <CommandPalette
        open={palette}
        onOpenChange={setPalette}
        recent={[item('r', 'Wildlife strikes', 'Source')]}
        groups={[
          { id: 'go', title: 'Go to', items: [item('jobs', 'Jobs'), item('log', 'Log')] },
          { id: 'do', title: 'Actions', items: [item('up', 'Upload a table', 'Sources')] },
        ]}
      />
      <KeyboardShortcutsDialog
        open={shortcuts}
        onOpenChange={setShortcuts}
        groups={[
          {
            title: 'Everywhere',
            items: [
              { keys: 'Mod+K', label: 'Search and commands' },
              { keys: '?', label: 'This list' },
            ],
          },
          {
            title: 'Go to',
            items: [
              { keys: 'G P', label: 'Projects' },
              { keys: 'G J', label: 'Jobs' },
            ],
          },
        ]}
      />
    </Section>
  );
}
