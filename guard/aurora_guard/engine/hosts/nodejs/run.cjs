// Runs a Pulumi program with the runner of its own SDK, as Pulumi's Node.js language host does.
//
// Its settings come as JSON on standard input. The SDK has no room for a plain value that is unknown, and guard has no
// account to ask: `PATCHES` are the changes made to each copy of the SDK that the program loads. Each says what breaks
// without it, and a test of each fails when a newer SDK no longer needs it.
"use strict";

const fs = require("fs");
const Module = require("module");
const path = require("path");

// What stands for an unknown value on the wire, in every SDK.
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

// The program failed, and what is wrong is on standard error.
const FAILED = 32;

const settings = JSON.parse(fs.readFileSync(0, "utf8"));

// Names that a program calls on a plain value: all of them give the unknown again, but for those that take a
// function, which sees the unknown once, as if it were the only item.
const LEGACY = new Set(["anchor", "big", "blink", "bold", "fixed", "fontcolor", "fontsize", "italics", "link",
    "small", "strike", "sub", "sup", "constructor", "length"]);
const METHODS = new Set([String, Array, Number].flatMap((type) => Object.getOwnPropertyNames(type.prototype))
    .filter((name) => !LEGACY.has(name)));
const EACH = new Set(["map", "flatMap", "forEach", "filter", "reduce", "reduceRight", "some", "every"]);

// A plain value that is known only after the update. It carries the SDK's own mark of an unknown, turns into the text
// of an unknown when it is joined to text, and whatever is read out of it is unknown again.
const later = new Proxy({ __pulumiUnknown: true }, {
    get(target, name) {
        if (name === Symbol.toPrimitive || name === "toString" || name === "valueOf" || name === "toJSON") {
            return () => UNKNOWN;
        }
        if (name === Symbol.iterator) {
            return () => [later][Symbol.iterator]();
        }
        if (typeof name === "symbol" || name === "then" || name === "constructor" || name.startsWith("__")) {
            return target[name];
        }
        if (name === "length") {
            return 1;
        }
        if (EACH.has(name)) {
            return (...rest) => [later][name](...rest);
        }
        return METHODS.has(name) ? () => later : later;
    },
    has: () => true,
});

const isUnknown = (value) => value === undefined
    || (value !== null && typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0);

// Without it, the plain form of a function without an answer gives undefined, and the Output form a known undefined.
function admitUnknownResults(load) {
    const invoke = load("runtime/invoke.js");
    const { Output } = load("output.js");
    for (const name of ["invoke", "invokeSingle"]) {
        const original = invoke[name];
        invoke[name] = original && ((...args) => Promise.resolve(original(...args))
            .then((result) => (isUnknown(result) ? later : result)));
    }
    for (const name of ["invokeOutput", "invokeSingleOutput"]) {
        const original = invoke[name];
        invoke[name] = original && ((...args) => {
            const output = original(...args);
            const known = Promise.all([output.isKnown, output.promise(true)])
                .then(([isKnown, value]) => isKnown && !isUnknown(value), () => true);
            return new Output(output.resources(), output.promise(true), known, output.isSecret, output.allResources());
        });
    }
}

// Without it, an encrypted value is refused where it is read as a number, a boolean or an object, and its secret form
// is a known text.
function admitUnknownConfig(load) {
    const { Config } = load("config.js");
    const { Output } = load("output.js");
    const encrypted = (config, key) => settings.config[`${config.name}:${key}`] === UNKNOWN;
    const secretly = () => new Output(
        [], Promise.resolve(later), Promise.resolve(false), Promise.resolve(true), Promise.resolve(new Set()));
    for (const prefix of ["get", "require"]) {
        for (const kind of ["", "Number", "Boolean", "Object"]) {
            const plain = Config.prototype[prefix + kind];
            Config.prototype[prefix + kind] = function (key, ...rest) {
                return encrypted(this, key) ? later : plain.call(this, key, ...rest);
            };
            const secret = Config.prototype[`${prefix}Secret${kind}`];
            Config.prototype[`${prefix}Secret${kind}`] = function (key, ...rest) {
                return encrypted(this, key) ? secretly() : secret.call(this, key, ...rest);
            };
        }
    }
}

// Without it, the SDK sends several debug messages a resource.
function dropDebugMessages(load) {
    load("log/index.js").debug = () => Promise.resolve();
}

// Without it, a program on the Automation API runs the Pulumi CLI by itself, and so deploys while guard previews.
function refuseAutomation(load) {
    const { LocalWorkspace } = load("automation/localWorkspace.js");
    const { RunError } = load("errors.js");
    for (const name of ["create", "createStack", "selectStack", "createOrSelectStack"]) {
        LocalWorkspace[name] = () => {
            throw new RunError("The program uses the Automation API, which runs the Pulumi CLI itself; guard can't "
                + "preview through it. Put the resources in a program with a Pulumi.yaml of its own, and preview that.");
        };
    }
}

// What each file of an SDK has to be changed for. The change happens when the file has just been loaded, before
// another file of the SDK copies what it exports.
const PATCHES = {
    "runtime/invoke.js": admitUnknownResults,
    "config.js": admitUnknownConfig,
    "log/index.js": dropDebugMessages,
    "automation/localWorkspace.js": refuseAutomation,
};

// Without it, `JSON.parse` refuses the text of an unknown: what it reads out of it is unknown as well.
function admitUnknownText() {
    const parse = JSON.parse;
    JSON.parse = (text, ...rest) => (text === later || text === UNKNOWN ? later : parse(text, ...rest));
}

function patchEveryCopy() {
    const js = Module._extensions[".js"];
    const folder = `${path.sep}@pulumi${path.sep}pulumi${path.sep}`;
    Module._extensions[".js"] = function (module, file) {
        js.call(this, module, file);
        const at = file.lastIndexOf(folder);
        const name = at < 0 ? "" : file.slice(at + folder.length).split(path.sep).join("/");
        if (Object.hasOwn(PATCHES, name)) {
            PATCHES[name]((other) => (other === name
                ? module.exports
                : module.require(path.join(file.slice(0, at + folder.length), other))));
        }
    };
}

function refuse(message) {
    fs.writeSync(2, `${message}\n`);
    process.exit(FAILED);
}

// The runner of the SDK that the program has, wherever its package manager put it.
function findRunner() {
    const resolve = (name) => require.resolve(name, { paths: [settings.folder] });
    let runner;
    let manifest;
    try {
        runner = resolve("@pulumi/pulumi/cmd/run");
        manifest = require(resolve("@pulumi/pulumi/package.json"));
    } catch (error) {
        refuse(`The program's package @pulumi/pulumi is not installed: run \`${settings.install}\` in ${settings.folder}.`);
    }
    const [major, minor] = manifest.version.split(".").map(Number);
    if (major < 3 || (major === 3 && minor < 30)) {
        refuse(`The program uses @pulumi/pulumi ${manifest.version}; guard previews programs on 3.30 or newer.`);
    }
    const needed = /(\d+)/.exec((manifest.engines || {}).node || "");
    if (needed && Number(process.versions.node.split(".")[0]) < Number(needed[1])) {
        refuse(`@pulumi/pulumi ${manifest.version} needs Node.js ${needed[1]} or newer, and this is `
            + `${process.versions.node}: put a newer node first in PATH, or ask for an older SDK.`);
    }
    return runner;
}

Object.assign(process.env, settings.env);
admitUnknownText();
patchEveryCopy();
const runner = findRunner();
process.argv = [process.argv[0], runner, ...settings.arguments];
require(runner);
