// Reads questions, answers each on a line of its own. A question is a pattern and texts, all in UTF-16 units as
// hexadecimal, because JSON and UTF-8 have no unpaired surrogates. The answer is one digit a text, or "invalid".
const text = (units) => String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((u) => parseInt(u, 16)));

// ECMA-262 tries a match at each code point (RegExpBuiltinExec, AdvanceStringIndex). Left to itself, V8 also tries one
// between the surrogates of a pair, where \B then holds; so the places are named one by one.
const isMatch = (expression, subject) => {
  for (let at = 0; at <= subject.length; at += subject.codePointAt(at) > 0xffff ? 2 : 1) {
    expression.lastIndex = at;
    if (expression.test(subject)) return true;
  }
  return false;
};

const answers = [];
for (const line of require("fs").readFileSync(0, "utf8").split("\n").slice(0, -1)) {
  const [pattern, ...texts] = line.split(" ").map(text);
  let expression;
  try {
    expression = new RegExp(pattern, "uy");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    answers.push("invalid");
    continue;
  }
  answers.push("valid" + texts.map((t) => (isMatch(expression, t) ? "1" : "0")).join(""));
}
process.stdout.write(answers.join("\n"));
