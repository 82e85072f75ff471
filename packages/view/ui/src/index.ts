export { Button, type ButtonProps, LinkButton, type LinkButtonProps } from './actions/button.tsx';
export type { ButtonSize, ButtonVariant } from './actions/button-style.ts';
export { CopyButton, type CopyButtonProps } from './actions/copy-button.tsx';
export { IconButton, type IconButtonProps, IconLink, type IconLinkProps } from './actions/icon-button.tsx';
export { Spinner } from './actions/spinner.tsx';
export { TextLink } from './actions/text-link.tsx';
export { Badge, type BadgeProps, StatusBadge } from './data/badge.tsx';
export {
  DataTable,
  type DataTableProps,
  type SortDirection,
  type SortState,
  type TableColumn,
} from './data/data-table.tsx';
export { Kbd, type KbdProps } from './data/kbd.tsx';
export { ScrollRegion, type ScrollRegionProps } from './data/scroll-region.tsx';
export { Banner, Callout, type CalloutProps } from './feedback/callout.tsx';
export { EmptyState, type EmptyStateProps, ErrorState, type ErrorStateProps } from './feedback/states.tsx';
export { Toaster, type ToastInput, useToast } from './feedback/toaster.tsx';
export { Field, type FieldProps } from './forms/field.tsx';
export { type FieldControl, useFieldControl } from './forms/field-context.ts';
export { DateInput, type DateInputProps, Input, type InputProps, Textarea } from './forms/input.tsx';
export { Select, type SelectOption, type SelectProps } from './forms/select.tsx';
export { defaultLabels, type UiLabelOverrides, type UiLabels } from './labels.ts';
export { AppShell, type AppShellProps } from './layout/app-shell.tsx';
export { Breadcrumbs, type BreadcrumbsProps, type Crumb } from './layout/breadcrumbs.tsx';
export { Card, type CardProps, SectionHeader, type SectionHeaderProps } from './layout/card.tsx';
export { PageHeader, type PageHeaderProps } from './layout/page-header.tsx';
export { type NavItem, type NavSection, SidebarNav, type SidebarNavProps } from './layout/sidebar-nav.tsx';
export {
  type LinkTab,
  LinkTabs,
  type LinkTabsProps,
  type TabItem,
  Tabs,
  type TabsProps,
} from './layout/tabs.tsx';
export { cn } from './lib/cn.ts';
export { fill } from './lib/fill.ts';
export {
  type DateStyle,
  formatBytes,
  formatDuration,
  formatInterval,
  formatMoment,
  formatNumber,
  formatRelative,
  formatShare,
  initials,
  type NumberStyle,
} from './lib/format.ts';
export type { Tone } from './lib/tone.tsx';
export {
  type LinkLikeProps,
  UiLink,
  UiProvider,
  type UiProviderProps,
  useLabels,
  useUi,
} from './lib/ui-provider.tsx';
export { ConfirmDialog, type ConfirmDialogProps } from './overlays/confirm-dialog.tsx';
export { Dialog, DialogClose, type DialogProps, Sheet, type SheetProps } from './overlays/dialog.tsx';
export { Tooltip, type TooltipProps } from './overlays/tooltip.tsx';
