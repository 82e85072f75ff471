'use client';

import {
  geometryKind,
  type LabelSchemaProblem,
  type RegionLabel,
  type SkeletonShape,
} from '@assay/contracts';
import { Checkbox, Field, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FieldProblems } from '../../recipes/editor/field-problems.tsx';
import { problemsAt } from '../read-schema.ts';

/** By what the parts of an image are drawn that get a label, and of a skeleton which joints it has. */
export function ShapeFields({
  label,
  field,
  problems,
  disabled,
  onChange,
}: {
  label: RegionLabel;
  field: string;
  problems: readonly LabelSchemaProblem[];
  disabled: boolean;
  onChange: (label: RegionLabel) => void;
}) {
  const t = useTranslations('labelSchemas.editor');
  const { shapes } = label;
  return (
    <>
      <fieldset className="min-w-0" disabled={disabled}>
        <legend className="mb-2 text-sm font-medium">{t('shapes')}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {geometryKind.options.map((kind) => {
            const isOn = shapes.includes(kind);
            return (
              <Checkbox
                key={kind}
                label={t(`shapeKinds.${kind}`)}
                checked={isOn}
                // Something must be left to draw it by.
                disabled={disabled || (isOn && shapes.length === 1)}
                onChange={(on) =>
                  onChange({
                    ...label,
                    shapes: geometryKind.options.filter((each) =>
                      each === kind ? on : shapes.includes(each),
                    ),
                    ...(kind === 'skeleton'
                      ? { skeleton: on ? (label.skeleton ?? { joints: [''], bones: [] }) : null }
                      : {}),
                  })
                }
              />
            );
          })}
        </div>
      </fieldset>
      {label.skeleton === null ? null : (
        <SkeletonFields
          skeleton={label.skeleton}
          disabled={disabled}
          onChange={(skeleton) => onChange({ ...label, skeleton })}
        />
      )}
      <FieldProblems problems={problemsAt(problems, `${field}.skeleton`)} />
    </>
  );
}

const jointsOf = (text: string): string[] => {
  const joints = text.split('\n').map((line) => line.trim());
  return joints.length > 1 ? joints.filter((joint, at) => joint !== '' || at === 0) : joints;
};
const bonesText = ({ bones }: SkeletonShape): string =>
  bones.map(([from, to]) => `${from + 1}-${to + 1}`).join(', ');
const bonesOf = (text: string): [number, number][] =>
  [...text.matchAll(/(\d+)\s*[-–]\s*(\d+)/g)].map(([, from, to]) => [Number(from) - 1, Number(to) - 1]);

function SkeletonFields({
  skeleton,
  disabled,
  onChange,
}: {
  skeleton: SkeletonShape;
  disabled: boolean;
  onChange: (skeleton: SkeletonShape) => void;
}) {
  const t = useTranslations('labelSchemas.editor');
  // As they are typed: an empty line is the beginning of the next joint.
  const [joints, setJoints] = useState(skeleton.joints.join('\n'));
  const [bones, setBones] = useState(bonesText(skeleton));
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t('joints')} required hint={t('jointsHint')}>
        <Textarea
          rows={5}
          value={joints}
          disabled={disabled}
          onChange={({ target }) => {
            setJoints(target.value);
            onChange({ ...skeleton, joints: jointsOf(target.value) });
          }}
        />
      </Field>
      <Field label={t('bones')} optional hint={t('bonesHint')}>
        <Textarea
          rows={5}
          value={bones}
          disabled={disabled}
          onChange={({ target }) => {
            setBones(target.value);
            onChange({ ...skeleton, bones: bonesOf(target.value).filter(([a, b]) => a >= 0 && b >= 0) });
          }}
        />
      </Field>
    </div>
  );
}
