/** What Windows-1252 puts at bytes 0x80–0x9F; the five free bytes stand for themselves. */
export const CP1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
