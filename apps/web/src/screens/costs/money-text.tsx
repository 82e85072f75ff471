'use client';

import { useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { CostAmount, CostEach } from './cost-types.ts';
import { formatFineMoney, formatMoney } from './money.ts';

/** An amount of money; or why it is not known. */
export function AmountText({ amount, currency }: { amount: CostAmount; currency: string | null }) {
  const t = useTranslations('costs.none');
  const { locale } = useUi();
  if (!amount.known || currency === null) {
    return <Why>{t(amount.known ? 'no-rate' : amount.reason)}</Why>;
  }
  return <span className="whitespace-nowrap">{formatMoney(amount.units, currency, locale)}</span>;
}

/** What each label costs; or why that is undefined. */
export function EachText({ each, currency }: { each: CostEach; currency: string | null }) {
  const t = useTranslations('costs.none');
  const { locale } = useUi();
  if (!each.defined || currency === null) {
    return <Why>{t(each.defined ? 'no-rate' : each.reason)}</Why>;
  }
  return <span className="whitespace-nowrap">{formatFineMoney(each.thousandths, currency, locale)}</span>;
}

function Why({ children }: { children: string }) {
  return <span className="text-sm font-normal text-fg-muted">{children}</span>;
}
