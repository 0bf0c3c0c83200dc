/** Saves what somebody sets for themselves, at the moment they set it. */
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { FormFaults } from '../../components/form-faults.ts';
import { toast } from '../../components/toast.ts';
import { updateMe } from '../../data/session.ts';
import type { MePatch } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';

/** A refusal is shown at its field. @returns whether it was saved */
export async function savePreference(faults: FormFaults, patch: MePatch): Promise<boolean> {
  const isSaved = await faults.during(async () => {
    await updateMe(patch);
    return true;
  });
  if (isSaved) toast(t('profile.saved'));
  return isSaved === true;
}

export interface Choice {
  value: string;
  label: string;
}

/** A field that is a choice of few. @param save takes what was chosen */
export function choiceField(
  faults: FormFaults,
  { name, value, choices, hint }: { name: string; value: string; choices: Choice[]; hint?: string },
  save: (value: string) => unknown,
): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${t(`profile.field.${name}`)}</label>
    <select id=${name} aria-invalid=${ifDefined(faults.invalid(name))} aria-describedby="${name}-hint ${name}-fault"
      @change=${(event: Event) => save((event.target as HTMLSelectElement).value)}>
      ${choices.map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`)}
    </select>
    <p class="hint" id="${name}-hint">${hint}</p>
    ${faults.line(name)}
  </div>`;
}
