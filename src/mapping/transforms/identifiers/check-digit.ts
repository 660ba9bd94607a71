/** The sum of digits times weights, the weights repeating; a last `X` stands for ten. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return [...digits].reduce((sum, digit, index) => {
    const value = digit === 'X' ? (index === digits.length - 1 ? 10 : Number.NaN) : Number(digit);
    return sum + value * weights[index % weights.length]!;
  }, 0);
}
