import { type Guideline, type GuidelineSection, guidelineRole } from '@assay/contracts';

/** Is a section for somebody who holds these roles? One that names no role is for everybody. */
export function isSectionFor(section: Pick<GuidelineSection, 'roles'>, roles: readonly string[]): boolean {
  return section.roles.length === 0 || section.roles.some((role) => roles.includes(role));
}

/**
 * A guideline as it concerns somebody with these roles of the project. Whoever holds none that guidelines speak to
 * (an engineer, an auditor) reads it whole.
 */
export function guidelineForRoles(document: Guideline, roles: readonly string[]): Guideline {
  const spokenTo = roles.some((role) => guidelineRole.safeParse(role).success);
  if (!spokenTo) return document;
  return { ...document, sections: document.sections.filter((section) => isSectionFor(section, roles)) };
}
