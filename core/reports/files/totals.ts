/** Sums of a printed report: seconds, and exact cents for each currency. */
export class Totals {
  seconds = 0;
  #cents = new Map<string, bigint>();

  add(seconds: number, amount: string | null, currency: string | null): void {
    this.seconds += seconds;
    if (amount === null || currency === null) return;
    const [whole = '0', cents = ''] = amount.split('.');
    const sum = this.#cents.get(currency) ?? 0n;
    this.#cents.set(currency, sum + BigInt(whole + cents.padEnd(2, '0')));
  }

  /** Exact decimals, by currency. */
  amounts(): { currency: string; amount: string }[] {
    return [...this.#cents].sort().map(([currency, cents]) => {
      const digits = String(cents).padStart(3, '0');
      return { currency, amount: `${digits.slice(0, -2)}.${digits.slice(-2)}` };
    });
  }
}
