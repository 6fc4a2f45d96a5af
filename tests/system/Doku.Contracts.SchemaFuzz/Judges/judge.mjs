// Two implementations of JSON Schema that aren't ours. A line in: schema files by URI, the first one the root, and
// instances. A line out: a verdict of each for each instance, or why it takes no such schema.
import { createInterface } from "node:readline";
import Ajv2020 from "ajv/dist/2020.js";
import {
  registerSchema,
  setShouldValidateFormat,
  unregisterSchema,
  validate,
} from "@hyperjump/json-schema/draft-2020-12";
import "@hyperjump/json-schema/formats";

const dialect = "https://json-schema.org/draft/2020-12/schema";
const formats = {
  date: (text) => {
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
  },
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  ipv4: /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!$)|$)){4}$/,
};

const marks = (instances, isValid) =>
  instances.map((instance) => {
      try {
        return isValid(instance);
      } catch {
        return null;
      }
    });

let ajvs = {};
let uses = 0;

function ajv({ format, files, instances }) {
  if (uses++ % 200 === 0) {
    ajvs = {};
  }
  const judge = (ajvs[format] ??= new Ajv2020({
    strict: false,
    allErrors: false,
    unicodeRegExp: true,
    validateFormats: format,
    formats,
    logger: false,
    ownProperties: true,
    inlineRefs: false,
  }));
  try {
    for (const [uri, schema] of files) {
      judge.addSchema(schema, uri);
    }
    const root = judge.getSchema(files[0][0]);
    return marks(instances, (instance) => root(instance) || root.errors[0].keyword);
  } catch (error) {
    ajvs = {};
    throw error;
  }
}

async function hyperjump({ format, files, instances }) {
  const registered = [];
  try {
    for (const [uri, schema] of files) {
      registerSchema(schema, uri, dialect);
      registered.push(uri);
    }
    setShouldValidateFormat(format);
    const root = await validate(files[0][0]);
    return marks(instances, (instance) => root(instance).valid);
  } finally {
    registered.forEach(unregisterSchema);
  }
}

async function ask(judge, question) {
  try {
    return { verdicts: await judge(question) };
  } catch (error) {
    return { refusal: String(error?.message ?? error).slice(0, 500) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  const answer = {
    ajv: await ask(ajv, question),
    hyperjump: await ask(hyperjump, question),
  };
  process.stdout.write(JSON.stringify(answer) + "\n");
}
