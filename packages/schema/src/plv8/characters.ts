/** The characters that text is read by, as `charCodeAt` gives them. */
export const quote = 0x22;
export const comma = 0x2c;
export const point = 0x2e;
export const zero = 0x30;
export const nine = 0x39;
export const openingBracket = 0x5b;
export const backslash = 0x5c;
export const closingBracket = 0x5d;
export const openingBrace = 0x7b;
export const closingBrace = 0x7d;
