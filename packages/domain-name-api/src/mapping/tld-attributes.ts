import type { TldAttribute } from '@registrar-kit/core';
import { readTolerantly, wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { DriftReport } from '../domain-name-api-client.js';

const attributeSchema = z.object({
  key: z.string().min(1),
  description: wireField(z.string()),
  isRequired: wireField(z.boolean()),
  options: wireField(z.array(z.unknown())),
});
const optionSchema = z.object({
  value: z.union([z.string(), z.number()]).transform(String),
  description: wireField(z.string()),
});

/** The extra fields of an ending as `products/tlds` states them. What cannot be read is reported and left out. */
export function fromProductAttributes(
  attributes: readonly unknown[],
  drift: DriftReport,
): readonly TldAttribute[] {
  return attributes.flatMap((item, index): TldAttribute[] => {
    const path = `attributes.${String(index)}`;
    const reading = readTolerantly(attributeSchema, item);
    for (const { path: field, note } of reading.drifts)
      drift([path, field].filter(Boolean).join('.'), note);
    if (!reading.ok) return [];
    const { key, description, isRequired, options: given = [] } = reading.value;
    const options = given.flatMap((option, place) => {
      const parsed = optionSchema.safeParse(option);
      if (!parsed.success) {
        drift(`${path}.options.${String(place)}`, 'is not an option');
        return [];
      }
      const { value, description: label } = parsed.data;
      return [{ value, ...(hasText(label) ? { label } : {}) }];
    });
    return [
      {
        key,
        ...(hasText(description) ? { description } : {}),
        required: isRequired === true,
        ...(options.length === 0 ? {} : { options }),
      },
    ];
  });
}

function hasText(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
